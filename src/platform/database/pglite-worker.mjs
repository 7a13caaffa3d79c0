// @ts-check
/**
 * The embedded engine's own thread: one PostgreSQL backend in WebAssembly, shared by many connections that speak the
 * wire protocol over this thread's port. A connection inside a transaction has the backend to itself until it ends.
 */
import { fsyncSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { READY_BYTES, endOfBatch, isStartup, isTerminate, queryMessage, stateAfter } from './wire.mjs'

/**
 * @typedef {{ folder?: string, image?: string, patienceMs?: number }} Start folder: the cluster on disk, made if empty; without it the
 *   cluster lives in memory, filled from image (a tar of a cluster) if given
 * @typedef {{ kind: 'bytes', id: number, bytes: Uint8Array } | { kind: 'image' } | { kind: 'close' }} Request
 */

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)
const { folder, image, patienceMs } = /** @type {Start} */ (workerData)

/** NODEFS answers fsync without doing it; a commit is acknowledged only when it stands on the disk. */
class DurableFiles extends NodeFS {
  /** @type {NodeFS['init']} */
  async init(pg, options) {
    const prepared = await super.init(pg, options)
    prepared.emscriptenOpts.preRun?.push((/** @type {any} */ module) => {
      module.NODEFS.stream_ops.fsync = (/** @type {{ nfd?: number }} */ stream) => {
        if (stream.nfd !== undefined) fsyncSync(stream.nfd)
        return 0
      }
    })
    return prepared
  }
}

/** @returns {Promise<PGlite>} */
async function startEngine() {
  const extensions = { btree_gist }
  if (folder !== undefined) {
    const withFsync = PGlite.defaultStartParams.filter((param) => param !== '-F')
    const startParams = [...withFsync, '-c', 'wal_sync_method=fsync']
    return PGlite.create({ fs: new DurableFiles(folder), extensions, startParams })
  }
  return PGlite.create({ extensions, ...(image ? { loadDataDir: new Blob([await readFile(image)]) } : {}) })
}

/** Answers are sent on in pieces of about this size, so that a long result never stands in memory whole. */
const PIECE = 256 * 1024
/** How long a transaction may stand still while others wait: it waits for one of them, or was forgotten. */
const PATIENCE_MS = patienceMs ?? 60_000

const engine = await startEngine()
/** @type {Map<number, Buffer>} bytes of each connection that do not make a batch yet */
const unfinished = new Map()
/** @type {{ id: number, batch: Buffer }[]} */
const waiting = []
/** @type {number | undefined} the connection whose transaction is open */
let owner
/** @type {NodeJS.Timeout | undefined} */
let patience
let running = false

/**
 * Runs one batch, passes its answer on and tells the state after it.
 * @param {Buffer} batch
 * @param {(piece: Buffer) => void} pass
 */
async function answer(batch, pass) {
  /** @type {Buffer[]} */
  let pieces = []
  let size = 0
  let tail = Buffer.alloc(0)
  await engine.execProtocolRawStream(batch, {
    syncToFs: false,
    onRawData: (bytes) => {
      pieces.push(Buffer.from(bytes))
      size += bytes.length
      tail = Buffer.concat([tail, bytes.subarray(-READY_BYTES)]).subarray(-READY_BYTES)
      if (size < PIECE) return
      pass(Buffer.concat(pieces))
      pieces = []
      size = 0
    },
  })
  const rest = Buffer.concat(pieces)
  if (rest.length > 0) pass(rest)
  return stateAfter(tail)
}

/**
 * @param {number} id
 * @param {Buffer} batch
 */
async function run(id, batch) {
  if (isTerminate(batch)) return forget(id)
  const state = await answer(batch, (piece) => send(id, piece))
  if (isStartup(batch)) return
  if (state === 'not ready') throw new Error('the engine stopped in the middle of a statement')
  owner = state === 'idle' ? undefined : id
}

/**
 * A Buffer may lie in a shared pool that a message would carry whole: a copy is handed over instead.
 * @param {number} id
 * @param {Buffer} piece
 */
function send(id, piece) {
  const bytes = new Uint8Array(piece)
  port.postMessage({ kind: 'bytes', id, bytes }, [bytes.buffer])
}

/** @param {number} id */
async function forget(id) {
  unfinished.delete(id)
  if (owner !== id) return
  owner = undefined
  await answer(queryMessage('rollback'), () => {})
}

async function work() {
  if (running) return
  running = true
  for (let turn = nextTurn(); turn; turn = nextTurn()) await run(turn.id, turn.batch)
  running = false
  watchOwner()
}

function nextTurn() {
  const index = owner === undefined ? 0 : waiting.findIndex(({ id }) => id === owner)
  return index < 0 ? undefined : waiting.splice(index, 1)[0]
}

function watchOwner() {
  clearTimeout(patience)
  if (owner === undefined || waiting.length === 0) return
  const id = owner
  patience = setTimeout(() => {
    port.postMessage({ kind: 'expired', id })
    forget(id).then(work).catch(stop)
  }, PATIENCE_MS)
}

/**
 * @param {number} id
 * @param {Uint8Array} bytes
 */
function take(id, bytes) {
  const before = unfinished.get(id)
  const fresh = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const all = before ? Buffer.concat([before, fresh]) : fresh
  const end = endOfBatch(all)
  if (end < all.length) unfinished.set(id, all.subarray(end))
  else unfinished.delete(id)
  if (end === 0) return
  waiting.push({ id, batch: all.subarray(0, end) })
  work().catch(stop)
}

async function sendImage() {
  const bytes = await (await engine.dumpDataDir('none')).arrayBuffer()
  port.postMessage({ kind: 'image', bytes: new Uint8Array(bytes) }, [bytes])
}

/**
 * The backend is gone: the other side learns why, and this thread ends.
 * @param {any} error
 */
function stop(error) {
  port.postMessage({ kind: 'stopped', cause: `${error?.name} ${error?.message}` })
  process.exit(1)
}

async function close() {
  await engine.close()
  port.postMessage({ kind: 'closed' })
  port.close()
}

port.on('message', (/** @type {Request} */ request) => {
  if (request.kind === 'bytes') take(request.id, request.bytes)
  else if (request.kind === 'image') sendImage().catch(stop)
  else close().catch(stop)
})
port.postMessage({ kind: 'ready' })
