import { escaped } from '#shared/xml.ts'

/** How a text begins that a spreadsheet would run as a formula; full-width signs count in Chinese versions. */
const RUNS = '[=+\\-@\\t\\r\\n＝＋－＠]'
const runs = new RegExp(`^${RUNS}|^'`)
const guarded = new RegExp(`^'(?:${RUNS}|')`)

/** '=1+1' → "'=1+1": for CSV, where any field may be taken for a formula. `withoutGuard` undoes it. */
export const withGuard = (text: string): string => (runs.test(text) ? `'${text}` : text)

export const withoutGuard = (text: string): string => (guarded.test(text) ? text.slice(1) : text)

/** Text for the XML of a workbook: what a spreadsheet would unescape (_x000D_) is escaped. */
export const xmlText = (text: string): string =>
  escaped(/_x[\dA-Fa-f]{4}_/.test(text) ? text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_') : text)

/** A sheet's name as Excel allows it: 31 characters, none of []:*?/\ and no apostrophe at either end. */
export function sheetNameFor(wanted: string): string {
  const name = wanted
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31)
  return name || 'Sheet'
}
