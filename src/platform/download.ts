import type { Readable } from 'node:stream'

/** A file as reply: what `run` returns instead of the contract's JSON. */
export class Download {
  readonly name: string
  readonly type: string
  readonly body: Buffer | Readable

  constructor(name: string, type: string, body: Buffer | Readable) {
    this.name = name
    this.type = type
    this.body = body
  }
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const PDF = 'application/pdf'
