// @ts-check
/** What the engine has to know of PostgreSQL's wire protocol (version 3) to share one backend between connections. */

const SYNC = 0x53
const QUERY = 0x51
const TERMINATE = 0x58
const READY_FOR_QUERY = 0x5a
const IDLE = 0x49

/** The length of ReadyForQuery, which ends every answer: its type, its length, the state. */
export const READY_BYTES = 6

/**
 * Where the last complete batch ends: everything up to a Sync, Query or Terminate message, or a start-up packet.
 * @param {Buffer} bytes
 * @returns {number} 0 if no batch is complete yet
 */
export function endOfBatch(bytes) {
  let offset = 0
  let end = 0
  while (offset + 5 <= bytes.length) {
    const type = bytes[offset]
    const isStartup = type === 0
    const next = offset + (isStartup ? bytes.readInt32BE(offset) : 1 + bytes.readInt32BE(offset + 1))
    if (next > bytes.length) return end
    offset = next
    if (isStartup || type === SYNC || type === QUERY || type === TERMINATE) end = offset
  }
  return end
}

/** @param {Buffer} batch */
export const isStartup = (batch) => batch[0] === 0

/** @param {Buffer} batch */
export const isTerminate = (batch) => batch[0] === TERMINATE

/**
 * Whether the backend is ready after an answer with this tail, and if so whether it stands inside a transaction.
 * @param {Buffer} tail the last READY_BYTES
 * @returns {'idle' | 'in transaction' | 'not ready'}
 */
export function stateAfter(tail) {
  if (tail.length < READY_BYTES || tail[0] !== READY_FOR_QUERY) return 'not ready'
  return tail[READY_BYTES - 1] === IDLE ? 'idle' : 'in transaction'
}

/**
 * A statement as one Query message.
 * @param {string} statement
 */
export function queryMessage(statement) {
  const text = Buffer.from(`${statement}\0`)
  const head = Buffer.alloc(5)
  head[0] = QUERY
  head.writeInt32BE(4 + text.length, 1)
  return Buffer.concat([head, text])
}
