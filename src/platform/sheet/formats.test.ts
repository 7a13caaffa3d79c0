import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../config.ts'
import { temporaryFolder, textsByRow, workbookParts, writePackage } from '../../../test/workbook-files.ts'
import { openWorkbook } from './open.ts'
import type { Workbook } from './workbook.ts'

const folder = temporaryFolder()

const header = ['工号', '姓名', '出生年月', '学校', '人次']
const rows = [
  ['001120001', '张三', '1981-08', '颛桥一园（示例）', '46'],
  ['001120002', '欧阳锋', '2019年9月', '颛桥一园（示例）', '1280'],
]
/** 出, GBK and UTF-8, is what a table of this kind looks like in every format. */
const expected = { 1: ['颛桥镇学区2023学年教师情况表'], 2: header, 4: rows[0], 5: rows[1] }

async function asXlsx(): Promise<Buffer> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('教师')
  sheet.addRow([expected[1][0]])
  sheet.mergeCells('A1:E1')
  sheet.addRow(header)
  sheet.addRow([])
  for (const row of rows) sheet.addRow([...row.slice(0, 4), Number(row[4])])
  return Buffer.from(await book.xlsx.writeBuffer())
}

function asOldFormat(bookType: 'biff8' | 'xlml'): Buffer {
  const sheet = utils.aoa_to_sheet([
    expected[1],
    header,
    [],
    ...rows.map((row) => [...row.slice(0, 4), Number(row[4])]),
  ])
  sheet['!merges'] = [utils.decode_range('A1:E1')]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '教师')
  return write(book, { type: 'buffer', bookType }) as Buffer
}

const lines = [expected[1], header, [], ...rows]
const asText = (mark: string, end = '\r\n') => lines.map((line) => line.join(mark) + end).join('')

function asPage(charset: string, encode: (page: string) => Buffer): Buffer {
  const cells = lines.map((line) => `<tr>${line.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')
  return encode(
    `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="${charset}"><x:Name>教师</x:Name></head>` +
      `<body><table>${cells}</table></body></html>`,
  )
}

/** GBK bytes of text; the platform only decodes it, so its table is turned round once. */
const toGbk = (() => {
  const bytesOf = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0x81; high < 0xff; high++)
    for (let low = 0x40; low < 0xff; low++) bytesOf.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return (text: string) =>
    Buffer.from(
      [...text].flatMap((character) => (character < '\x80' ? character.charCodeAt(0) : bytesOf.get(character)!)),
    )
})()

const files: Record<string, () => Buffer | Promise<Buffer>> = {
  '教师.xlsx': asXlsx,
  '教师.xls': () => asOldFormat('biff8'),
  '教师 2003.xls': () => asOldFormat('xlml'),
  '教师 page.xls': () => asPage('utf-8', Buffer.from),
  '教师 page in GBK.xls': () => asPage('gb2312', toGbk),
  '教师.csv': () => toGbk(asText(',')),
  '教师 in UTF-8.csv': () => Buffer.from(asText(',')),
  '教师 with a mark.csv': () => Buffer.from(`\ufeff${asText(',', '\n')}`),
  '教师 by semicolon.csv': () => Buffer.from(asText(';')),
  '教师 as Unicode.txt': () => Buffer.from(`\ufeff${asText('\t')}`, 'utf16le'),
  '教师 as big-endian.txt': () => Buffer.from(`\ufeff${asText('\t')}`, 'utf16le').swap16(),
}

describe('the same table is read from', () => {
  it.each(Object.keys(files))('%s', async (name) => {
    await writeFile(folder.path(name), await files[name]!())
    const book = await openWorkbook(folder.path(name))
    const [sheet] = book.sheets
    expect(book.sheets).toHaveLength(1)
    if (book.kind !== 'csv') expect(sheet?.name).toBe('教师')
    expect(await textsByRow(book.rows(sheet!.name))).toEqual(expected)
    expect(book.bytesRead).toBe(book.bytesTotal)
    await book.close()
  })

  it('a file whose ending lies', async () => {
    await writeFile(folder.path('lie.csv'), asOldFormat('biff8'))
    const book = await openWorkbook(folder.path('lie.csv'))
    expect(book.kind).toBe('xls')
    await book.close()
  })
})

it('merged ranges are told', async () => {
  const sheet =
    '<sheetData/><mergeCells count="2"><mergeCell ref="A1:L1"/><x:mergeCell xmlns:x="m" ref="$B$2:$B$30" /></mergeCells>'
  const book = await openWorkbook(await writePackage(folder.path('c.xlsx'), workbookParts({ sheet })))
  expect(await book.merges('表一')).toEqual([
    { top: 1, left: 1, bottom: 1, right: 12 },
    { top: 2, left: 2, bottom: 30, right: 2 },
  ])
  await book.close()
})

it('merged ranges are told by old formats too', async () => {
  await writeFile(folder.path('merged.xls'), asOldFormat('biff8'))
  const book = await openWorkbook(folder.path('merged.xls'))
  expect(await book.merges('教师')).toEqual([{ top: 1, left: 1, bottom: 1, right: 5 }])
  await book.close()
})

it('numbers and dates of old formats are read like those of new ones', async () => {
  const sheet = utils.aoa_to_sheet([[43709, 123, 2019.1, true, 7]])
  sheet['A1'].z = 'yyyy"年"m"月"'
  sheet['B1'].z = '000000'
  sheet['C1'].z = '0.00'
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '一')
  utils.book_append_sheet(book, utils.aoa_to_sheet([['藏']]), '二')
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
  await writeFile(folder.path('kinds.xls'), write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer)
  const opened = await openWorkbook(folder.path('kinds.xls'))
  const read = []
  for await (const row of opened.rows('一')) read.push(...row.cells.map(({ kind, text }) => [kind, text]))
  expect(read).toEqual([
    ['date', '2019-09-01'],
    ['number', '000123'],
    ['number', '2019.10'],
    ['boolean', 'TRUE'],
    ['number', '7'],
  ])
  expect(opened.sheets.map(({ hidden }) => hidden)).toEqual([false, true])
  await opened.close()
})

describe('a CSV', () => {
  async function textsOf(text: string, name = 'a.csv') {
    await writeFile(folder.path(name), text)
    const book = await openWorkbook(folder.path(name), { name: '教师.csv' })
    expect(book.sheets[0]?.name).toBe('教师')
    return textsByRow(book.rows('教师'))
  }

  it('keeps quoted commas, lines and quotes, and counts blank lines', async () => {
    expect(await textsOf('名称,注\n"甲,乙","第一行\n第二行"\n\n"说""好""",x\n')).toEqual({
      1: ['名称', '注'],
      2: ['甲,乙', '第一行\n第二行'],
      4: ['说"好"', 'x'],
    })
  })

  it('is read through a stray quote and rows of different length', async () => {
    expect(await textsOf('a,b\n5" 屏,1,2\nc\n')).toEqual({ 1: ['a', 'b'], 2: ['5" 屏', '1', '2'], 3: ['c'] })
  })

  it('gives back texts that were guarded against spreadsheets', async () => {
    expect(await textsOf(`="00123",'=1+1\n`)).toEqual({ 1: ['00123', '=1+1'] })
  })
})

describe('the ledgers of the sample cluster', () => {
  const names = ['学校', '教师', '交流轮岗', '工作室', '课程', '教研活动', '跨校带教', '场馆共享', '办学绩效']
  const open = (year: number) => openWorkbook(join(projectRoot(), 'sample', `颛桥镇学区台账-${year}学年.xlsx`))

  async function countRows(book: Workbook, sheetName: string): Promise<number> {
    let count = 0
    for await (const batch of book.batches(sheetName)) count += batch.length
    return count
  }

  it.each([2021, 2022, 2023])('%i has nine sheets, each with a merged title, a header and rows', async (year) => {
    const book = await open(year)
    expect(book.sheets.map(({ name }) => name)).toEqual(names)
    for (const { name } of book.sheets) {
      const head = await textsByRow(firstRows(book, name, 2))
      expect(head[1]?.[0]).toMatch(new RegExp(`^颛桥镇学区${year}学年${name}情况表$`))
      expect(await book.merges(name)).toEqual([{ top: 1, left: 1, bottom: 1, right: head[2]?.length }])
      expect(await countRows(book, name)).toBeGreaterThanOrEqual(2)
    }
    expect(book.bytesRead).toBe(book.bytesTotal)
    await book.close()
  })

  async function* firstRows(book: Workbook, sheetName: string, count: number) {
    for await (const row of book.rows(sheetName)) {
      yield row
      if ((count -= 1) === 0) return
    }
  }

  it('read the same as by another library', async () => {
    const file = join(projectRoot(), 'sample', '颛桥镇学区台账-2023学年.xlsx')
    const other = await new exceljs.Workbook().xlsx.readFile(file)
    const book = await openWorkbook(file)
    for (const sheet of other.worksheets) {
      const theirs: Record<number, string[]> = {}
      sheet.eachRow((row, number) => {
        const texts: string[] = []
        row.eachCell((cell, column) => (texts[column - 1] = otherText(cell)))
        const width = texts.findLastIndex((text) => text) + 1
        if (width > 0) theirs[number] = Array.from(texts.slice(0, width), (text) => text ?? '')
      })
      expect(await textsByRow(book.rows(sheet.name))).toEqual(theirs)
    }
    await book.close()
  })

  /** A merged cell repeats its master's text there; here only the master has it. */
  function otherText(cell: exceljs.Cell): string {
    if (cell.isMerged && cell.master !== cell) return ''
    return cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : String(cell.value ?? '')
  }
})
