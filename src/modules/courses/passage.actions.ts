import type { Context } from '#platform/context.ts'
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
  const { listed, passages } = indexOf(published)
  await insertListed(ctx.db, [listed])
  if (passages.length > 0) await insertPassages(ctx.db, passages)
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
