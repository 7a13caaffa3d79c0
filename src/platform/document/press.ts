import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export interface Pages {
  pdf: Uint8Array
  pages: number
}

interface Asked {
  draw: { option: object; width: number; height: number; family: string }
  picture: { svg: string; width: number; family: string; fontFiles: readonly string[] }
  typeset: { template: string; data: string; fontFolders: readonly string[] }
}

interface Answered {
  draw: string
  picture: Uint8Array
  typeset: Pages
}

type Reply = { id: number; result?: unknown; failure?: string }

/** The thread that draws and typesets: started when first asked, stopped when it had nothing to do for a while. */
export class Press {
  readonly #idleMs: number
  #worker: Worker | undefined
  #lastId = 0
  #idle: NodeJS.Timeout | undefined
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()

  constructor(idleMs = 30_000) {
    this.#idleMs = idleMs
  }

  ask<K extends keyof Asked>(kind: K, asked: Asked[K]): Promise<Answered[K]> {
    const worker = (this.#worker ??= this.#start())
    clearTimeout(this.#idle)
    this.#lastId += 1
    const id = this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (result: unknown) => void, reject })
      worker.postMessage({ id, kind, ...asked })
    })
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle)
    const worker = this.#worker
    this.#worker = undefined
    if (!worker) return
    const gone = once(worker, 'exit')
    await worker.terminate()
    await gone.catch(() => {})
  }

  #start(): Worker {
    const worker = new Worker(new URL('./press-worker.mjs', import.meta.url), { execArgv: [] })
    worker.unref()
    worker.on('message', (reply: Reply) => this.#take(reply))
    worker.on('error', (error) => this.#fail(worker, error))
    worker.on('exit', () => this.#fail(worker, new Error('the press stopped')))
    return worker
  }

  #take({ id, result, failure }: Reply): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (failure === undefined) waiting?.resolve(result)
    else waiting?.reject(new Error(failure))
    if (this.#waiting.size === 0) this.#idle = setTimeout(() => void this.close(), this.#idleMs).unref()
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker === worker) this.#worker = undefined
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
