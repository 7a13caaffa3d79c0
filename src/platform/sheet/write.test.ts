import { writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { read } from '@e965/xlsx'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, textsByRow } from '../../../test/workbook-files.ts'
import { openWorkbook } from './open.ts'
import { workbookBuffer, writeWorkbook } from './write.ts'
import { writeCsv } from './write-csv.ts'

const folder = temporaryFolder()

const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '\r=1+1', '＝1+1', "'=1", '="00123"', '=cmd|"/c calc"!A1']

async function opened(bytes: Buffer, name: string) {
  await writeFile(folder.path(name), bytes)
  return openWorkbook(folder.path(name))
}

describe('a written workbook', () => {
  const sheets = [
    {
      name: '教师/名册',
      title: '颛桥镇学区2023学年教师情况表',
      columns: [{ title: '工号' }, { title: '日期', kind: 'day' as const }, { title: '人次' }, { title: '骨干' }],
      rows: [
        ['00123', '2023-09-01', 46, true],
        ['00124', '2023-02-30', 0.5, false],
        [null, undefined, NaN, ''],
      ],
    },
    { name: '教师 名册', columns: [{ title: '学校', width: 30 }], rows: [] },
  ]

  it('is opened by another program as it was meant', async () => {
    const book = new exceljs.Workbook()
    await book.xlsx.load((await workbookBuffer(sheets)) as never)
    const [teachers, empty] = book.worksheets
    expect(book.worksheets.map(({ name }) => name)).toEqual(['教师 名册', '教师 名册 2'])
    expect(teachers?.getCell('A1')).toMatchObject({ value: '颛桥镇学区2023学年教师情况表', isMerged: true })
    expect(teachers?.getCell('D1').isMerged).toBe(true)
    expect(teachers?.getCell('A2').font.bold).toBe(true)
    expect(teachers?.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(teachers?.getCell('A3').value).toBe('00123')
    expect(teachers?.getCell('B3').value).toEqual(new Date('2023-09-01T00:00:00Z'))
    expect(teachers?.getCell('C3').value).toBe(46)
    expect(teachers?.getCell('D3').value).toBe('是')
    expect(teachers?.getCell('B4').value).toBe('2023-02-30')
    expect(empty?.getColumn(1).width).toBe(30)
    expect(teachers?.getColumn(1).width).toBeGreaterThanOrEqual(7)
  })

  it('has a note under its rows, across the columns, as high as its lines, and out of the filter', async () => {
    const note = '注：按本学年教师名册统计。'.repeat(12)
    const columns = [{ title: '学校', width: 12 }, { title: '人数' }]
    const book = new exceljs.Workbook()
    await book.xlsx.load((await workbookBuffer([{ name: '表', columns, rows: [['一小', 3]], note }])) as never)
    const sheet = book.worksheets[0]!
    const cell = sheet.getCell('A3')
    expect([cell.value, cell.alignment.wrapText, sheet.getCell('F3').master.address]).toEqual([note, true, 'A3'])
    expect(sheet.getRow(3).height).toBe(15 * 6)
    expect([sheet.getColumn(1).width, sheet.autoFilter]).toEqual([12, 'A1:B2'])
  })

  it('comes back through the reader', async () => {
    const book = await opened(await workbookBuffer(sheets), 'back.xlsx')
    expect(await textsByRow(book.rows('教师 名册'))).toEqual({
      1: ['颛桥镇学区2023学年教师情况表'],
      2: ['工号', '日期', '人次', '骨干'],
      3: ['00123', '2023-09-01', '46', '是'],
      4: ['00124', '2023-02-30', '0.5', '否'],
    })
    expect(await book.merges('教师 名册')).toEqual([{ top: 1, left: 1, bottom: 1, right: 4 }])
    await book.close()
  })

  it('holds formulas as inert text', async () => {
    const bytes = await workbookBuffer([{ name: 'a', columns: [{ title: 't' }], rows: formulas.map((text) => [text]) }])
    const book = new exceljs.Workbook()
    await book.xlsx.load(bytes as never)
    const other = read(bytes, { cellFormula: true }).Sheets['a']!
    formulas.forEach((text, index) => {
      const cell = book.worksheets[0]!.getCell(index + 2, 1)
      expect(cell).toMatchObject({ type: exceljs.ValueType.String, value: text.replace('\r', '\n') })
      expect(other[`A${index + 2}`]).toMatchObject({ t: 's', v: text.replace('\r', '\n') })
      expect(other[`A${index + 2}`].f).toBeUndefined()
    })
  })

  it('gives every text back, whatever is in it', async () => {
    const texts = fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), 500)
    texts.push('_x000D_', ' a ', 'a\nb', '<&>"', '\u0001甲\ufffe', '😀')
    const book = await opened(
      await workbookBuffer([{ name: 'a', columns: [{ title: 't' }], rows: texts.map((text) => [text]) }]),
      'texts.xlsx',
    )
    const rows = await textsByRow(book.rows('a'))
    const unheard = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
    const expected = texts.map((text) => text.replace(unheard, '').replace(/\r/g, '\n'))
    expect(expected.map((_, index) => rows[index + 2]?.[0] ?? '')).toEqual(expected)
    await book.close()
  })

  it('breaks off when its rows do', async () => {
    async function* rows() {
      yield ['1']
      throw new Error('the connection is gone')
    }
    await expect(buffer(writeWorkbook([{ name: 'a', columns: [{ title: 't' }], rows: rows() }]))).rejects.toThrow(
      'the connection is gone',
    )
  })
})

describe('a written CSV', () => {
  it('is UTF-8 with its mark and guards what a spreadsheet would run', async () => {
    const text = (
      await buffer(writeCsv({ columns: [{ title: '名称' }], rows: formulas.map((value) => [value]) }))
    ).toString()
    expect(text.startsWith('\ufeff名称\r\n')).toBe(true)
    for (const line of text.slice(5).split('\r\n').filter(Boolean)) expect(line).toMatch(/^"?'/)
  })

  it('comes back through the reader as it was', async () => {
    const texts = [...formulas, 'a"b', 'a,b', "it's", '00123', ' a', '甲\n乙']
    const bytes = await buffer(
      writeCsv({ columns: [{ title: '名称' }, { title: '数' }], rows: texts.map((text) => [text, -1.5]) }),
    )
    const book = await opened(bytes, '名册.csv')
    expect(book.sheets[0]?.name).toBe('名册')
    const rows = Object.values(await textsByRow(book.rows('名册')))
    expect(rows.slice(1)).toEqual(texts.map((text) => [text, '-1.5']))
    await book.close()
  })
})
