import { execFile } from 'node:child_process'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CFB, utils, write } from '@e965/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '#shared/problem.ts'
import { bombs, page } from '../../../test/hostile-files.ts'
import { temporaryFolder, workbookParts, writePackage } from '../../../test/workbook-files.ts'
import { projectRoot } from '../config.ts'
import { openWorkbook, type OpenOptions } from './open.ts'

const folder = temporaryFolder()

/** The sentence that a person gets to read for a file. */
async function refusalOf(path: string, options: OpenOptions = {}): Promise<string> {
  try {
    const book = await openWorkbook(path, options)
    try {
      for (const { name } of book.sheets) for await (const batch of book.batches(name)) expect(batch).toBeTruthy()
    } finally {
      await book.close()
    }
    return 'was read'
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
}

async function refusalOfBytes(name: string, bytes: Buffer | string): Promise<string> {
  await writeFile(folder.path(name), bytes)
  return refusalOf(folder.path(name))
}

const refusalOfParts = async (parts: Record<string, string>): Promise<string> =>
  refusalOf(await writePackage(folder.path('parts.xlsx'), parts))

const refusalOfSheet = (sheet: string): Promise<string> =>
  refusalOfParts(workbookParts({ sheet }) as Record<string, string>)

function compoundFile(...streams: string[]): Buffer {
  const file = CFB.utils.cfb_new()
  for (const name of streams) CFB.utils.cfb_add(file, `/${name}`, Buffer.alloc(5000, 1))
  return CFB.write(file, { type: 'buffer' }) as Buffer
}

describe('a file that is no spreadsheet is called by its name', () => {
  it.each([
    ['a.xlsx', '', '这是一份空文件，里面没有内容，请确认后重新选择文件。'],
    ['b.csv', ' \n\n', '这是一份空文件，里面没有内容，请确认后重新选择文件。'],
    ['a.xlsx', '%PDF-1.7 …', '这份文件是 PDF 文件，不是表格，请上传 .xlsx、.xls 或 .csv 格式的表格。'],
    ['a.xls', '\x89PNG\r\n\x1a\n', '这份文件是图片，不是表格，请上传 .xlsx、.xls 或 .csv 格式的表格。'],
    ['a.xlsx', 'Rar!\x1a\x07', '这份文件是 RAR 压缩包，里面没有工作簿，请解压后上传其中的表格。'],
    ['a.xlsx', '\x00\x01\x02\x03 garbage', '这份文件的内容不是表格，请上传 .xlsx、.xls 或 .csv 格式的表格。'],
    ['a.xlsx', 'a plain letter to somebody', '这份文件的内容不是表格，请上传 .xlsx、.xls 或 .csv 格式的表格。'],
    ['a.csv', 'a,\xff\xff\xff\xff,b\n', '这份文件的内容不是表格，请上传 .xlsx、.xls 或 .csv 格式的表格。'],
    ['a.xlsx', '<svg></svg>', '这份文件的内容不是表格，请上传 .xlsx、.xls 或 .csv 格式的表格。'],
  ])('%s with %j', async (name, content, sentence) => {
    expect(await refusalOfBytes(name, Buffer.from(content, 'latin1'))).toBe(sentence)
  })

  it.each([
    [['WordDocument'], '这份文件是 Word 文档，不是表格，请上传 .xlsx、.xls 或 .csv 格式的表格。'],
    [['PowerPoint Document'], '这份文件是 PowerPoint 演示文稿，不是表格，请上传 .xlsx、.xls 或 .csv 格式的表格。'],
    [['Something'], '这份文件的内容不是表格，请上传 .xlsx、.xls 或 .csv 格式的表格。'],
    [['Workbook'], '这份工作簿里没有工作表，请确认后重新选择文件。'],
  ])('an old container with %s', async (streams, sentence) => {
    expect(await refusalOfBytes('a.xls', compoundFile(...streams))).toBe(sentence)
  })

  const relations = (target: string) =>
    `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`

  it.each([
    [{ '_rels/.rels': relations('word/document.xml'), 'word/document.xml': '<a/>' }, '这份文件是 Word 文档，不是表格'],
    [{ '_rels/.rels': relations('ppt/presentation.xml'), 'ppt/presentation.xml': '<a/>' }, '这份文件是 PowerPoint'],
    [{ '_rels/.rels': relations('xl/workbook.bin'), 'xl/workbook.bin': 'x' }, '这份文件是 .xlsb 工作簿，暂不支持'],
    [{ mimetype: 'x', 'content.xml': '<a/>' }, '这份文件是 OpenDocument 文件，暂不支持'],
    [{ 'photo.jpg': 'x' }, '这份文件是压缩包，里面没有工作簿'],
  ])('a package with %o', async (parts, start) => {
    expect(await refusalOfParts(parts)).toMatch(new RegExp(`^${start}`))
  })
})

describe('a password is told as such', () => {
  const sentence = '这份文件有密码保护，请在 WPS 或 Excel 中取消密码、另存后再上传。'

  it('on an .xlsx', async () => {
    expect(await refusalOfBytes('a.xlsx', compoundFile('EncryptionInfo', 'EncryptedPackage'))).toBe(sentence)
  })

  it('on an .xls', async () => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([['a']]), 'a')
    const file = CFB.read(write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer, { type: 'buffer' })
    const stream = CFB.find(file, '/Workbook')!
    const bytes = Buffer.from(stream.content as unknown as Uint8Array)
    const behindFirst = 4 + bytes.readUInt16LE(2)
    const filePass = Buffer.concat([Buffer.from([0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4])])
    const locked = Buffer.concat([bytes.subarray(0, behindFirst), filePass, bytes.subarray(behindFirst)])
    CFB.utils.cfb_add(file, '/Workbook', locked)
    expect(await refusalOfBytes('a.xls', CFB.write(file, { type: 'buffer' }) as Buffer)).toBe(sentence)
  })

  it('on the entries of a zip', async () => {
    const path = await writePackage(folder.path('locked.xlsx'), workbookParts({ sheet: '<sheetData/>' }))
    const zip = await readFile(path)
    const directory = zip.readUInt32LE(zip.length - 6)
    zip.writeUInt16LE(zip.readUInt16LE(directory + 8) | 1, directory + 8)
    expect(await refusalOfBytes('locked.xlsx', zip)).toBe(sentence)
  })
})

describe('a damaged workbook', () => {
  const damaged = '这份文件已损坏或没有传完整，请在 WPS 或 Excel 中打开、另存为 .xlsx 后再上传。'

  it('cut short is told as such', async () => {
    const path = await writePackage(folder.path('cut.xlsx'), workbookParts({ sheet: '<sheetData/>' }))
    await truncate(path, 900)
    expect(await refusalOf(path)).toBe(damaged)
  })

  it('whose bytes were changed is told as such', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `<row><c><v>${index * 7919}</v></c></row>`).join('')
    const path = await writePackage(
      folder.path('bits.xlsx'),
      workbookParts({ sheet: `<sheetData>${rows}</sheetData>` }),
    )
    const zip = await readFile(path)
    const at = zip.indexOf('xl/worksheets/sheet1.xml') + 2000
    zip.fill(0xff, at, at + 200)
    expect(await refusalOfBytes('bits.xlsx', zip)).toBe(damaged)
  })

  it.each([
    ['<sheetData><row><c><v>1</v></row></sheetData>'],
    ['<sheetData><row><c><v>1</v></c></row>'],
    ['<sheetData><row r="x"><c><v>1</v></c></row></sheetData>'],
    ['<sheetData><row><c r=A1><v>1</v></c></row></sheetData>'],
    ['<sheetData><row><c t="str"><v>&unknown;</v></c></row></sheetData>'],
    ['<sheetData><row><c <v>1</v></c></row></sheetData>'],
    ['<?xml version="1.0"?>'],
  ])('with %s is told as such', async (sheet) => {
    expect(await refusalOfSheet(sheet)).toBe(damaged)
  })

  it('without sheets is told as such', async () => {
    const parts = workbookParts({ sheet: '<sheetData/>' })
    expect(
      await refusalOfParts({
        ...(parts as Record<string, string>),
        'xl/workbook.xml': '<workbook><sheets/></workbook>',
      }),
    ).toBe('这份工作簿里没有工作表，请确认后重新选择文件。')
  })
})

describe('what only a trap would contain is refused', () => {
  it.each([
    '<!DOCTYPE worksheet SYSTEM "file:///etc/passwd"><worksheet/>',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>',
  ])('%s', async (sheet) => {
    expect(await refusalOfSheet(sheet)).toContain('DOCTYPE')
  })

  it('an entity in the old XML format', async () => {
    const xml = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><Workbook><Worksheet/></Workbook>'
    expect(await refusalOfBytes('a.xls', xml)).toContain('DOCTYPE')
  })

  it('more columns than any ledger has, and texts that fit in no cell, with their place', async () => {
    expect(await refusalOfSheet('<sheetData><row r="3"><c r="IX3"><v>1</v></c></row></sheetData>')).toBe(
      '“表一”第 3 行超过 256 列，请删去右侧多余的内容再上传。',
    )
    expect(
      await refusalOfSheet(
        `<sheetData><row r="3"><c r="B3" t="str"><v>${'长'.repeat(32_768)}</v></c></row></sheetData>`,
      ),
    ).toBe('“表一”的单元格 B3 超过 32767 个字，请删减后再上传。')
  })

  const tooMuch = '这份旧格式的表格内容过多，请在 WPS 或 Excel 中另存为 .xlsx 后再上传。'

  it.each([{ oldFormatSeconds: 0.001 }, { oldFormatBytes: 100 }])('an old file beyond %o', async (limits) => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([['a']]), 'a')
    await writeFile(folder.path('old.xls'), write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer)
    expect(await refusalOf(folder.path('old.xls'), { limits })).toBe(tooMuch)
  })

  it('an old file that fills the memory of its reader, and only its reader falls', async () => {
    await writeFile(folder.path('page.xls'), page(20_000))
    expect(await refusalOf(folder.path('page.xls'), { limits: { oldFormatHeapMb: 40 } })).toBe(tooMuch)
  })
})

describe('a file made to cost more than it looks', () => {
  let costs: { outcome: string; risenMb: number; workerMb: number }[] = []
  let idleWorkerMb = 0

  beforeAll(async () => {
    const paths = []
    for (const [name, , make] of Object.values(bombs)) {
      paths.push(folder.path(name))
      await make(folder.path(name))
    }
    await writeFile(folder.path('small.xls'), page(1))
    await writeFile(folder.path('large.xls'), page(30_000))
    const root = projectRoot()
    const script = ['--import', 'tsx', join(root, 'test/read-cost.ts')]
    const all = [...script, ...paths, folder.path('large.xls'), folder.path('small.xls')]
    costs = JSON.parse((await promisify(execFile)(process.execPath, all, { cwd: root })).stdout)
    idleWorkerMb = costs.pop()!.workerMb
  })

  it.each(Object.keys(bombs).map((what, index) => [what, index] as const))('%s is refused', (what, index) => {
    expect(costs[index]?.outcome).toBe(bombs[what]![1])
  })

  it('takes less than 200 MB of memory, all of them one after another, the worker no more', () => {
    expect(Math.max(...costs.map(({ risenMb }) => risenMb))).toBeLessThan(200)
    expect(Math.max(...costs.map(({ workerMb }) => workerMb)) - idleWorkerMb).toBeLessThan(200)
  })
})
