import exceljs from 'exceljs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '#shared/block.ts'
import { projectRoot } from '../config.ts'
import { fullPages, reportDocument } from '../../../test/report-document.ts'
import { writeDocx } from './docx.ts'
import { draw, withPictures, type DrawnBlock, type PicturedBlock } from './drawn.ts'
import { writePdf } from './pdf.ts'
import { Press } from './press.ts'
import { partsOf } from './settled.ts'
import { signedLines } from './signed.ts'
import { writeXlsx } from './xlsx.ts'

const config = { root: projectRoot(), dataDir: mkdtempSync(join(tmpdir(), 'yanzhen-document-')) }
const press = new Press()
let drawn: DrawnBlock[]
let pictured: PicturedBlock[]
beforeAll(async () => {
  drawn = await draw(press, reportDocument.blocks)
  pictured = await withPictures(press, drawn)
})
afterAll(() => press.close())

const pdfOf = async (document: Document) => writePdf(press, config, document, await draw(press, document.blocks))

describe('a PDF', () => {
  test('has the pages that its lines need: 22 to a page', async () => {
    expect((await pdfOf(fullPages)).pages).toBe(3)
  })

  test('is the same bytes for the same document, from another thread too', async () => {
    const first = await writePdf(press, config, reportDocument, drawn)
    const other = new Press()
    const second = await writePdf(other, config, reportDocument, await draw(other, reportDocument.blocks))
    await other.close()
    expect(Buffer.from(first.pdf).equals(Buffer.from(second.pdf))).toBe(true)
    expect(Buffer.from(first.pdf).toString('latin1')).toContain('pdfaid')
  })

  test('takes texts as they are, whatever they would mean to a typesetter', async () => {
    const text = '#panic("x") *粗* _斜_ $x^2$ \\ <标签> @注 `代码` //注释 = 标题 [甲] {乙} #let'
    const blocks: Document['blocks'] = [
      { kind: 'heading', level: 1, text },
      { kind: 'paragraph', text },
    ]
    expect((await pdfOf({ ...reportDocument, title: text, blocks })).pages).toBe(1)
  })

  test('is refused where no font has a sign, and the sign is named', async () => {
    const blocks: Document['blocks'] = [{ kind: 'paragraph', text: '泰文ก和甲骨𐤀' }]
    await expect(pdfOf({ ...reportDocument, blocks })).rejects.toMatchObject({
      code: 'document.missingSigns',
      facts: { signs: expect.stringContaining('ก') },
    })
  })
})

describe('a Word file', () => {
  const partsIn = async (document: Document, blocks: readonly PicturedBlock[]) =>
    new Map(
      (await partsOf(await writeDocx(document, blocks))).map(({ name, content }) => [name, content.toString('utf8')]),
    )

  test('has the page of the standard: margins, grid, page numbers outside', async () => {
    const parts = await partsIn(reportDocument, pictured)
    const body = parts.get('word/document.xml')!
    expect(body).toMatch(/<w:pgSz [^>]*w:w="11906" w:h="16838"|<w:pgSz [^>]*w:h="16838"[^>]*w:w="11906"/)
    const margin = /<w:pgMar ([^>]*)\/>/.exec(body)![1]!
    const mm = (side: string) => Math.round((Number(new RegExp(`w:${side}="(\\d+)"`).exec(margin)![1]) / 1440) * 25.4)
    expect(['top', 'bottom', 'left', 'right'].map(mm)).toEqual([37, 35, 28, 26])
    expect(body).toContain('w:linePitch="579"')
    expect(parts.get('word/settings.xml')).toContain('evenAndOddHeaders')
    expect(parts.get('word/styles.xml')).toMatch(/公文正文.*?w:line="579" w:lineRule="exact".*?w:firstLineChars="200"/)
  })

  test('has real tables whose heads come again and whose rows are not cut, and charts told in words', async () => {
    const body = (await partsIn(reportDocument, pictured)).get('word/document.xml')!
    expect(body.match(/<w:tbl>/g)).toHaveLength(2)
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(45)
    expect(body).toContain('descr="图2　特色课程三年增加13门。共建课程（门）：2021学年 18，2022学年 —，2023学年 24')
    expect(body).toContain('>1,399<')
    expect(body).toContain('>—<')
  })

  test('is the same bytes for the same document', async () => {
    const [first, second] = [await writeDocx(reportDocument, pictured), await writeDocx(reportDocument, pictured)]
    expect(first.equals(second)).toBe(true)
  })
})

describe('a workbook', () => {
  test('holds each table as numbers that can be reckoned with, and says what they are', async () => {
    const bytes = await writeXlsx(reportDocument)
    expect(bytes.equals(await writeXlsx(reportDocument))).toBe(true)
    const book = new exceljs.Workbook()
    await book.xlsx.load(bytes as never)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['说明', '学区骨干教师', '各成员校'])
    const about = book.worksheets[0]!.getSheetValues().flat()
    expect(about).toEqual(expect.arrayContaining(['数据日期', '2026年11月25日', '文号', '颛学办〔2026〕3号']))
    const table = book.worksheets[1]!
    expect(table.pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 })
    expect(table.pageSetup.printTitlesRow).toBe('1:2')
    expect(table.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(table.getCell('G5')).toMatchObject({ value: 1399, numFmt: '#,##0' })
    expect(table.getCell('H5')).toMatchObject({ value: 30.5, numFmt: '#,##0.00' })
    expect(table.getCell('B5').value).toBe('—')
  })
})

test('signature and day are centred on each other, four characters from the edge', () => {
  expect(signedLines('学区办公室', '2026年11月25日')).toEqual([
    { text: '学区办公室', indent: 5 },
    { text: '2026年11月25日', indent: 4 },
  ])
  expect(signedLines('', '')).toEqual([])
})
