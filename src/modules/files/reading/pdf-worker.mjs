// @ts-check
/**
 * Reads the text of one PDF, page by page, in a thread of its own with a limited heap: the file may be hostile, and
 * reading a large one holds a processor longer than a server may keep its other readers waiting.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const { data, pages, chars } = /** @type {{ data: Uint8Array, pages: number, chars: number }} */ (workerData)

const task = getDocument({
  data,
  // How Chinese fonts that are not in the file number their signs.
  cMapUrl: join(library, 'cmaps/'),
  cMapPacked: true,
  standardFontDataUrl: join(library, 'standard_fonts/'),
  useSystemFonts: false,
  isEvalSupported: false,
  disableFontFace: true,
  verbosity: VerbosityLevel.ERRORS,
})

/** @param {import('pdfjs-dist').PDFPageProxy} page */
async function textOf(page) {
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}

async function read() {
  const document = await task.promise
  const found = []
  let left = chars
  for (let number = 1; number <= Math.min(document.numPages, pages) && left > 0; number++) {
    const page = await document.getPage(number)
    const text = (await textOf(page)).slice(0, left)
    left -= text.length
    found.push({ title: `第${number}页`, text })
    page.cleanup()
  }
  return found
}

read().then(
  (parts) => parentPort?.postMessage({ parts }),
  (/** @type {unknown} */ error) => parentPort?.postMessage({ failure: error instanceof Error ? error.name : '' }),
)
