const MB = 1024 * 1024

/** What a spreadsheet may cost. A real ledger stays far below; whatever goes beyond is refused, not cut off. */
export interface SheetLimits {
  /** Files inside the .xlsx package. */
  entries: number
  /** Bytes of one unpacked part, and of all together. */
  partBytes: number
  totalBytes: number
  /** How far a part above 16 MB may have been packed. */
  ratio: number
  /** Characters of one tag, text or comment of XML. */
  tokenChars: number
  depth: number
  /** Rough memory of the table of shared strings. */
  sharedStringBytes: number
  /** Entries of a package's lists: sheets, relations, styles, merged ranges. */
  listed: number
  rows: number
  columns: number
  cellChars: number
  /** Old formats are read whole, by a worker: bytes of the file, of a web page, heap and time it may take. */
  oldFormatBytes: number
  pageBytes: number
  oldFormatHeapMb: number
  oldFormatSeconds: number
}

export const defaultLimits: SheetLimits = {
  entries: 2000,
  partBytes: 512 * MB,
  totalBytes: 1024 * MB,
  ratio: 400,
  tokenChars: MB,
  depth: 64,
  sharedStringBytes: 100 * MB,
  listed: 65_536,
  rows: 1_048_576,
  columns: 256,
  cellChars: 32_767,
  oldFormatBytes: 30 * MB,
  pageBytes: 8 * MB,
  oldFormatHeapMb: 128,
  oldFormatSeconds: 60,
}
