import { xmlText } from '../export-text.ts'
import { MAIN, XML_HEAD } from '../write-parts.ts'

export const LIST_NAME = '错误清单'
/** Excel takes no more links on one sheet. */
const MOST_LINKS = 60_000

/** One line of the list of faults. */
export interface ListedFault {
  /** The user's sheet, as it is called in the file; '' for the file as a whole. */
  sheet: string
  /** E17, or '' for the sheet as a whole. */
  cell: string
  column: string
  message: string
}

/** The worksheet that lists every fault, each with a link to its cell. */
export function* listSheet(faults: readonly ListedFault[]): Generator<string> {
  yield `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  yield '<cols><col min="1" max="1" width="20" customWidth="1"/><col min="2" max="2" width="18" customWidth="1"/><col min="3" max="3" width="90" customWidth="1"/></cols><sheetData>'
  yield rowXml(1, ['位置', '栏目', '问题'])
  let row = 1
  for (const fault of faults) yield rowXml(++row, [placeOf(fault), fault.column, fault.message])
  yield '</sheetData>'
  yield linksXml(faults)
  yield '</worksheet>'
}

const placeOf = ({ sheet, cell }: ListedFault) => [sheet || '整份文件', cell].filter(Boolean).join('!')

const rowXml = (row: number, texts: readonly string[]) =>
  `<row r="${row}">${texts.map((text, at) => `<c r="${'ABC'[at]!}${row}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`).join('')}</row>`

function linksXml(faults: readonly ListedFault[]): string {
  const links = faults
    .flatMap(({ sheet, cell }, at) => (cell ? [{ at, to: `'${sheet.replaceAll("'", "''")}'!${cell}` }] : []))
    .slice(0, MOST_LINKS)
    .map(({ at, to }) => `<hyperlink ref="A${at + 2}" location="${xmlText(to)}"/>`)
  return links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : ''
}
