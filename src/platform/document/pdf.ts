import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '#shared/block.ts'
import { cellInWords, columnShares, headLines, numbered } from '#shared/block-words.ts'
import { dayInWords } from '#shared/day.ts'
import type { Config } from '../config.ts'
import { describeChart, type DrawnBlock } from './drawn.ts'
import { faces, fontFolders } from './fonts.ts'
import {
  ADVANCE,
  CAPTION,
  CELL_LINE,
  CELL_PAD,
  CHART_HEIGHT,
  HELD_WITH_SIGNATURE,
  KEPT_ROWS,
  page,
  PITCH,
  SMALL,
} from './measures.ts'
import type { Pages, Press } from './press.ts'
import { documentProblems } from './problems.ts'
import { signedLines } from './signed.ts'
import { titleLines } from './title.ts'

const measures = {
  ...page,
  pitch: PITCH,
  advance: ADVANCE,
  caption: CAPTION,
  small: SMALL,
  cellLine: CELL_LINE,
  cellPad: CELL_PAD,
  chartHeight: CHART_HEIGHT,
  held: HELD_WITH_SIGNATURE,
}

/** The document as an archival PDF (PDF/A-2), typeset in the form of GB/T 9704. `written` is the day that the file itself names. */
export async function writePdf(
  press: Press,
  config: Pick<Config, 'root' | 'dataDir'>,
  document: Document,
  drawn: readonly DrawnBlock[],
): Promise<Pages> {
  const template = readFileSync(join(config.root, 'src/platform/document/gbt9704.typ'), 'utf8')
  const data = JSON.stringify(dataOf(document, drawn))
  try {
    return await press.ask('typeset', { template, data, fontFolders: fontFolders(config.dataDir) })
  } catch (error) {
    const signs = signsWithoutFont((error as Error).message)
    throw signs === '' ? error : documentProblems.missingSigns({ signs })
  }
}

/** What the typesetter names when it refuses a sign: the text `"ก"` could not be displayed with … */
function signsWithoutFont(message: string): string {
  const found = [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(([, sign]) => sign)
  return [...new Set(found)].join('')
}

function dataOf(document: Document, drawn: readonly DrawnBlock[]) {
  const { title, marks, number, signature, day, contact } = document
  return {
    title,
    titleLines: titleLines(title),
    marks,
    number,
    signature,
    contact,
    date: day.split('-').map(Number),
    signed: signedLines(signature, dayInWords(day)),
    blocks: numbered(drawn).map(blockData),
    faces,
    measures,
  }
}

function blockData(block: DrawnBlock) {
  if (block.kind === 'heading') return block
  if (block.kind === 'paragraph') return { kind: block.kind, lines: block.text.split(/\n+/).filter(Boolean) }
  if (block.kind === 'chart') return { kind: block.kind, title: block.title, svg: block.svg, alt: describeChart(block) }
  const { title, columns, rows, note = '' } = block
  const shares = columnShares(block)
  return {
    kind: block.kind,
    title,
    note,
    kept: rows.length <= KEPT_ROWS,
    heads: columns.map((column, index) => headLines(column, shares[index]!)),
    numeric: columns.map(({ decimals }) => decimals !== undefined),
    shares,
    rows: rows.map((row) => columns.map((column, index) => cellInWords(row[index], column))),
  }
}
