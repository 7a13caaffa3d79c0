import { cellAddress } from '#platform/sheet/address.ts'
import { cleanCode, cleanHeader, cleanName, cleanText } from '#platform/sheet/clean.ts'
import { className } from '#shared/school-class.ts'
import { weekdayIn, weeksIn } from '#shared/week-words.ts'
import { periodsIn, type Finding, type ReadLessons } from './lesson-words.rules.ts'

/** A sheet as plain text, cell by cell. */
export interface ReadSheet {
  name: string
  rows: readonly { row: number; cells: ReadonlyMap<number, string> }[]
}

type Title = '工号' | '姓名' | '班级' | '学科' | '星期' | '节次' | '单双周' | '校区'

const aliases: Record<Title, readonly string[]> = {
  工号: ['工号', '教师工号', '职工号'],
  姓名: ['姓名', '教师姓名', '教师', '任课教师', '任课老师'],
  班级: ['班级', '上课班级', '行政班', '教学班'],
  学科: ['学科', '课程', '科目', '课程名称'],
  星期: ['星期', '周几', '星期几'],
  节次: ['节次', '第几节', '节'],
  单双周: ['单双周', '周次', '周类型'],
  校区: ['校区', '上课校区'],
}
const required = ['班级', '学科', '星期', '节次'] as const

export interface Head {
  row: number
  columns: ReadonlyMap<Title, number>
}

/** The row that names the columns of a long table; undefined where the sheet is none. */
export function headOf({ rows }: ReadSheet): Head | undefined {
  for (const { row, cells } of rows.slice(0, 15)) {
    const columns = new Map<Title, number>()
    for (const [column, text] of cells) {
      const header = cleanHeader(text)
      const title = (Object.keys(aliases) as Title[]).find((one) => aliases[one].includes(header))
      if (title && !columns.has(title)) columns.set(title, column)
    }
    if (required.every((title) => columns.has(title)) && (columns.has('工号') || columns.has('姓名')))
      return { row, columns }
  }
  return undefined
}

/** Reads a sheet with one row for each lesson. */
export function tableLessons(sheet: ReadSheet, head: Head, into: ReadLessons, many: boolean): void {
  for (const { row, cells } of sheet.rows.filter((one) => one.row > head.row)) {
    const line = lineOf(sheet, head, { row, cells }, many)
    if ([...cells.values()].every((text) => cleanText(text) === '')) continue
    readLine(line, into)
  }
}

interface Line {
  text: (title: Title) => string
  at: (title: Title) => string
}

const lineOf = (
  { name }: ReadSheet,
  { columns }: Head,
  { row, cells }: ReadSheet['rows'][number],
  many: boolean,
): Line => ({
  text: (title) => cleanText(cells.get(columns.get(title) ?? 0) ?? ''),
  at: (title) => `${many ? `${name}!` : ''}${cellAddress(columns.get(title) ?? 1, row)}`,
})

function readLine(line: Line, into: ReadLessons): void {
  const { text, at } = line
  const weekday = weekdayIn(text('星期'))
  const periods = periodsIn(text('节次'))
  const weeks = weeksIn(text('单双周'))
  const faults = faultsOf(line, { weekday, periods, weeks })
  into.faults.push(...faults)
  if (!weekday || !periods || !weeks || faults.length > 0) return
  for (const period of periods)
    into.lessons.push({
      at: at('班级'),
      teacherAt: at(text('工号') ? '工号' : '姓名'),
      staffNo: cleanCode(text('工号')) || null,
      teacherName: cleanName(text('姓名')) || null,
      className: className(text('班级')),
      subject: text('学科'),
      weekday,
      period,
      weeks,
      campus: text('校区') || null,
    })
}

function faultsOf({ text, at }: Line, read: { weekday: unknown; periods: unknown; weeks: unknown }): Finding[] {
  const said: [Title, boolean, string][] = [
    ['班级', text('班级') === '', '“班级”没有填，请补上。'],
    ['学科', text('学科') === '', '“学科”没有填，请补上。'],
    ['姓名', text('工号') === '' && text('姓名') === '', '没有写教师，请填写工号或姓名。'],
    ['星期', !read.weekday, `星期“${text('星期')}”认不出来，应写成“星期一”到“星期日”，或 1 到 7。`],
    ['节次', !read.periods, `节次“${text('节次')}”认不出来，应写成 1 到 14 的数，或“3-4”。`],
    ['单双周', !read.weeks, `单双周“${text('单双周')}”认不出来，应写“单周”“双周”，每周都上的留空。`],
  ]
  return said.filter(([, isWrong]) => isWrong).map(([title, , message]) => ({ at: at(title), message }))
}
