import { xmlText } from './export-text.ts'

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Cell styles by their place in stylesXml. */
export const styles = { general: 0, text: 1, day: 2, header: 3, title: 4, wrapped: 8 }
/** The same for numbers, by their decimals: 1,308, 21.5, 21.51. */
export const numberStyles = [5, 6, 7] as const

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

export function contentTypes(sheets: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${SPREADSHEET}.${type}+xml"/>`
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('workbook.xml', 'sheet.main') +
    override('styles.xml', 'styles') +
    numbers(sheets)
      .map((number) => override(`worksheets/sheet${number}.xml`, 'worksheet'))
      .join('') +
    '</Types>'
  )
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`

const relations = (list: readonly string[]): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`

export const packageRelations = relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')])

export function workbookRelations(sheets: number): string {
  return relations([
    ...numbers(sheets).map((number) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`)),
    relation('rIdStyles', 'styles', 'styles.xml'),
  ])
}

/** The head stands on every page that is printed. */
const printTitles = (names: readonly string[], headRows: readonly number[]): string => {
  const told = names.map(
    (name, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${xmlText(name.replaceAll("'", "''"))}'!$1:$${headRows[index]}</definedName>`,
  )
  return told.length > 0 ? `<definedNames>${told.join('')}</definedNames>` : ''
}

export function workbookXml(names: readonly string[], headRows: readonly number[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets>${printTitles(names, headRows)}</workbook>`
}

const font = (size: number, bold: boolean) => `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/></font>`
const fill = (inner: string) => `<fill>${inner}</fill>`
const style = (format: number, fontId: number, fillId: number, alignment = '') =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0" applyNumberFormat="1"` +
  ` applyFont="1" applyFill="1" applyAlignment="1">${alignment}</xf>`

const wrapped = '<alignment vertical="top" wrapText="1"/>'
const centred = '<alignment horizontal="center" vertical="center" shrinkToFit="1"/>'

export const stylesXml =
  `${XML_HEAD}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="177" formatCode="#,##0.0"/></numFmts>' +
  `<fonts count="3">${font(11, false)}${font(11, true)}${font(14, true)}</fonts>` +
  `<fills count="3">${fill('<patternFill patternType="none"/>')}${fill('<patternFill patternType="gray125"/>')}` +
  `${fill('<patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/></patternFill>')}</fills>` +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="9">${style(0, 0, 0)}${style(49, 0, 0)}${style(176, 0, 0)}${style(49, 1, 2)}${style(49, 2, 0, centred)}` +
  `${style(3, 0, 0)}${style(177, 0, 0)}${style(4, 0, 0)}${style(49, 0, 0, wrapped)}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
