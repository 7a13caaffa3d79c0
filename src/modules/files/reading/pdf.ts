import { readFile, stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { MOST_CHARS, Unreadable, type Part } from './part.ts'

const MOST_BYTES = 200 * 1024 ** 2
const MOST_PAGES = 2000
const SECONDS = 120

type Reply = { parts: Part[] } | { failure: string }

export async function readPdf(path: string): Promise<Part[]> {
  if ((await stat(path)).size > MOST_BYTES) throw new Unreadable('文件太大，没有读取文字。')
  const data = await readFile(path)
  const reply = await askOnce({ data, pages: MOST_PAGES, chars: MOST_CHARS }, [data.buffer as ArrayBuffer])
  if ('parts' in reply) return reply.parts
  throw new Unreadable(
    reply.failure === 'PasswordException' ? '文件加了密码，读不出文字。' : '文件已损坏，读不出文字。',
  )
}

/** One thread a file: whatever a file does to it, the next one gets a fresh one. */
async function askOnce(workerData: object, transferList: ArrayBuffer[]): Promise<Reply> {
  const resourceLimits = { maxOldGenerationSizeMb: 768 }
  const url = new URL('./pdf-worker.mjs', import.meta.url)
  const worker = new Worker(url, { workerData, transferList, resourceLimits, execArgv: [], stdout: true, stderr: true })
  const alarm = setTimeout(() => void worker.terminate(), SECONDS * 1000)
  try {
    return await new Promise<Reply>((resolve) => {
      worker.once('message', resolve)
      worker.once('error', () => resolve({ failure: '' }))
      worker.once('exit', () => resolve({ failure: '' }))
    })
  } finally {
    clearTimeout(alarm)
    await worker.terminate()
  }
}
