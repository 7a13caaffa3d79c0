import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import ExcelJS from 'exceljs'
import yazl from 'yazl'
import { afterAll, expect, test } from 'vitest'
import { projectRoot } from '#platform/config.ts'
import { Press } from '#platform/document/press.ts'
import { fontFolders } from '#platform/document/fonts.ts'
import { MOST_CHARS } from './part.ts'
import { readParts } from './read.ts'

const folder = mkdtempSync(join(tmpdir(), 'yanzhen-reading-'))
afterAll(() => rm(folder, { recursive: true }))

const office = 'application/vnd.openxmlformats-officedocument.'
const read = (name: string, type: string, content: Uint8Array | string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return readParts({ path, name, type })
}

async function zipOf(parts: Record<string, string>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  return buffer(zip.outputStream)
}

test('a Word document: paragraphs and the cells of its tables', async () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const children = [
    new Paragraph('剪纸课程纲要'),
    new Paragraph('认识窗花'),
    new Table({ rows: [new TableRow({ children: [cell('第一课时'), cell('对折')] })] }),
  ]
  const content = await Packer.toBuffer(new Document({ sections: [{ children }] }))
  const { parts, failure } = await read('纲要.docx', `${office}wordprocessingml.document`, content)
  expect(failure).toBeNull()
  expect(parts).toEqual([{ title: '正文', text: '剪纸课程纲要\n认识窗花\n第一课时\n对折' }])
})

test('slides come in the order in which they are shown', async () => {
  const slide = (text: string) => `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`
  const slides = `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="257" r:id="rId9"/><p:sldId id="256" r:id="rId2"/></p:sldIdLst></p:presentation>`
  const relation = (id: string, n: number) =>
    `<Relationship Id="${id}" Type="http://x/slide" Target="slides/slide${n}.xml"/>`
  const content = await zipOf({
    'ppt/presentation.xml': slides,
    'ppt/_rels/presentation.xml.rels': `<Relationships>${relation('rId2', 1)}${relation('rId9', 2)}</Relationships>`,
    'ppt/slides/slide1.xml': slide('结束语 &amp; 致谢'),
    'ppt/slides/slide2.xml': slide('开场白'),
  })
  const { parts } = await read('课件.pptx', `${office}presentationml.presentation`, content)
  expect(parts).toEqual([
    { title: '第1张', text: '开场白' },
    { title: '第2张', text: '结束语 & 致谢' },
  ])
})

test('a workbook: each sheet that is not hidden', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('课时安排').addRows([
    ['课时', '内容'],
    [1, '认识工具'],
  ])
  book.addWorksheet('草稿', { state: 'hidden' }).addRow(['不给人看'])
  const content = Buffer.from(await book.xlsx.writeBuffer())
  const { parts } = await read('安排.xlsx', `${office}spreadsheetml.sheet`, content)
  expect(parts).toEqual([{ title: '课时安排', text: '课时\t内容\n1\t认识工具' }])
})

test('a PDF with its fonts in it, page by page', async () => {
  const press = new Press()
  const template = '#set text(font: "Noto Serif SC", fallback: false)\n颛桥剪纸\n#pagebreak()\n第二课时：对折与镂空'
  const { pdf } = await press.ask('typeset', { template, data: '{}', fontFolders: fontFolders(projectRoot()) })
  await press.close()
  const { parts } = await read('讲义.pdf', 'application/pdf', pdf)
  expect(parts).toEqual([
    { title: '第1页', text: '颛桥剪纸' },
    { title: '第2页', text: '第二课时：对折与镂空' },
  ])
})

/** As office programs of the country once wrote it: the font is not in the file, its signs are numbered by GBK. */
function gbkPdf(hex: string): string {
  const stream = `BT /F1 24 Tf 72 720 Td <${hex}> Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/SimSun/Flags 6/FontBBox[0 -141 1000 859]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 683/StemV 80>>',
  ]
  const body = objects.map((text, index) => `${index + 1} 0 obj${text}endobj\n`).join('')
  return `%PDF-1.4\n${body}trailer<</Root 1 0 R/Size 8>>\n%%EOF`
}

test('an old PDF whose font is not in it', async () => {
  const { parts } = await read('旧讲义.pdf', 'application/pdf', gbkPdf('D1E3D5F3'))
  expect(parts).toEqual([{ title: '第1页', text: '雁阵' }])
})

test('plain text in either of the two codes of the country', async () => {
  const words = { parts: [{ title: '正文', text: '雁阵说明' }], failure: null }
  expect(await read('说明.txt', 'text/plain', '雁阵说明\n')).toEqual(words)
  const gbk = Buffer.from([0xd1, 0xe3, 0xd5, 0xf3, 0xcb, 0xb5, 0xc3, 0xf7])
  expect(await read('说明二.txt', 'text/plain', gbk)).toEqual(words)
})

test.each([
  ['坏了.pdf', 'application/pdf', '%PDF-1.4 nothing', '文件已损坏'],
  ['坏了.docx', `${office}wordprocessingml.document`, 'PK nothing', '没有读出文字'],
  ['旧.doc', 'application/msword', 'x', '另存为新版格式'],
])('%s: why it cannot be read is said', async (name, type, content, why) => {
  const { parts, failure } = await read(name, type, content)
  expect(parts).toEqual([])
  expect(failure).toContain(why)
})

test('a picture holds no text and is no failure; no file says more than there is room for', async () => {
  expect(await read('照片.png', 'image/png', 'x')).toEqual({ parts: [], failure: null })
  const { parts } = await read('很长.txt', 'text/plain', '字'.repeat(MOST_CHARS + 10))
  expect(parts[0]!.text).toHaveLength(MOST_CHARS)
})
