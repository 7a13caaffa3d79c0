import { Resvg } from '@resvg/resvg-js'
import ExcelJS from 'exceljs'
import { writeFile } from 'node:fs/promises'
import { buffer, text } from 'node:stream/consumers'
import { defaultLimits } from '#platform/sheet/limits.ts'
import { openPackage, type Package } from '#platform/sheet/zip.ts'
import { writePackage, type Parts } from './workbook-files.ts'

const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * A school's workbook as an office keeps it: a merged title in a font of its own, a seal as a picture, a chart, a list to
 * choose from, a colour rule, coloured cells, hidden column, comment. `rows` stand from row 4 on, under the header.
 */
export async function stampedWorkbook(
  path: string,
  {
    sheet,
    title,
    header,
    rows,
  }: { sheet: string; title: string; header: string[]; rows: (string | number | null)[][] },
): Promise<string> {
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet(sheet)
  page.addRow([title])
  page.mergeCells(1, 1, 1, header.length)
  page.getCell('A1').font = { name: '方正小标宋简体', size: 22, bold: true, color: { argb: 'FF8B0000' } }
  page.addRow([])
  page.addRow(header).font = { name: '黑体', size: 12 }
  for (const row of rows) page.addRow(row)
  page.getCell('B4').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE2EFDA' } }
  page.getCell('A4').note = '请核对'
  page.getCell('C4').dataValidation = { type: 'list', allowBlank: true, formulae: ['"甲,乙"'] }
  page.addConditionalFormatting({
    ref: 'A4:A9',
    rules: [{ type: 'expression', priority: 1, formulae: ['LEN(A4)=0'], style: { font: { italic: true } } }],
  })
  const seal = book.addImage({ buffer: sealPicture() as never, extension: 'png' })
  page.addImage(seal, { tl: { col: 1, row: 5 }, ext: { width: 120, height: 120 } })
  await writeFile(path, Buffer.from(await book.xlsx.writeBuffer()))
  return withChart(path, sheet)
}

const sealPicture = (): Buffer =>
  new Resvg(
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120"><circle cx="60" cy="60" r="54" fill="none" stroke="#d00" stroke-width="6"/><path d="M60 30l8 24h25l-20 15 8 24-21-15-21 15 8-24-20-15h25z" fill="#d00"/></svg>',
  )
    .render()
    .asPng()

/** exceljs draws no charts: the chart's parts are put into the package beside the picture. */
async function withChart(path: string, sheet: string): Promise<string> {
  const pack = await openPackage(path, defaultLimits)
  const parts: Parts = {}
  for (const name of pack.names()) parts[name] = await buffer(pack.bytes(name))
  const drawing = 'xl/drawings/drawing1.xml'
  parts[drawing] = before(await read(pack, drawing), '</xdr:wsDr>', anchor)
  const relations = 'xl/drawings/_rels/drawing1.xml.rels'
  const relation = `<Relationship Id="rIdChart" Type="${OFFICE}/chart" Target="../charts/chart1.xml"/>`
  parts[relations] = before(await read(pack, relations), '</Relationships>', relation)
  const override = `<Override PartName="/xl/charts/chart1.xml" ContentType="${CHART_TYPE}"/>`
  parts['[Content_Types].xml'] = before(await read(pack, '[Content_Types].xml'), '</Types>', override)
  parts['xl/charts/chart1.xml'] = chart(sheet)
  pack.close()
  return writePackage(path, parts)
}

const read = (pack: Package, part: string) => text(pack.text(part))
const before = (xml: string, end: string, added: string) => xml.replace(end, `${added}${end}`)

const anchor =
  `<xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>` +
  `<xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>` +
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="77" name="图表"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
  `<xdr:xfrm><a:off xmlns:a="${DRAWING}/main" x="0" y="0"/><a:ext xmlns:a="${DRAWING}/main" cx="0" cy="0"/></xdr:xfrm>` +
  `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/chart">` +
  `<c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}" r:id="rIdChart"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`

const chart = (sheet: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:chart><c:plotArea><c:layout/>` +
  `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>` +
  `<c:val><c:numRef><c:f>'${sheet}'!$D$4:$D$6</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>` +
  `<c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>` +
  `<c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`
