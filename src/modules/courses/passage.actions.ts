import type { Context } from '#platform/context.ts'
import type { JobKind } from '#platform/jobs/job.ts'
import { hasReading, readFileOnce, readingOf } from '#modules/files/index.ts'
import { fileIdsOf, filesOfCourse } from './course-file.actions.ts'
import { outlineParts } from './content.contract.ts'
import { marksOf, partsOf, sought } from './passage.rules.ts'
import {
  deleteListed,
  findPublished,
  insertListed,
  insertPassages,
  type EntryKey,
  type ListedRow,
  type PassageRow,
  type PublishedRow,
} from './passage.sql.ts'

/**
 * Lists a course as it is published now, and no more where it is not: whoever publishes it, takes it back or changes what
 * it is listed by calls this in the same transaction. What is only being written costs no more than a look.
 */
export async function indexEntry(ctx: Context, key: EntryKey): Promise<void> {
  const found = await findPublished(ctx.db, key)
  if (found?.isListed) return
  await deleteListed(ctx.db, key)
  if (!found) return
  const { isListed: _, ...published } = found
  const { listed, passages } = indexOf(published, await textsOfFiles(ctx, key, published))
  await insertListed(ctx.db, [listed])
  if (passages.length > 0) await insertPassages(ctx.db, passages)
}

/** What the files of the lessons say, as far as they have been read; where one has not, the course is listed again later. */
async function textsOfFiles(ctx: Context, key: EntryKey, { content }: PublishedRow): Promise<string[]> {
  const named = new Set(fileIdsOf(content.lessons))
  const files = named.size > 0 ? (await filesOfCourse(ctx, key)).filter(({ id }) => named.has(id)) : []
  const texts: string[] = []
  let isRead = true
  for (const file of files) {
    isRead &&= await hasReading(ctx, file)
    texts.push(...(await readingOf(ctx, file)).parts.map(({ text }) => text))
  }
  if (!isRead) await ctx.enqueue({ kind: 'courses.read-files', districtId: key.districtId, key: key.id, payload: key })
  return texts
}

/** Reads the files of a course that nobody has read, and lists it with what they say. */
export const readFilesJob: JobKind<EntryKey> = {
  name: 'courses.read-files',
  title: '读取课程材料里的文字',
  tries: 2,
  run: async (system, { payload: key }) => {
    const files = await system.inContext((ctx) => filesOfCourse(ctx, key))
    for (const file of files) await readFileOnce(system, file)
    await system.inContext(async (ctx) => {
      await deleteListed(ctx.db, key)
      await indexEntry(ctx, key)
    })
  },
}

/** The rows by which a course is listed and found; `files`: the texts of its files, as far as they have any. */
export function indexOf(course: PublishedRow, files: readonly string[] = []) {
  const { byline, content, ...facts } = course
  const { districtId, entryId, kinds } = facts
  const parts = partsOf([...textsOf(course), ...files])
  const name = sought(course.name).body
  const nameMarks = marksOf(name)
  const marks = [...new Set([...nameMarks, ...parts.flatMap(({ body }) => marksOf(body))])]
  const listed: ListedRow = { ...facts, name, best: kinds.includes('精品'), nameMarks, marks }
  const passages: PassageRow[] = parts.map(({ body, shown }, part) => ({
    districtId,
    entryId,
    part,
    body,
    shown: shown === body ? null : shown,
  }))
  return { listed, passages }
}

/** What a course says of itself, but for its name: first what a reader wants to see of it. */
const textsOf = ({ content, byline, subject, theme }: PublishedRow): string[] => [
  ...outlineParts.map(({ key }) => content[key]),
  ...content.lessons.flatMap(({ title, goals, steps, materials }) => [
    title,
    goals,
    steps,
    ...materials.map((material) => material.title),
  ]),
  subject ?? '',
  theme ?? '',
  byline,
]
