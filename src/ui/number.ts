const grouped = (decimals: number) =>
  new Intl.NumberFormat('zh-CN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
const formats = [grouped(0), grouped(1), grouped(2)]

/** Percentages have two decimals, counts none. */
export const decimalsOf = (unit: string): number => (unit === '%' ? 2 : 0)

/** 12,345 or 21.51; — where nothing is known. */
export function inFigures(value: number | null | undefined, decimals = 0): string {
  return value === null || value === undefined ? '—' : formats[decimals]!.format(value)
}

const han = '零一两三四五六七八九十'
/** 三 (as in 三年) or 3. */
export const countInWords = (n: number, language: string): string =>
  language === 'zh-CN' ? (han[n] ?? String(n)) : String(n)

/** How far a value moved, in its own unit (percentage points for %); null where one end is unknown. */
export function moved(from: number | null | undefined, to: number | null | undefined): number | null {
  if (from === null || from === undefined || to === null || to === undefined) return null
  return Math.round((to - from) * 100) / 100
}

/** A distance in words: one decimal is enough from 1 on, two below. */
export function distance(by: number, unit: string): string {
  const size = Math.abs(by)
  return inFigures(size, unit === '%' ? (size >= 1 ? 1 : 2) : 0)
}

/** 3.4 MB */
export function inBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
