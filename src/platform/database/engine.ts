import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { PortStream } from './port-stream.ts'
import { databaseProblems } from './problems.ts'

/**
 * Where the cluster lies: a folder on disk (made if empty), or memory, filled from the image in a file if given. A
 * transaction that stands still for patienceMs (a minute) while others wait is cut off.
 */
export type Place = ({ folder: string } | { image?: string }) & { patienceMs?: number }

type Message =
  | { kind: 'ready' | 'closed' }
  | { kind: 'bytes'; id: number; bytes: Uint8Array }
  | { kind: 'image'; bytes: Uint8Array }
  | { kind: 'expired'; id: number }
  | { kind: 'stopped'; cause: string }

/** The embedded engine in its own thread, and the connections to it. */
export class Engine {
  readonly #worker: Worker
  readonly #streams = new Map<number, PortStream>()
  #lastId = 0
  /** Why it no longer works, once it does not. */
  failure: Error | undefined

  private constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (message: Message) => this.#take(message))
    worker.on('error', (error) => this.#fail(error.message))
    worker.on('exit', () => this.#fail('exit'))
  }

  /** Starts the thread and waits until the database answers. Rejects if it cannot start. */
  static async start(place: Place): Promise<Engine> {
    const worker = new Worker(new URL('./pglite-worker.mjs', import.meta.url), { workerData: place, execArgv: [] })
    await once(worker, 'message')
    return new Engine(worker)
  }

  /** Registers a connection and returns its number. */
  attach(stream: PortStream): number {
    this.#lastId += 1
    this.#streams.set(this.#lastId, stream)
    return this.#lastId
  }

  detach(id: number): void {
    this.#streams.delete(id)
  }

  send(id: number, bytes: Buffer): void {
    const copy = new Uint8Array(bytes)
    this.#worker.postMessage({ kind: 'bytes', id, bytes: copy }, [copy.buffer])
  }

  /** The whole cluster as an uncompressed tar. Nothing else may run meanwhile. */
  async image(): Promise<Uint8Array> {
    this.#worker.postMessage({ kind: 'image' })
    for (;;) {
      const [message] = (await once(this.#worker, 'message')) as [Message]
      if (message.kind === 'image') return message.bytes
    }
  }

  /** Shuts the database down cleanly; connections that are still open are cut. */
  async close(): Promise<void> {
    if (this.failure) return
    const exited = once(this.#worker, 'exit')
    this.#worker.postMessage({ kind: 'close' })
    await exited
  }

  #take(message: Message): void {
    if (message.kind === 'bytes') this.#streams.get(message.id)?.push(Buffer.from(message.bytes.buffer))
    if (message.kind === 'expired') this.#cut(message.id)
    if (message.kind === 'stopped') this.#fail(message.cause)
  }

  #cut(id: number): void {
    process.emitWarning(FORGOTTEN)
    this.#streams.get(id)?.destroy(new Error(FORGOTTEN))
  }

  /** Every statement that waits for an answer, and every later one, fails instead of hanging. */
  #fail(cause: string): void {
    this.failure ??= databaseProblems.engineStopped({ cause })
    for (const stream of this.#streams.values()) stream.destroy(this.failure)
  }
}

const FORGOTTEN =
  'A transaction stood still while others waited and was cut off; it may have opened a second one inside itself.'
