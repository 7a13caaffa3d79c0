import { clockIn, weekdayIn, weeksIn } from '#shared/week-words.ts'
import { cellAddress } from '#platform/sheet/address.ts'
import { cleanHeader, cleanText, comparisonKey } from '#platform/sheet/clean.ts'
import type { Fault, LessonFields } from './lesson.contract.ts'

/** A sheet as plain text, cell by cell. */
export interface TextSheet {
  name: string
  rows: readonly { row: number; cells: ReadonlyMap<number, string> }[]
}

const titles = ['场馆', '星期', '开始', '结束', '周次', '内容'] as const
type Title = (typeof titles)[number]

const aliases: Record<Title, readonly string[]> = {
  场馆: ['场馆', '场馆名称', '场地', '地点'],
  星期: ['星期', '周几', '星期几'],
  开始: ['开始', '开始时间', '上课时间'],
  结束: ['结束', '结束时间', '下课时间'],
  周次: ['周次', '单双周'],
  内容: ['内容', '课程', '班级', '说明'],
}
const required = ['场馆', '星期', '开始', '结束'] as const

export type VenueLesson = LessonFields & { venueId: string }

export interface ReadLessons {
  lessons: VenueLesson[]
  faults: Fault[]
}

interface Venue {
  id: string
  name: string
}

/** The row that names the columns; undefined where the sheet has none. */
export function headOf({ rows }: TextSheet): { row: number; columns: ReadonlyMap<Title, number> } | undefined {
  for (const { row, cells } of rows.slice(0, 15)) {
    const columns = new Map<Title, number>()
    for (const [column, text] of cells) {
      const title = titles.find((one) => aliases[one].includes(cleanHeader(text)))
      if (title && !columns.has(title)) columns.set(title, column)
    }
    if (required.every((title) => columns.has(title))) return { row, columns }
  }
  return undefined
}

/** Reads a sheet with one row for each lesson in a venue of a school. A line with the venue alone is one not filled in. */
export function readLessonSheet(sheet: TextSheet, venues: readonly Venue[], many: boolean): ReadLessons | undefined {
  const head = headOf(sheet)
  if (!head) return undefined
  const into: ReadLessons = { lessons: [], faults: [] }
  const byName = new Map(venues.map((venue) => [comparisonKey(venue.name), venue]))
  for (const { row, cells } of sheet.rows.filter((one) => one.row > head.row)) {
    const text = (title: Title) => cleanText(cells.get(head.columns.get(title) ?? 0) ?? '')
    const at = (title: Title) => `${many ? `${sheet.name}!` : ''}${cellAddress(head.columns.get(title)!, row)}`
    if (['星期', '开始', '结束'].some((title) => text(title as Title) !== '')) readLine({ text, at }, byName, into)
  }
  return into
}

interface Line {
  text: (title: Title) => string
  at: (title: Title) => string
}

function readLine({ text, at }: Line, byName: ReadonlyMap<string, Venue>, { lessons, faults }: ReadLessons): void {
  const venue = byName.get(comparisonKey(text('场馆')))
  const [weekday, weeks] = [weekdayIn(text('星期')), weeksIn(text('周次'))]
  const [fromTime, untilTime] = [clockIn(text('开始')), clockIn(text('结束'))]
  const what = text('内容')
  const isBackwards = fromTime !== undefined && untilTime !== undefined && untilTime <= fromTime
  const said: [Title, boolean, string][] = [
    ['场馆', !venue, whyNotVenue(text('场馆'))],
    ['星期', !weekday, `星期“${text('星期')}”认不出来，应写成“星期一”到“星期日”，或 1 到 7。`],
    ['开始', !fromTime, `开始时间“${text('开始')}”认不出来，应写成 15:10。`],
    ['结束', !untilTime, `结束时间“${text('结束')}”认不出来，应写成 15:50。`],
    ['结束', isBackwards, `结束时间 ${untilTime} 不晚于开始时间 ${fromTime}，请核对。`],
    ['周次', !weeks, `周次“${text('周次')}”认不出来，应写“单周”“双周”，每周都上的留空。`],
    ['内容', what.length > 30, '内容超过 30 个字，请写短一些。'],
  ]
  const wrong = said.filter(([, isWrong]) => isWrong).map(([title, , message]) => ({ at: at(title), message }))
  faults.push(...wrong)
  if (venue && weekday && weeks && fromTime && untilTime && wrong.length === 0)
    lessons.push({ venueId: venue.id, weekday, fromTime, untilTime, weeks, what })
}

const whyNotVenue = (name: string): string =>
  name === '' ? '“场馆”没有填，请补上。' : `本校没有登记叫“${name}”的场馆，请写登记的名称，或先登记这个场馆。`
