import type { Reply } from '#shared/endpoint.ts'
import type { UploadedFile } from '#shared/upload.ts'
import type { Context } from '#platform/context.ts'
import { Download, XLSX } from '#platform/download.ts'
import { openWorkbook } from '#platform/sheet/open.ts'
import type { Workbook } from '#platform/sheet/workbook.ts'
import { writeWorkbook } from '#platform/sheet/write.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { keepLessons, refuseSpan } from './lesson.actions.ts'
import type { lessonApi } from './lesson.contract.ts'
import { readLessonSheet, type ReadLessons, type TextSheet } from './lesson-table.ts'
import { lockVenues } from './lock.sql.ts'
import { venuesProblems } from './problems.ts'
import { readStranded } from './stranded.actions.ts'
import { listSiblings } from './venue.sql.ts'

const MOST_IN_FILE = 5000

type Reading = Reply<typeof lessonApi.upload>
interface Asked {
  fromDay: string
  untilDay: string
  take?: 'yes' | undefined
}

/** Reads the lessons of a school's venues from a file; taken, they stand in place of those of the venues that the file names. */
export async function uploadLessons(
  ctx: Context,
  school: UnitSubject,
  { take, ...span }: Asked,
  file: UploadedFile,
): Promise<Reading> {
  refuseSpan(ctx, span)
  const { districtId, id: unitId } = school
  const venues = await listSiblings(ctx.db, { districtId, schoolId: unitId, siteId: null })
  const { lessons, faults } = await readFile(file, venues)
  const named = venues.filter(({ id }) => lessons.some(({ venueId }) => venueId === id))
  const venueIds = named.map(({ id }) => id)
  const taken = take === 'yes' && faults.length === 0
  if (taken) {
    await lockVenues(ctx.db, venueIds)
    await keepLessons(ctx, districtId, span, { venueIds, lessons })
  }
  ctx.note({ districtId, unitId, lessons: lessons.length, faults: faults.length, taken, ...span })
  const stranded = taken ? await readStranded(ctx, districtId, venueIds) : []
  return { lessons: lessons.length, venues: named.map(({ name }) => name), faults, taken, stranded }
}

async function readFile(file: UploadedFile, venues: readonly { id: string; name: string }[]): Promise<ReadLessons> {
  const workbook = await openWorkbook(file.path, { name: file.name })
  try {
    const names = workbook.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name)
    const read: ReadLessons[] = []
    for (const name of names)
      read.push(...[readLessonSheet(await textOf(workbook, name), venues, names.length > 1)].filter((one) => !!one))
    const all = { lessons: read.flatMap(({ lessons }) => lessons), faults: read.flatMap(({ faults }) => faults) }
    if (all.lessons.length + all.faults.length === 0) throw venuesProblems.noLessons()
    if (all.lessons.length > MOST_IN_FILE) throw venuesProblems.tooManyLessons({ limit: MOST_IN_FILE })
    return all
  } finally {
    await workbook.close()
  }
}

async function textOf(workbook: Workbook, name: string): Promise<TextSheet> {
  const rows: TextSheet['rows'][number][] = []
  for await (const { row, cells } of workbook.rows(name))
    rows.push({ row, cells: new Map(cells.map(({ column, text }) => [column, text])) })
  return { name, rows }
}

/** A table to fill in, in which the venues of the school stand already. */
export async function lessonForm(ctx: Context, { id, districtId, name, shortName }: UnitSubject): Promise<Download> {
  const venues = await listSiblings(ctx.db, { districtId, schoolId: id, siteId: null })
  const titles = ['场馆', '星期', '开始', '结束', '周次', '内容']
  const sheet = {
    name: '场馆课表',
    columns: titles.map((title) => ({ title, width: title === '内容' ? 24 : 14 })),
    rows: venues.map((venue) => [venue.name, null, null, null, null, null]),
    note: '一节课一行；星期写“一”到“日”；开始、结束写 15:10；每周都上的，周次留空，否则写“单周”“双周”；内容可不填；没有课的场馆，那一行不用管。',
  }
  return new Download(`${shortName || name}场馆课表.xlsx`, XLSX, writeWorkbook([sheet]))
}
