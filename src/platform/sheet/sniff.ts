import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { sheetProblems } from './problems.ts'

export type Content = 'xlsx' | 'xls' | 'html' | 'csv'

const HEAD_BYTES = 65_536
const SCAN_BYTES = 1 << 20

const XLS_KEEPS_ITS_CELLS_IN = ['Workbook', 'Book']

/** What kinds of file are often sent by mistake, by their first bytes (latin-1). */
const known: readonly (readonly [start: string, what: string])[] = [
  ['%PDF', ' PDF 文件'],
  ['\x89PNG', '图片'],
  ['\xff\xd8\xff', '图片'],
  ['GIF8', '图片'],
  ['BM', '图片'],
  ['RIFF', '图片或音视频'],
  ['{\\rtf', ' RTF 文档'],
]
const archives: readonly (readonly [start: string, what: string])[] = [
  ['Rar!', ' RAR 压缩包'],
  ['7z\xbc\xaf', ' 7z 压缩包'],
  ['\x1f\x8b', ' gz 压缩包'],
]

/** Tells by its bytes what a file holds; refuses, with its name for it, what is no spreadsheet. */
export async function sniffContent(path: string, name: string): Promise<Content> {
  const head = await readHead(path)
  if (head.length === 0) throw sheetProblems.emptyFile()
  const start = head.toString('latin1')
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'xlsx'
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return sniffCompound(path)
  refuseKnown(start)
  return sniffText(head, name)
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function refuseKnown(start: string): void {
  const begins = ([mark]: readonly [string, string]) => start.startsWith(mark)
  const document = known.find(begins)
  if (document) throw sheetProblems.notSpreadsheet({ what: document[1] })
  const archive = archives.find(begins)
  if (archive) throw sheetProblems.archive({ what: archive[1] })
}

/** Old Office files and encrypted new ones share a container; its streams' names tell which it is. */
async function sniffCompound(path: string): Promise<Content> {
  const names = await findNames(path, [
    'EncryptedPackage',
    ...XLS_KEEPS_ITS_CELLS_IN,
    'WordDocument',
    'PowerPoint Document',
  ])
  if (names.has('EncryptedPackage')) throw sheetProblems.passwordProtected()
  if (XLS_KEEPS_ITS_CELLS_IN.some((name) => names.has(name))) return 'xls'
  if (names.has('WordDocument')) throw sheetProblems.notSpreadsheet({ what: ' Word 文档' })
  if (names.has('PowerPoint Document')) throw sheetProblems.notSpreadsheet({ what: ' PowerPoint 演示文稿' })
  throw sheetProblems.unknownContent()
}

/** Which of the names a compound file's directory has: its entries of 128 bytes begin with the name, in UTF-16. */
async function findNames(path: string, names: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>()
  const file = await open(path)
  try {
    const buffer = Buffer.alloc(SCAN_BYTES)
    for (let at = 0; ; at += SCAN_BYTES) {
      const { bytesRead } = await file.read(buffer, 0, SCAN_BYTES, at)
      if (bytesRead === 0) return found
      for (const name of names) if (hasEntry(buffer.subarray(0, bytesRead), name)) found.add(name)
    }
  } finally {
    await file.close()
  }
}

function hasEntry(bytes: Buffer, name: string): boolean {
  const entry = Buffer.from(`${name}\0`, 'utf16le')
  for (let at = bytes.indexOf(entry); at >= 0; at = bytes.indexOf(entry, at + 1)) if (at % 128 === 0) return true
  return false
}

function sniffText(head: Buffer, name: string): Content {
  const text = decodeHead(head)
  if (isBinary(head)) throw sheetProblems.unknownContent()
  const start = text.trimStart()
  if (start === '' && head.length < HEAD_BYTES) throw sheetProblems.emptyFile()
  if (start.startsWith('<')) return sniffMarkup(start)
  if (start.startsWith('MIME-Version:')) throw sheetProblems.otherFormat({ what: '网页归档' })
  const isCalledText = ['.csv', '.tsv', '.txt'].includes(extname(name).toLowerCase())
  if (!isCalledText && !/[,;\t]/.test(start)) throw sheetProblems.unknownContent()
  return 'csv'
}

const spaces = new Set([9, 10, 11, 12, 13])

/** No text has control characters in it but white space; UTF-16 is known by its mark. */
function isBinary(head: Buffer): boolean {
  const mark = head.length < 2 ? 0 : head.readUInt16BE(0)
  return mark !== 0xfffe && mark !== 0xfeff && head.some((byte) => byte < 26 && !spaces.has(byte))
}

function decodeHead(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head)
  return head.toString('latin1').replace(/^\xef\xbb\xbf/, '')
}

/** Web pages with a table and Excel's XML of 2003 both come named .xls. */
function sniffMarkup(start: string): Content {
  if (/<!DOCTYPE\s+(?!html)/i.test(start) || /<!ENTITY/i.test(start)) throw sheetProblems.unsafeDeclaration()
  if (/^<\?xml/.test(start) && /<(\w+:)?Workbook\b/.test(start)) return 'xls'
  if (/<(html|table|head|meta|body|style)\b/i.test(start)) return 'html'
  throw sheetProblems.unknownContent()
}
