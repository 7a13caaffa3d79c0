import { valueOf } from '../correction.rules.ts'
import type { RefusedRow } from '../correction.contract.ts'

/** What was typed into one row since it was last saved: null takes a cell back to what the file says. */
export interface Typed {
  id: string
  edits: Record<string, string | null>
  dropped?: boolean
}

export type Saving = 'saved' | 'typing' | 'saving' | 'failed'

const PAUSE_MS = 500
const AGAIN_MS = 5000
const MOST_ROWS = 500

/**
 * The refused rows on a page while a person puts them right. What is typed is sent on after a moment, many cells at
 * once; where that fails it stays and is sent again.
 */
export class Drafts {
  readonly rows: readonly RefusedRow[]
  readonly #send: (rows: Typed[]) => Promise<unknown>
  readonly #byId: Map<string, RefusedRow>
  readonly #listeners = new Set<() => void>()
  #unsaved = new Map<string, Typed>()
  #sending: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #failed = false
  /** Grows with every change: what a page that shows the rows listens to. */
  version = 0

  constructor(rows: readonly RefusedRow[], send: (rows: Typed[]) => Promise<unknown>) {
    this.rows = rows.map((row) => ({ ...row, edits: { ...row.edits } }))
    this.#send = send
    this.#byId = new Map(this.rows.map((row) => [row.id, row]))
  }

  get saving(): Saving {
    if (this.#sending) return 'saving'
    if (this.#unsaved.size === 0) return 'saved'
    return this.#failed ? 'failed' : 'typing'
  }

  row(id: string): RefusedRow | undefined {
    return this.#byId.get(id)
  }

  /** Puts a text into a cell; the file's own text is no edit. */
  type(id: string, column: string, text: string): void {
    const row = this.#byId.get(id)
    if (!row || valueOf(row, column) === text) return
    const isOriginal = (row.cells[column] ?? '') === text
    if (isOriginal) delete row.edits[column]
    else row.edits[column] = text
    this.#unsavedOf(id).edits[column] = isOriginal ? null : text
    this.#changed()
  }

  drop(id: string, dropped: boolean): void {
    const row = this.#byId.get(id)
    if (!row || row.dropped === dropped) return
    row.dropped = dropped
    this.#unsavedOf(id).dropped = dropped
    this.#changed()
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Sends what is unsaved now; resolves when all of it is saved, rejects where it cannot be. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#sending
    while (this.#unsaved.size > 0) await this.#sendSome()
  }

  #unsavedOf(id: string): Typed {
    const typed = this.#unsaved.get(id) ?? { id, edits: {} }
    this.#unsaved.set(id, typed)
    return typed
  }

  #changed(): void {
    this.#tell()
    this.#sendAfter(PAUSE_MS)
  }

  #sendAfter(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush().catch(() => this.#sendAfter(AGAIN_MS)), milliseconds)
  }

  #sendSome(): Promise<void> {
    const some = [...this.#unsaved.values()].slice(0, MOST_ROWS)
    for (const { id } of some) this.#unsaved.delete(id)
    this.#sending = this.#send(some)
      .then(() => void (this.#failed = false))
      .catch((error: unknown) => {
        this.#failed = true
        for (const one of some) this.#keepUnsaved(one)
        throw error
      })
      .finally(() => {
        this.#sending = undefined
        this.#tell()
      })
    this.#tell()
    return this.#sending
  }

  /** What was typed since wins over what could not be saved. */
  #keepUnsaved(one: Typed): void {
    const since = this.#unsaved.get(one.id)
    this.#unsaved.set(one.id, { ...one, ...since, edits: { ...one.edits, ...since?.edits } })
  }

  #tell(): void {
    this.version++
    for (const listener of this.#listeners) listener()
  }
}
