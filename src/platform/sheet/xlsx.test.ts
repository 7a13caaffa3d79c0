import { describe, expect, it } from 'vitest'
import { temporaryFolder, workbookParts, writePackage } from '../../../test/workbook-files.ts'
import { cellAddress } from './address.ts'
import { openWorkbook } from './open.ts'
import type { SheetRow } from './workbook.ts'

const folder = temporaryFolder()

type Workings = Parameters<typeof workbookParts>[0]

async function readRows(workings: Workings): Promise<SheetRow[]> {
  const book = await openWorkbook(await writePackage(folder.path('a.xlsx'), workbookParts(workings)))
  const rows: SheetRow[] = []
  for await (const row of book.rows('表一')) rows.push(row)
  await book.close()
  return rows
}

const readCells = async (cells: string, workings: Partial<Workings> = {}) =>
  (await readRows({ ...workings, sheet: `<sheetData><row r="1">${cells}</row></sheetData>` }))[0]?.cells ?? []

const readCell = async (cell: string, workings: Partial<Workings> = {}) => (await readCells(cell, workings))[0]

const styled = (...codes: string[]) => ({
  styles:
    `<numFmts>${codes.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`).join('')}</numFmts>` +
    `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
    `<cellXfs><xf numFmtId="0"/>${codes.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs>`,
})
const builtIn = (id: number) => ({ styles: `<cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs>` })

describe('the text of a cell', () => {
  it('comes from shared strings, rich text put together and readings left out', async () => {
    const strings =
      '<si><t>张三</t></si><si><r><t>学</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 区</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t/></si>'
    const cells = [0, 1, 2, 3].map((index) => `<c t="s"><v>${index}</v></c>`).join('')
    expect((await readCells(cells, { strings })).map(({ text }) => text)).toEqual(['张三', '学 区', '東京'])
  })

  it('comes from inline strings too', async () => {
    const cell = await readCell('<c r="A1" t="inlineStr"><is><r><t>a&lt;b</t></r><r><t>&#x5F20;</t></r></is></c>')
    expect(cell).toMatchObject({ kind: 'text', text: 'a<b张' })
  })

  it('is unescaped where spreadsheets escape control characters', async () => {
    expect((await readCell('<c t="str"><v>甲_x000D_乙_x005F_x0041_</v></c>'))?.text).toBe('甲\r乙_x0041_')
  })

  it('may hold CDATA and comments', async () => {
    expect((await readCell('<c t="inlineStr"><is><t>a<!-- > --><![CDATA[<&]]>b</t></is></c>'))?.text).toBe('a<&b')
  })

  it('is kept whole when it stands across the chunks of the stream', async () => {
    const texts = Array.from({ length: 5000 }, (_, index) => `第${index}行的文字，写得长一些，好跨过边界`)
    const rows = texts.map((text) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`).join('')
    const read = await readRows({ sheet: `<sheetData>${rows}</sheetData>` })
    expect(read.map(({ cells }) => cells[0]?.text)).toEqual(texts)
  })
})

describe('a number', () => {
  it.each([
    ['42', '42'],
    ['-0.50', '-0.5'],
    ['1.5E3', '1500'],
    ['0.30000000000000004', '0.3'],
    ['00012', '12'],
  ])('%s is read as %s', async (raw, text) => {
    expect(await readCell(`<c><v>${raw}</v></c>`)).toMatchObject({ kind: 'number', text, number: Number(raw) })
  })

  it('keeps the zeros that its format puts in front', async () => {
    expect(await readCell('<c s="1"><v>123</v></c>', styled('000000'))).toMatchObject({ text: '000123', number: 123 })
  })

  it('keeps the decimals that its format shows, when that loses nothing', async () => {
    const cells = await readCells('<c s="1"><v>2019.1</v></c><c s="1"><v>21.456</v></c>', styled('0.00'))
    expect(cells.map(({ text }) => text)).toEqual(['2019.10', '21.456'])
  })

  it('of 16 digits is flagged: the last ones are wrong', async () => {
    const cells = await readCells('<c><v>310112199001011234</v></c><c><v>3.1011219900101101E+17</v></c>')
    expect(cells).toMatchObject([
      { kind: 'number', flag: 'PRECISION_LOST', text: '310112199001011234' },
      { kind: 'number', flag: 'PRECISION_LOST', text: '310112199001011008' },
    ])
  })
})

describe('a date', () => {
  it.each([14, 22, 27, 31, 36, 50, 57, 58])('is known by the built-in format %i', async (id) => {
    expect(await readCell('<c s="1"><v>43709</v></c>', builtIn(id))).toMatchObject({ kind: 'date', text: '2019-09-01' })
  })

  it.each([
    'yyyy&quot;年&quot;m&quot;月&quot;',
    '[$-804]yyyy年m月d日;@',
    'yyyy\\-mm\\-dd',
    '[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;',
    'yyyy/m/d h:mm',
    'm&quot;月&quot;d&quot;日&quot;',
  ])('is known by the format %s', async (code) => {
    expect(await readCell('<c s="1"><v>43709</v></c>', styled(code))).toMatchObject({
      kind: 'date',
      text: '2019-09-01',
    })
  })

  it.each(['0.00', 'General', 'G/通用格式', '#,##0&quot;元&quot;', '[Red]0', '0.00E+00', '@', '[h]:mm', '_-* #,##0_-'])(
    'is not seen in the format %s',
    async (code) => {
      expect((await readCell('<c s="1"><v>43709</v></c>', styled(code)))?.kind).toBe('number')
    },
  )

  it('carries its time of day, rounded to the second', async () => {
    const cells = await readCells(
      '<c s="1"><v>43709.5</v></c><c s="1"><v>43709.999999999</v></c><c s="1"><v>0.25</v></c>',
      {
        ...builtIn(22),
      },
    )
    expect(cells.map(({ text }) => text)).toEqual(['2019-09-01T12:00:00', '2019-09-02', '06:00:00'])
  })

  it('counts from 1904 where the workbook says so', async () => {
    const cell = await readCell('<c s="1"><v>42247</v></c>', { ...builtIn(14), properties: 'date1904="1"' })
    expect(cell?.text).toBe('2019-09-01')
  })

  it('may be written out (t="d")', async () => {
    const cells = await readCells('<c t="d"><v>2019-09-01T00:00:00</v></c><c t="d"><v>2019-09-01</v></c>')
    expect(cells).toMatchObject([
      { kind: 'date', text: '2019-09-01' },
      { kind: 'date', text: '2019-09-01' },
    ])
  })

  it('that no calendar has is flagged', async () => {
    const cells = await readCells(
      '<c s="1"><v>60</v></c><c s="1"><v>-1</v></c><c s="1"><v>9999999</v></c>',
      builtIn(14),
    )
    expect(cells.map(({ flag }) => flag)).toEqual(['BAD_DATE', 'BAD_DATE', 'BAD_DATE'])
  })

  it('before March 1900 allows for the day that Excel invents', async () => {
    const cells = await readCells('<c s="1"><v>1</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c>', builtIn(14))
    expect(cells.map(({ text }) => text)).toEqual(['1900-01-01', '1900-02-28', '1900-03-01'])
  })
})

describe('a formula', () => {
  it('is read by its stored value', async () => {
    const cells = await readCells(
      '<c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v>甲</v></c><c t="b"><f>1=1</f><v>1</v></c>',
    )
    expect(cells.map(({ text, flag }) => [text, flag])).toEqual([
      ['2', undefined],
      ['甲', undefined],
      ['TRUE', undefined],
    ])
  })

  it('without a stored value is flagged, an empty text is not', async () => {
    const cells = await readCells('<c><f>A9</f></c><c><f>A9</f><v></v></c><c t="str"><f>A9</f><v></v></c>')
    expect(cells).toMatchObject([
      { column: 1, kind: 'empty', flag: 'FORMULA_NO_CACHE' },
      { column: 2, kind: 'empty', flag: 'FORMULA_NO_CACHE' },
    ])
    expect(cells).toHaveLength(2)
  })

  it('that failed is an error', async () => {
    expect(await readCell('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>')).toMatchObject({
      kind: 'error',
      text: '#DIV/0!',
      flag: 'ERROR_VALUE',
    })
  })

  it('that stands for a picture of WPS is flagged', async () => {
    const cell = await readCell('<c t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>')
    expect(cell).toMatchObject({ kind: 'empty', text: '', flag: 'WPS_CELL_IMAGE' })
  })
})

describe('rows', () => {
  const addresses = (rows: readonly SheetRow[]) =>
    rows.flatMap(({ row, cells }) => cells.map(({ column }) => cellAddress(column, row)))

  it('and cells without an address follow one another', async () => {
    const sheet =
      '<sheetData><row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row/><row><c><v>4</v></c></row></sheetData>'
    expect(addresses(await readRows({ sheet }))).toEqual(['A1', 'D1', 'E1', 'A3'])
  })

  it('are read with prefixed names, odd quotes and gaps', async () => {
    const sheet =
      '<?xml version="1.0"?>\n<!-- by hand --><x:worksheet xmlns:x="m"><x:sheetData><x:row r = "7" ><x:c t=\'inlineStr\' r = "AB7">' +
      '<x:is><x:t>a</x:t></x:is></x:c\n></x:row></x:sheetData></x:worksheet>'
    expect(await readRows({ sheet })).toMatchObject([{ row: 7, cells: [{ column: 28, text: 'a' }] }])
  })

  it('without content are left out, hidden ones marked', async () => {
    const sheet =
      '<sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" s="3"/></row><row r="9"><c r="B9"><v>2</v></c></row></sheetData>'
    expect(await readRows({ sheet })).toMatchObject([
      { row: 1, hidden: true },
      { row: 9, hidden: false },
    ])
  })

  it('give their cells by column, however they were written', async () => {
    const rows = await readRows({
      sheet: '<sheetData><row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row></sheetData>',
    })
    expect(rows[0]?.cells.map(({ text }) => text)).toEqual(['1', '3'])
  })

  it('are those of the sheet, not of drawings and extensions around them', async () => {
    const sheet =
      '<sheetPr/><dimension ref="A1:A1"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' +
      '<controls><row>5</row><c r="Z9"><v>9</v></c></controls>'
    expect(await readRows({ sheet })).toHaveLength(1)
  })

  it('come in batches, with progress to the full', async () => {
    const rows = Array.from({ length: 2500 }, (_, index) => `<row><c><v>${index}</v></c></row>`).join('')
    const parts = workbookParts({ sheet: `<sheetData>${rows}</sheetData>` })
    const book = await openWorkbook(await writePackage(folder.path('b.xlsx'), parts))
    const seen: number[] = []
    for (const pass of [1, 2]) {
      for await (const batch of book.batches('表一')) seen.push(batch.length * pass)
      expect(book.bytesRead).toBe(book.bytesTotal)
    }
    expect(seen.reduce((sum, rowsSeen) => sum + rowsSeen)).toBe(2500 * 3)
    await book.close()
  })
})
