import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document } from '#shared/block.ts'
import { projectRoot } from '#platform/config.ts'
import { writeDocx } from '#platform/document/docx.ts'
import { draw, withPictures, type DrawnBlock } from '#platform/document/drawn.ts'
import { writePdf } from '#platform/document/pdf.ts'
import { Press } from '#platform/document/press.ts'
import { writeXlsx } from '#platform/document/xlsx.ts'
import { findOrInstallOffice } from '../scripts/suite/office-programs.ts'
import { reportDocument } from '../test/report-document.ts'
import { claim, machine, quantile, timed, type BenchResult, type Claim } from './claims.ts'

const RUNS = 7
const folder = mkdtempSync(join(tmpdir(), 'yanzhen-bench-'))
const config = { root: projectRoot(), dataDir: folder }
const median = (samples: readonly number[]) => quantile(samples, 0.5)

/** A report of some twelve pages: what stands in the test document, three times, in words that differ from run to run. */
const report = (run: number): Document => ({
  ...reportDocument,
  blocks: [1, 2, 3].flatMap((part) =>
    reportDocument.blocks.map((block) =>
      block.kind === 'paragraph' ? { ...block, text: `${part}之${run + 10}：${block.text}` } : block,
    ),
  ),
})

/**
 * What it takes to write a report in three formats, and the PDF against the usual way to one: LibreOffice turning the
 * Word file into it, in the same run on the same document. Drawing its charts counts on our side.
 */
export async function bench(): Promise<BenchResult> {
  try {
    const cold = await timed(3, () => pressed((press) => pdfOf(press, 0)), 0)
    const claims = await pressed((press) => warmClaims(press, median(cold)))
    return { name: 'documents', engine: 'Typst, docx, yazl', machine: machine(), claims }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function pressed<T>(work: (press: Press) => Promise<T>): Promise<T> {
  const press = new Press()
  try {
    return await work(press)
  } finally {
    await press.close()
  }
}

async function pdfOf(press: Press, run: number): Promise<DrawnBlock[]> {
  const document = report(run)
  const drawn = await draw(press, document.blocks)
  await writePdf(press, config, document, drawn)
  return drawn
}

async function warmClaims(press: Press, cold: number): Promise<Claim[]> {
  const drawn = await pdfOf(press, 0)
  const { pages } = await writePdf(press, config, report(0), drawn)
  const warm = median(await timed(RUNS, (run) => pdfOf(press, run + 1)))
  const setting = median(await timed(RUNS, (run) => writePdf(press, config, report(run + 20), drawn)))
  const pictured = await withPictures(press, drawn)
  const docx = median(await timed(RUNS, (run) => writeDocx(report(run), pictured)))
  const pictures = median(await timed(3, () => withPictures(press, drawn)))
  const xlsx = median(await timed(RUNS, (run) => writeXlsx(report(run))))
  const busy = await busyShare(() => pdfOf(press, 99))
  return [
    ...(await againstOffice(await writeDocx(report(0), pictured), { cold, warm, docx })),
    claim('the thread that answers requests is busy while a PDF is made', busy, 'share', '<', 0.5),
    claim(`PDF of ${pages} pages with its charts, in a fresh thread`, cold, 'ms'),
    claim('the same in a thread that has made one before', warm, 'ms'),
    claim('of that, typesetting alone', setting, 'ms'),
    claim('Word file', docx, 'ms'),
    claim('the pictures in it', pictures, 'ms'),
    claim('workbook', xlsx, 'ms'),
    claim('memory of the process with typesetter and fonts', process.memoryUsage().rss / 2 ** 20, 'MB', '<', 700),
  ]
}

/** Both ways end with a PDF of the same report; LibreOffice needs the Word file first. */
async function againstOffice(word: Buffer, ours: { cold: number; warm: number; docx: number }): Promise<Claim[]> {
  const office = findOrInstallOffice()
  if (!office) return [claim('LibreOffice was not at hand: nothing to compare with', 0, '')]
  const path = join(folder, 'report.docx')
  writeFileSync(path, word)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path]
  const theirs = median(
    await timed(3, async () => {
      const { status, stderr } = spawnSync(office.soffice, args, { encoding: 'utf8' })
      if (status !== 0) throw new Error(stderr)
    }),
  )
  return [
    claim('our PDF in a fresh thread over the Word file through LibreOffice', ours.cold / (theirs + ours.docx), 'ratio', '<', 1), // prettier-ignore
    claim('our PDF in a warm thread over the same', ours.warm / (theirs + ours.docx), 'ratio', '<', 0.5),
    claim('the Word file through LibreOffice', theirs, 'ms'),
  ]
}

/** The share of the time in which the thread that answers requests was busy with it. */
async function busyShare(work: () => Promise<unknown>): Promise<number> {
  const before = performance.eventLoopUtilization()
  await work()
  return performance.eventLoopUtilization(before).utilization
}
