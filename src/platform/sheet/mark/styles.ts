import { sheetProblems } from '../problems.ts'

/** Dark red on pale red: seen on screen, and on grey print by the darker ground. */
const colour = (p: string) =>
  `<${p}dxf><${p}font><${p}color rgb="FFB3261E"/></${p}font>` +
  `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FFFFD9D6"/><${p}bgColor rgb="FFFFD9D6"/></${p}patternFill></${p}fill></${p}dxf>`

/** The workbook's styles with one more differential style, and its number. Nothing that is there changes. */
export function withMarkStyle(xml: string): { xml: string; style: number } {
  const prefix = /<((?:\w+:)?)styleSheet\b/.exec(xml)?.[1]
  if (prefix === undefined) throw sheetProblems.damaged()
  const known = new RegExp(`<${prefix}dxfs(?=[\\s/>])[^>]*?(/>|>)`).exec(xml)
  if (!known) return { xml: inserted(xml, prefix), style: 0 }
  if (known[1] === '/>')
    return { xml: replaced(xml, known, `<${prefix}dxfs count="1">${colour(prefix)}</${prefix}dxfs>`), style: 0 }
  const end = xml.indexOf(`</${prefix}dxfs>`, known.index)
  if (end < 0) throw sheetProblems.damaged()
  const style = [...xml.slice(known.index, end).matchAll(new RegExp(`<${prefix}dxf(?=[\\s/>])`, 'g'))].length
  const open = `<${prefix}dxfs count="${style + 1}">`
  const inside = xml.slice(known.index + known[0].length, end)
  return { xml: xml.slice(0, known.index) + open + inside + colour(prefix) + xml.slice(end), style }
}

const replaced = (xml: string, { index, 0: { length } }: RegExpExecArray, by: string) =>
  xml.slice(0, index) + by + xml.slice(index + length)

/** Differential styles stand after the cell styles, before those of tables, colours and extensions. */
function inserted(xml: string, prefix: string): string {
  const next = new RegExp(`<${prefix}(tableStyles|colors|extLst)(?=[\\s/>])|</${prefix}styleSheet>`).exec(xml)
  if (!next) throw sheetProblems.damaged()
  return `${xml.slice(0, next.index)}<${prefix}dxfs count="1">${colour(prefix)}</${prefix}dxfs>${xml.slice(next.index)}`
}
