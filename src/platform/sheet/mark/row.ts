import { cellAddress, columnNumber } from '../address.ts'
import { xmlText } from '../export-text.ts'

/** A row's XML with the text put into one column, in the place of what stood there; null takes the cell away. */
export function withNote(row: string, number: number, column: number, note: string | null, style: string): string {
  const { head, cells, tail } = parts(row)
  const kept = placed(cells).filter((cell) => cell.column !== column)
  const after = kept.findIndex((cell) => cell.column > column)
  const noted = note === null ? [] : [{ column, xml: noteCell(prefixOf(row), number, column, note, style) }]
  kept.splice(after < 0 ? kept.length : after, 0, ...noted)
  return head + kept.map(({ xml }) => xml).join('') + tail
}

/** The style of the row's last cell, so that a head added beside it looks like its neighbours. */
export function lastStyle(row: string): string {
  const last = placed(parts(row).cells).at(-1)?.xml ?? ''
  return /^<[^>]*?\ss="(\d+)"/.exec(last)?.[1] ?? ''
}

const prefixOf = (row: string) => /^<((?:\w+:)?)/.exec(row)![1]!

/** The tag, what is in it, the end tag. Which columns a row spans (`spans`) no longer holds when one is added. */
function parts(row: string): { head: string; cells: string; tail: string } {
  const tagEnd = row.indexOf('>') + 1
  const tag = row.slice(0, tagEnd).replace(/\sspans="[^"]*"/, '')
  const tail = `</${prefixOf(row)}row>`
  if (tag.endsWith('/>')) return { head: `${tag.slice(0, -2)}>`, cells: '', tail }
  return { head: tag, cells: row.slice(tagEnd, row.lastIndexOf('</')), tail }
}

/** Each cell with its column; one without an address stands next to the one before. */
function placed(cells: string): { column: number; xml: string }[] {
  const found: { column: number; xml: string }[] = []
  for (const [xml, prefix = ''] of cells.matchAll(/<((?:\w+:)?)c(?=[\s/>])[^>]*?(?:\/>|>[\s\S]*?<\/\1c>)/g)) {
    const address = new RegExp(`^<${prefix}c[^>]*?\\sr="([A-Z]+)`).exec(xml)?.[1]
    found.push({ column: address ? columnNumber(address) : (found.at(-1)?.column ?? 0) + 1, xml })
  }
  return found
}

function noteCell(prefix: string, row: number, column: number, note: string, style: string): string {
  const styled = style && ` s="${style}"`
  const text = `<${prefix}is><${prefix}t xml:space="preserve">${xmlText(note)}</${prefix}t></${prefix}is>`
  return `<${prefix}c r="${cellAddress(column, row)}"${styled} t="inlineStr">${text}</${prefix}c>`
}
