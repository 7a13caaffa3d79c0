import type { Document } from '#shared/block.ts'
import type { Config } from '../config.ts'
import type { JobProgress } from '../jobs/job.ts'
import { writeDocx } from './docx.ts'
import { draw, withPictures } from './drawn.ts'
import { writePdf } from './pdf.ts'
import { Press } from './press.ts'
import { writeXlsx } from './xlsx.ts'

export interface Files {
  docx: Uint8Array
  pdf: Uint8Array
  xlsx: Uint8Array
}

const press = new Press()

/** Writes a document in its three formats. Import it only when there is something to write: it brings the typesetter along. */
export async function makeFiles(
  config: Pick<Config, 'root' | 'dataDir'>,
  document: Document,
  tell: (progress: JobProgress) => void,
): Promise<Files> {
  tell({ share: 0.05, words: '正在绘制图表' })
  const drawn = await draw(press, document.blocks)
  tell({ share: 0.3, words: '正在排版 PDF' })
  const { pdf } = await writePdf(press, config, document, drawn)
  tell({ share: 0.5, words: '正在生成 Word 文件' })
  const docx = await writeDocx(document, await withPictures(press, drawn))
  tell({ share: 0.85, words: '正在生成 Excel 文件' })
  return { docx, pdf, xlsx: await writeXlsx(document) }
}
