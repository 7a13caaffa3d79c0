import { Readable } from 'node:stream'
import type { Document } from '#shared/block.ts'
import type { Context } from '#platform/context.ts'
import { DOCX, Download } from '#platform/download.ts'
import { zipStream, type ZipEntry } from '#platform/zip-stream.ts'
import { filesById, readContent, refuseGone } from '#modules/files/index.ts'
import { shownName } from '#modules/teaching-research/index.ts'
import type { CollectionSubject } from './collection.load.ts'
import { fileNameOf, plain } from './collection.rules.ts'
import type { EntryRow } from './entry.sql.ts'
import { collectionsProblems } from './problems.ts'

type Chosen = EntryRow & { place: number }

function chosenOf({ entries }: CollectionSubject): Chosen[] {
  const chosen = entries.flatMap((entry) => (entry.place === null ? [] : [{ ...entry, place: entry.place }]))
  if (chosen.length === 0) throw collectionsProblems.nothingChosen()
  return chosen
}

const noteOf = ({ row, unit }: CollectionSubject) => ({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.title }) // prettier-ignore

/** The table of contents, as it goes before the papers; until the volume is finished it says that it is a draft. */
export async function writeContents(ctx: Context, subject: CollectionSubject): Promise<Download> {
  const content = await contentsOf(ctx, subject, chosenOf(subject))
  ctx.note(noteOf(subject))
  return new Download(`${plain(subject.row.title)}目录.docx`, DOCX, content)
}

async function contentsOf(ctx: Context, { row, unit }: CollectionSubject, chosen: readonly Chosen[]): Promise<Buffer> {
  const document: Document = {
    title: `${row.title}目录`,
    marks: row.finishedOn === null ? ['草稿'] : [],
    ...{ number: '', contact: '', about: [] },
    blocks: [],
    signature: unit.name,
    day: row.finishedOn ?? ctx.today,
  }
  const rows = chosen.map(({ place, title, teachers, school }) => {
    const names = teachers.map((one) => shownName(ctx, one).name)
    return [String(place), title, names.join('、'), school]
  })
  const columns = ['序号', '题目', '作者', '学校'].map((title) => ({ title }))
  // It brings the writer of documents along: only where there is something to write.
  const { writeDocx } = await import('#platform/document/docx.ts')
  return writeDocx(document, [{ kind: 'table', title: `共收录 ${chosen.length} 篇`, columns, rows }])
}

/** The papers in the order of the volume, with the table of contents before them. */
export async function writeVolume(ctx: Context, subject: CollectionSubject): Promise<Download> {
  const { row } = subject
  const chosen = chosenOf(subject)
  const files = await filesById(ctx, row.districtId, chosen.map(({ fileId }) => fileId)) // prettier-ignore
  await refuseGone(ctx, [...files.values()])
  const contents = await contentsOf(ctx, subject, chosen)
  const entries: ZipEntry[] = [{ name: '000-目录.docx', content: () => Promise.resolve(Readable.from([contents])) }]
  for (const { fileId, place, title } of chosen) {
    const file = files.get(fileId)
    if (!file) continue
    entries.push({ name: fileNameOf({ place, title, name: file.name }), content: () => readContent(ctx.config, file) })
  }
  ctx.note({ ...noteOf(subject), files: entries.length })
  return new Download(`${plain(row.title)}.zip`, 'application/zip', zipStream(entries, ctx.now))
}
