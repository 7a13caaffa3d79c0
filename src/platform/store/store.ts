import type { Readable } from 'node:stream'

/** A stretch of a file in bytes, both ends counted, as HTTP ranges are. */
export interface Range {
  from: number
  until: number
}

/** Where the bytes of kept files lie, each once under its SHA-256. What is put is there whole or not at all. */
export interface Store {
  has(sha256: string): Promise<boolean>
  /** Takes the file at `path`; it may lie there on, or be taken along. */
  put(sha256: string, path: string): Promise<void>
  /** Streams it; the store's own error where it is not there. */
  read(sha256: string, range?: Range): Promise<Readable>
  remove(sha256: string): Promise<void>
}
