import { cellAddress } from '#platform/sheet/address.ts'
import { cleanName, cleanText } from '#platform/sheet/clean.ts'
import { className } from '#shared/school-class.ts'
import { weekdayIn } from '#shared/week-words.ts'
import { isClassName, periodsIn, type ReadLessons } from './lesson-words.rules.ts'
import type { ReadSheet } from './table-lessons.ts'
import type { Weeks } from '#shared/week.ts'

/** A sheet with the weekdays across and the periods down, of one class or of one teacher. */
export interface Grid {
  row: number
  /** Column → weekday. */
  weekdays: ReadonlyMap<number, number>
  periodColumn: number
  /** Whose it is. */
  of: { kind: 'class' | 'teacher'; name: string }
}

/** What a sheet's grid is about is told by its title or its name; undefined where the sheet is no grid. */
export function gridOf(sheet: ReadSheet, isTeacher: (name: string) => boolean): Grid | undefined {
  const found = sheet.rows.slice(0, 12).map(({ row, cells }) => ({ row, weekdays: weekdaysIn(cells) }))
  const head = found.find(({ weekdays }) => weekdays.size >= 3)
  const below = head && sheet.rows.filter(({ row }) => row > head.row)
  const periodColumn = below && periodColumnIn(below, Math.min(...head.weekdays.keys()))
  const of = head && ownerOf(sheet, head.row, isTeacher)
  return head && periodColumn && of ? { ...head, periodColumn, of } : undefined
}

function weekdaysIn(cells: ReadonlyMap<number, string>): Map<number, number> {
  const days = new Map<number, number>()
  for (const [column, text] of cells) {
    const weekday = /^(?:星期|周|礼拜|mon|tue|wed|thu|fri|sat|sun)|^[一二三四五六日]$/i.test(cleanText(text))
      ? weekdayIn(cleanText(text))
      : undefined
    if (weekday && ![...days.values()].includes(weekday)) days.set(column, weekday)
  }
  return days
}

/** The column left of the weekdays whose cells are periods: 上午, 08:00 and the like stand beside it at times. */
function periodColumnIn(rows: ReadSheet['rows'], firstDay: number): number | undefined {
  const left = Array.from({ length: firstDay - 1 }, (_, at) => at + 1)
  const readable = (column: number) => rows.filter(({ cells }) => periodsIn(cleanText(cells.get(column) ?? ''))).length
  return left.map((column) => ({ column, n: readable(column) })).sort((a, b) => b.n - a.n).find(({ n }) => n > 0)
    ?.column // prettier-ignore
}

function ownerOf(sheet: ReadSheet, headRow: number, isTeacher: (name: string) => boolean): Grid['of'] | undefined {
  const above = sheet.rows.filter(({ row }) => row < headRow).flatMap(({ cells }) => [...cells.values()])
  for (const title of [sheet.name, ...above]) {
    const plain = cleanText(title).replace(/(?:的)?(?:课程表|课表)$/, '').replace(/^(?:班级|教师|姓名)[:：]/, '') // prettier-ignore
    if (isTeacher(cleanName(plain))) return { kind: 'teacher', name: cleanName(plain) }
    if (isClassName(plain)) return { kind: 'class', name: className(plain) }
  }
  return undefined
}

/** Reads a grid; `isTeacher` tells a teacher's name from a subject or a class in a cell. */
export function gridLessons(sheet: ReadSheet, grid: Grid, into: ReadLessons, isTeacher: (name: string) => boolean) {
  for (const { row, cells } of sheet.rows.filter((one) => one.row > grid.row)) {
    const periods = periodsIn(cleanText(cells.get(grid.periodColumn) ?? ''))
    if (!periods) continue
    for (const [column, weekday] of grid.weekdays) {
      const text = cleanText(cells.get(column) ?? '')
      if (!text) continue
      const at = `${sheet.name}!${cellAddress(column, row)}`
      const read = cellOf(text, grid, isTeacher)
      if ('message' in read) into[read.fault ? 'faults' : 'notes'].push({ at, message: read.message })
      else
        for (const period of periods) into.lessons.push({ at, ...read, weekday, period, staffNo: null, campus: null })
    }
  }
}

interface Cell {
  teacherName: string
  className: string
  subject: string
  weeks: Weeks
}

function cellOf(
  text: string,
  { of }: Grid,
  isTeacher: (name: string) => boolean,
): Cell | { message: string; fault: boolean } {
  const weeks: Weeks = /[(（]?单周?[)）]/.test(text) ? '单周' : /[(（]?双周?[)）]/.test(text) ? '双周' : '每周'
  const words = text.replace(/[(（][单双]周?[)）]/g, ' ').split(/[\n\s/／,，、;；]+/).filter(Boolean) // prettier-ignore
  if (of.kind === 'teacher') {
    const group = words.find(isClassName)
    const subject = words.find((word) => word !== group)
    if (!group || !subject) return { fault: true, message: `“${text}”里要有学科和班级，例如“数学 七（3）班”。` }
    return { teacherName: of.name, className: className(group), subject, weeks }
  }
  const teacherName = words.map(cleanName).find(isTeacher)
  const subject = words.find((word) => cleanName(word) !== teacherName)
  if (words.length === 1 && !teacherName) return { fault: false, message: `“${text}”没有写教师，没有导入。` }
  if (!teacherName || !subject)
    return { fault: true, message: `“${text}”里的教师不在本校名册中，应写成“学科 教师姓名”，例如“数学 王芳”。` }
  return { teacherName, className: of.name, subject, weeks }
}
