import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Kind, Progress, Questions, Reply } from './questions.ts'

export interface Asking {
  onProgress?(progress: Progress): void
  /** Aborted: the thread is ended, whatever it is doing; the next question gets a fresh one. */
  signal?: AbortSignal
}

/** Why a question was not answered: whoever asked took it back. */
export class Cancelled extends Error {}

const IDLE_MS = 10 * 60_000

/** A small nursery: a model is built once and kept, and a large one only spreads what is thrown away over more memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1_024 }

/** The thread as it is built beside the server; as it is written, it is translated on the way by what runs us too. */
function startWorker(): Worker {
  if (import.meta.url.endsWith('.mjs'))
    return new Worker(new URL('./planner-worker.mjs', import.meta.url), { execArgv: [], resourceLimits })
  const written = new URL('./planner-worker.ts', import.meta.url).href
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import('${written}') })`
  return new Worker(start, { eval: true, execArgv: [], resourceLimits })
}

/**
 * Asks the planning threads: at most so many work at a time, the other questions wait in their order. A thread is started
 * when first asked and stays, because compiling the solver takes seconds; after ten idle minutes it is ended.
 */
export class Planner {
  readonly #most: number
  readonly #idle: Thread[] = []
  readonly #busy = new Set<Thread>()
  readonly #waiting: (() => void)[] = []

  constructor(most = 2) {
    this.#most = most
  }

  async ask<K extends Kind>(
    kind: K,
    asked: Questions[K]['asked'],
    asking: Asking = {},
  ): Promise<Questions[K]['answer']> {
    const thread = await this.#take(asking.signal)
    try {
      return (await thread.ask(kind, asked, asking)) as Questions[K]['answer']
    } finally {
      this.#give(thread)
    }
  }

  /** Has a thread ready, so that the first question need not wait for it. */
  warm(): void {
    if (this.#idle.length + this.#busy.size === 0) this.#rest(new Thread())
  }

  async close(): Promise<void> {
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((thread) => thread.end()))
  }

  async #take(signal?: AbortSignal): Promise<Thread> {
    while (this.#busy.size >= this.#most) await new Promise<void>((free) => this.#waiting.push(free))
    if (signal?.aborted) {
      this.#waiting.shift()?.()
      throw new Cancelled()
    }
    const thread = this.#idle.pop() ?? new Thread()
    thread.wake()
    this.#busy.add(thread)
    return thread
  }

  #give(thread: Thread): void {
    this.#busy.delete(thread)
    if (thread.isAlive) this.#rest(thread)
    this.#waiting.shift()?.()
  }

  #rest(thread: Thread): void {
    this.#idle.push(thread)
    thread.sleep(() => {
      this.#idle.splice(this.#idle.indexOf(thread), 1)
      void thread.end()
    })
  }
}

interface Open {
  id: number
  asking: Asking
  resolve(answer: unknown): void
  reject(error: Error): void
}

class Thread {
  readonly #worker = startWorker()
  #open: Open | undefined
  #lastId = 0
  #alarm: NodeJS.Timeout | undefined
  isAlive = true

  constructor() {
    this.#worker.on('message', (reply: Reply) => this.#hear(reply))
    this.#worker.on('error', (error) => this.#fail(error))
    this.#worker.on('exit', () => this.#fail(new Error('the planning thread stopped')))
    // After the listeners, which hold the process; a thread that waits must not.
    this.#worker.unref()
  }

  ask(kind: Kind, asked: object, asking: Asking): Promise<unknown> {
    const id = ++this.#lastId
    const cancel = () => {
      this.#fail(new Cancelled())
      void this.#worker.terminate()
    }
    asking.signal?.addEventListener('abort', cancel, { once: true })
    this.#worker.ref()
    return new Promise((resolve, reject) => {
      this.#open = { id, asking, resolve, reject }
      this.#worker.postMessage({ id, kind, ...asked })
    }).finally(() => {
      this.#worker.unref()
      asking.signal?.removeEventListener('abort', cancel)
    })
  }

  wake(): void {
    clearTimeout(this.#alarm)
  }

  sleep(atLast: () => void): void {
    this.#alarm = setTimeout(atLast, IDLE_MS).unref()
  }

  async end(): Promise<void> {
    this.wake()
    if (!this.isAlive) return
    const gone = once(this.#worker, 'exit')
    await this.#worker.terminate()
    await gone.catch(() => {})
  }

  #hear(reply: Reply): void {
    const open = this.#open
    if (!open || reply.id !== open.id) return
    if ('progress' in reply) return open.asking.onProgress?.(reply.progress)
    this.#open = undefined
    if ('failure' in reply) open.reject(new Error(reply.failure))
    else open.resolve(reply.answer)
  }

  #fail(error: Error): void {
    this.isAlive = false
    this.#open?.reject(error)
    this.#open = undefined
  }
}
