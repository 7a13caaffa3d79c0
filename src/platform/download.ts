import type { Readable } from 'node:stream'

interface Manner {
  /** Shown where it is, not put aside as a download: for types that a browser shows and that hold no script. */
  inline?: boolean
  /** A stretch of it was asked for: where it begins and ends (both counted) in how many bytes. */
  range?: { from: number; until: number; of: number }
  /** How many bytes come, where that is known. */
  bytes?: number
}

/** A file as reply: what `run` returns instead of the contract's JSON. */
export class Download {
  readonly name: string
  readonly type: string
  readonly body: Buffer | Readable
  readonly manner: Manner

  constructor(name: string, type: string, body: Buffer | Readable, manner: Manner = {}) {
    this.name = name
    this.type = type
    this.body = body
    this.manner = manner
  }
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const PDF = 'application/pdf'
