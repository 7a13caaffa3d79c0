import { readFile } from 'node:fs/promises'
import type { UploadedFile } from '#shared/upload.ts'
import { openWorkbook } from '#platform/sheet/open.ts'
import type { Workbook } from '#platform/sheet/workbook.ts'
import { calendarLessons, type CalendarReader } from './calendar-lessons.ts'
import { gridLessons, gridOf } from './grid-lessons.ts'
import type { ReadLessons } from './lesson-words.rules.ts'
import { coverProblems } from './problems.ts'
import { headOf, tableLessons, type ReadSheet } from './table-lessons.ts'

const MOST_LESSONS = 20_000

/** Reads a timetable of any of its forms: a long table, grids of classes or teachers, or a calendar of weekly events. */
export async function readTimetable(file: UploadedFile, reader: CalendarReader): Promise<ReadLessons> {
  const into: ReadLessons = { lessons: [], faults: [], notes: [] }
  const start = (await readFile(file.path)).subarray(0, 200).toString('utf8')
  if (/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(start)) calendarLessons(await readFile(file.path, 'utf8'), reader, into)
  else await readWorkbook(file, reader, into)
  if (into.lessons.length > MOST_LESSONS) throw coverProblems.tooManyLessons({ limit: MOST_LESSONS })
  if (into.lessons.length + into.faults.length === 0) throw coverProblems.noTimetable()
  return into
}

async function readWorkbook(file: UploadedFile, { isTeacher }: CalendarReader, into: ReadLessons): Promise<void> {
  const workbook = await openWorkbook(file.path, { name: file.name })
  try {
    const names = workbook.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name)
    for (const name of names) readSheet(await sheetOf(workbook, name), isTeacher, into, names.length > 1)
  } finally {
    await workbook.close()
  }
}

function readSheet(sheet: ReadSheet, isTeacher: CalendarReader['isTeacher'], into: ReadLessons, many: boolean): void {
  const head = headOf(sheet)
  if (head) return tableLessons(sheet, head, into, many)
  const grid = gridOf(sheet, isTeacher)
  if (grid) gridLessons(sheet, grid, into, isTeacher)
  else if (sheet.rows.length > 0)
    into.notes.push({ at: sheet.name, message: '这张工作表不像课表，没有导入；格子表的表名应是班级或教师姓名。' })
}

/** A merged cell holds for all it covers: a double period is written once. */
async function sheetOf(workbook: Workbook, name: string): Promise<ReadSheet> {
  const rows = new Map<number, Map<number, string>>()
  for await (const { row, cells } of workbook.rows(name))
    rows.set(row, new Map(cells.map(({ column, text }) => [column, text])))
  for (const { top, left, bottom, right } of await workbook.merges(name)) {
    const text = rows.get(top)?.get(left)
    if (text === undefined || left !== right) continue
    for (let row = top + 1; row <= bottom; row++) {
      if (!rows.has(row)) rows.set(row, new Map())
      rows.get(row)!.set(left, text)
    }
  }
  const sorted = [...rows].sort(([a], [b]) => a - b)
  return { name, rows: sorted.map(([row, cells]) => ({ row, cells })) }
}
