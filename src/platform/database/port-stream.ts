import { Duplex } from 'node:stream'
import type { Engine } from './engine.ts'

const TERMINATE = Buffer.from([0x58, 0, 0, 0, 4])

/** What pg takes for its socket: bytes go to the engine's thread and come back from there. */
export class PortStream extends Duplex {
  readonly #engine: Engine
  readonly #id: number

  constructor(engine: Engine) {
    super({ allowHalfOpen: false })
    this.#engine = engine
    this.#id = engine.attach(this)
  }

  connect(): this {
    queueMicrotask(() => {
      if (this.#engine.failure) this.destroy(this.#engine.failure)
      else this.emit('connect')
    })
    return this
  }

  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#engine.send(this.#id, chunk)
    done()
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#engine.send(this.#id, Buffer.concat(chunks.map(({ chunk }) => chunk)))
    done()
  }

  override _final(done: (error?: Error | null) => void): void {
    done()
    this.push(null)
  }

  /** However a connection ends, the engine is told, so that it rolls back what was left open. */
  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#engine.send(this.#id, TERMINATE)
    this.#engine.detach(this.#id)
    done(error)
  }
}
