import { open } from 'node:fs/promises'
import { isProblem } from '#platform/route.ts'
import { readDocx, readPptx, readSheets } from './office.ts'
import { fitted, Unreadable, type Part } from './part.ts'
import { readPdf } from './pdf.ts'

const office = 'application/vnd.openxmlformats-officedocument.'
const OLD = '这是旧版格式，读不出文字；另存为新版格式（.docx、.pptx）再上传，就能搜到里面的内容。'

/** By media type. What is not here holds no text. */
const readers: Record<string, (path: string, name: string) => Promise<Part[]>> = {
  'application/pdf': readPdf,
  [`${office}wordprocessingml.document`]: readDocx,
  [`${office}presentationml.presentation`]: readPptx,
  [`${office}presentationml.slideshow`]: readPptx,
  [`${office}spreadsheetml.sheet`]: readSheets,
  'application/vnd.ms-excel': readSheets,
  'application/msword': () => Promise.reject(new Unreadable(OLD)),
  'application/vnd.ms-powerpoint': () => Promise.reject(new Unreadable(OLD)),
  'text/plain': readText,
}

export const holdsText = (type: string): boolean => type in readers

/** What a file says; where it cannot be read, why, in a sentence. */
export async function readParts(file: { path: string; name: string; type: string }) {
  try {
    const parts = fitted((await readers[file.type]?.(file.path, file.name)) ?? [])
    const isScan = parts.length === 0 && file.type === 'application/pdf'
    return { parts, failure: isScan ? '文件里只有图片，没有可以搜索的文字。' : null }
  } catch (error) {
    if (error instanceof Unreadable) return { parts: [], failure: error.message }
    if (isProblem(error)) return { parts: [], failure: `没有读出文字：${error.message}` }
    throw error
  }
}

const TEXT_BYTES = 8 * 1024 ** 2

/** In one of the two codes of the country. */
async function readText(path: string): Promise<Part[]> {
  const file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(TEXT_BYTES), 0, TEXT_BYTES, 0).finally(() => file.close())
  const bytes = buffer.subarray(0, bytesRead)
  return [{ title: '正文', text: decoded(bytes, bytesRead === TEXT_BYTES) }]
}

/** A sign that is cut by the measure is no reason to take the text for another code. */
function decoded(bytes: Buffer, cut: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut })
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
