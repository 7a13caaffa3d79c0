/** 1 → 'A', 27 → 'AA'. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

/** 'E17' → 5: the column (1-based) that an A1 address begins with; 0 when it begins with no capital letter. */
export function columnNumber(address: string): number {
  let column = 0
  for (let at = 0; at < address.length; at++) {
    const letter = address.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column
}

/** (5, 17) → 'E17'. */
export const cellAddress = (column: number, row: number): string => columnName(column) + row

export interface CellRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** 'A1:L1' → its corners, 1-based; a single address is a range of one cell. */
export function cellRange(reference: string): CellRange {
  const [from = '', to = from] = reference.replaceAll('$', '').split(':')
  const row = (address: string) => Number(/\d+$/.exec(address)?.[0] ?? 0)
  return { top: row(from), left: columnNumber(from), bottom: row(to), right: columnNumber(to) }
}
