import { createWriteStream } from 'node:fs'
import { buffer, text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { stampedWorkbook } from '../../../../test/stamped-workbook.ts'
import { temporaryFolder, textsByRow, workbookParts, writePackage } from '../../../../test/workbook-files.ts'
import { defaultLimits } from '../limits.ts'
import { openWorkbook } from '../open.ts'
import { openPackage } from '../zip.ts'
import { markWorkbook, type WorkbookMarks } from './mark.ts'

const folder = temporaryFolder()

const paper = {
  sheet: '教师',
  title: '颛桥镇学区2023学年教师',
  header: ['工号', '姓名', '类别', '人数'],
  rows: [
    ['0001', '赵一', '甲', 12],
    ['0002', '钱二 <&>', '丙', 7],
    ['0003', '孙三', null, 5],
  ],
}
const marks = (more: Partial<WorkbookMarks> = {}): WorkbookMarks => ({
  sheets: new Map([
    [
      '教师',
      {
        headerRow: 3,
        noteColumn: 5,
        again: false,
        cells: [
          { row: 5, column: 3, message: '类别“丙”不在可选范围内 <&>' },
          { row: 5, column: 2, message: '姓名有误' },
          { row: 6, column: 3, message: '类别没有填' },
        ],
      },
    ],
  ]),
  faults: [
    { sheet: '教师', cell: 'C5', column: '类别', message: '类别“丙”不在可选范围内 <&>' },
    { sheet: '', cell: '', column: '', message: '没有“学校”工作表' },
  ],
  ...more,
})

async function marked(source: string, name: string, of: WorkbookMarks): Promise<string> {
  const path = folder.path(name)
  await pipeline(await markWorkbook(source, of), createWriteStream(path))
  return path
}

async function partsOf(path: string): Promise<Map<string, Buffer>> {
  const pack = await openPackage(path, defaultLimits)
  const parts = new Map<string, Buffer>()
  for (const name of pack.names()) parts.set(name, await buffer(pack.bytes(name)))
  pack.close()
  return parts
}

async function textsIn(path: string, sheet: string) {
  const book = await openWorkbook(path)
  const texts = await textsByRow(book.rows(sheet))
  await book.close()
  return texts
}

describe('the user’s own file with its faults marked', () => {
  test('has a note beside each faulty row and every fault in a list, and nothing else of its text changed', async () => {
    const source = await stampedWorkbook(folder.path('甲.xlsx'), paper)
    const path = await marked(source, '甲-标注.xlsx', marks())
    expect(await textsIn(path, '教师')).toEqual({
      1: ['颛桥镇学区2023学年教师'],
      3: ['工号', '姓名', '类别', '人数', '校验说明'],
      4: ['0001', '赵一', '甲', '12'],
      5: ['0002', '钱二 <&>', '丙', '7', 'C5：类别“丙”不在可选范围内 <&>\nB5：姓名有误'],
      6: ['0003', '孙三', '', '5', 'C6：类别没有填'],
    })
    expect(await textsIn(path, '错误清单')).toEqual({
      1: ['位置', '栏目', '问题'],
      2: ['教师!C5', '类别', '类别“丙”不在可选范围内 <&>'],
      3: ['整份文件', '', '没有“学校”工作表'],
    })
  })

  test('keeps picture, chart, comment and every other part byte for byte', async () => {
    const source = await stampedWorkbook(folder.path('乙.xlsx'), paper)
    const before = await partsOf(source)
    const after = await partsOf(await marked(source, '乙-标注.xlsx', marks()))
    const changed = [...before.keys()].filter((name) => !after.get(name)?.equals(before.get(name)!))
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ])
    expect([...after.keys()].filter((name) => !before.has(name))).toEqual(['xl/worksheets/yanzhen-faults.xml'])
    expect([...before.keys()]).toEqual(expect.arrayContaining(['xl/media/image1.png', 'xl/charts/chart1.xml']))
  })

  test('keeps fonts, fills, merged cells, lists and colour rules of its own', async () => {
    const source = await stampedWorkbook(folder.path('丙.xlsx'), paper)
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(await marked(source, '丙-标注.xlsx', marks()))
    const sheet = book.getWorksheet('教师')!
    expect(sheet.getCell('A1').font).toMatchObject({ name: '方正小标宋简体', size: 22, bold: true })
    expect(sheet.getCell('B1').master.address).toBe('A1')
    expect(sheet.getCell('B4').fill).toMatchObject({ fgColor: { argb: 'FFE2EFDA' } })
    expect(sheet.getCell('C4').dataValidation.formulae).toEqual(['"甲,乙"'])
    const rules = (sheet as unknown as { conditionalFormattings: { ref: string; rules: { formulae: string[] }[] }[] })
      .conditionalFormattings
    expect(rules.map(({ ref, rules: [rule] }) => [ref, rule!.formulae[0]])).toEqual([
      ['A4:A9', 'LEN(A4)=0'],
      ['E5:E6 C5 B5 C6', 'AND(LEN($E5)>0,N("yanzhen")=0)'],
    ])
  })

  test('that comes back is marked anew: old notes and colours go, and the list is the new one', async () => {
    const source = await stampedWorkbook(folder.path('丁.xlsx'), paper)
    const once = await marked(source, '丁-一.xlsx', marks())
    const [sheet] = [...marks().sheets.values()]
    const left = { ...sheet!, again: true, cells: [{ row: 6, column: 3, message: '类别没有填' }] }
    const twice = await marked(once, '丁-二.xlsx', { sheets: new Map([['教师', left]]), faults: [] })
    expect((await textsIn(twice, '教师'))[5]).toEqual(['0002', '钱二 <&>', '丙', '7'])
    expect((await textsIn(twice, '教师'))[6]?.[4]).toBe('C6：类别没有填')
    expect(await textsIn(twice, '错误清单')).toEqual({ 1: ['位置', '栏目', '问题'] })
    const xml = String((await partsOf(twice)).get('xl/worksheets/sheet1.xml'))
    expect(xml.match(/yanzhen/g)).toHaveLength(1)
  })

  test('may be written by any program: prefixes, cells without addresses, empty rows, no styles', async () => {
    const bare = workbookParts({
      sheet:
        '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
        '<x:row><x:c t="inlineStr"><x:is><x:t>工号</x:t></x:is></x:c></x:row><x:row r="2"/>' +
        '<x:row r="3" spans="1:2"><x:c t="inlineStr"><x:is><x:t>0001</x:t></x:is></x:c><x:c/></x:row></x:sheetData></x:worksheet>',
    })
    const source = await writePackage(folder.path('戊.xlsx'), { ...bare, '[Content_Types].xml': '<Types></Types>' })
    const cells = [
      { row: 2, column: 1, message: '没有填' },
      { row: 3, column: 1, message: '不对' },
    ]
    const sheets = new Map([['表一', { headerRow: 1, noteColumn: 4, again: false, cells }]])
    const path = await marked(source, '戊-标注.xlsx', { sheets, faults: [] })
    expect(await textsIn(path, '表一')).toEqual({
      1: ['工号', '', '', '校验说明'],
      2: ['', '', '', 'A2：没有填'],
      3: ['0001', '', '', 'A3：不对'],
    })
  })

  test('is read and written in pieces: a row that is cut anywhere comes out whole', async () => {
    const source = await stampedWorkbook(folder.path('己.xlsx'), paper)
    const whole = String((await partsOf(await marked(source, '己-标注.xlsx', marks()))).get('xl/worksheets/sheet1.xml'))
    const { markedSheet } = await import('./sheet.ts')
    const xml = String((await partsOf(source)).get('xl/worksheets/sheet1.xml'))
    const style = Number(/dxfId="(\d+)" priority="1"><formula>AND/.exec(whole)![1])
    for (const size of [1, 7, 64])
      expect(await text(markedSheet(pieces(xml, size), { ...marks().sheets.get('教师')!, style }))).toBe(whole)
  })
})

async function* pieces(xml: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < xml.length; at += size) yield xml.slice(at, at + size)
}
