export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** Spreadsheets write control characters in text as _x000D_. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

/** A part of a long string keeps the whole alive; a text that may be kept must not hold its sheet in memory. */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le')
}
