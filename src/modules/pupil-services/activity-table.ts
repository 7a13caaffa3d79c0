import { schoolYearOf } from '#shared/school-year.ts'
import { cellAddress } from '#platform/sheet/address.ts'
import { parseDay } from '#platform/sheet/clean-day.ts'
import { cleanHeader, cleanText, comparisonKey } from '#platform/sheet/clean.ts'
import { parseInteger } from '#platform/sheet/clean-value.ts'
import { ActivityBody, type Fault, type Part } from './activity.contract.ts'

/** One row for each school that took part: the columns of a sheet of activities, as they are written and read. */
export const titles = [
  '活动名称', '类别', '形式', '组织', '开始日期', '结束日期', '地点', '承办学校', '参加学校', '学生数', '家庭数', '教师数', '获奖数',
  '一等奖', '二等奖', '三等奖', '新闻链接',
] as const // prettier-ignore
type Title = (typeof titles)[number]

const aliases: Partial<Record<Title, readonly string[]>> = {
  活动名称: ['名称', '活动', '主题', '活动主题'],
  类别: ['活动类别', '类型', '活动类型'],
  组织: ['组织方', '组织单位'],
  开始日期: ['日期', '活动日期', '时间'],
  地点: ['活动地点'],
  承办学校: ['主办学校', '承办单位'],
  参加学校: ['参与学校'],
  学生数: ['学生人数', '参加学生数', '参加学生'],
  家庭数: ['家长数', '家庭户数'],
  教师数: ['教师人数'],
  获奖数: ['获奖人次', '获奖'],
  一等奖: ['一等奖数'],
  二等奖: ['二等奖数'],
  三等奖: ['三等奖数'],
  新闻链接: ['链接', '报道链接'],
}
const required = ['活动名称', '类别', '开始日期', '承办学校'] as const

/** A text longer than any name, alone in its row, tells how to fill in the sheet. */
const LONGEST = 60

/** A row of the sheet as plain text, by column. */
export interface TextRow {
  row: number
  cells: ReadonlyMap<number, string>
}

/** The member of a school year called so, by its name or short name. */
export type FindSchool = (name: string, schoolYear: number) => number | undefined

export interface ReadActivities {
  activities: ActivityBody[]
  faults: Fault[]
}

/** The row that names the columns; undefined where there is none. */
export function headOf(rows: readonly TextRow[]): { row: number; columns: ReadonlyMap<Title, number> } | undefined {
  for (const { row, cells } of rows.slice(0, 15)) {
    const columns = new Map<Title, number>()
    for (const [column, text] of cells) {
      const header = cleanHeader(text)
      const title = titles.find((one) => one === header || aliases[one]?.includes(header))
      if (title && !columns.has(title)) columns.set(title, column)
    }
    if (required.every((title) => columns.has(title))) return { row, columns }
  }
  return undefined
}

/** The school years that the rows' days fall in. */
export function yearsIn(rows: readonly TextRow[]): number[] {
  const head = headOf(rows)
  const days = rows.map(({ cells }) => parseDay(cells.get(head?.columns.get('开始日期') ?? 0) ?? '').value)
  return [...new Set(days.filter((day) => day !== undefined).map(schoolYearOf))]
}

/** Reads the rows under the head; rows of one activity (name, day, host) are its schools. */
export function readActivityRows(rows: readonly TextRow[], find: FindSchool): ReadActivities | undefined {
  const head = headOf(rows)
  if (!head) return undefined
  const into: ReadActivities = { activities: [], faults: [] }
  for (const { row, cells } of rows.filter((one) => one.row > head.row)) {
    const text = (title: Title) => cleanText(cells.get(head.columns.get(title) ?? 0) ?? '')
    const at = (title: Title) => cellAddress(head.columns.get(title) ?? head.columns.get('活动名称')!, row)
    const isSum = [...cells.values()].some((cell) => /^(合计|总计)$/.test(cleanText(cell)))
    const isNote = text('活动名称').length > LONGEST && required.every((title, n) => n === 0 || text(title) === '')
    if (text('活动名称') !== '' && !isSum && !isNote) readLine({ text, at }, find, into)
  }
  return into
}

interface Line {
  text: (title: Title) => string
  at: (title: Title) => string
}

const numbers = {
  pupils: '学生数',
  families: '家庭数',
  teachers: '教师数',
  awards: '获奖数',
  firstPrizes: '一等奖',
  secondPrizes: '二等奖',
  thirdPrizes: '三等奖',
} as const

function readLine({ text, at }: Line, find: FindSchool, { activities, faults }: ReadActivities): void {
  const said: Fault[] = []
  const wrong = (title: Title, message: string) => void said.push({ at: at(title), message })
  const dayIn = (title: Title) => {
    const { value, reason } = parseDay(text(title))
    if (reason !== undefined) wrong(title, `${title}“${text(title)}”认不出来，${reason}。`)
    return value
  }
  const fromDay = dayIn('开始日期')
  const untilDay = text('结束日期') === '' ? fromDay : dayIn('结束日期')
  const schoolIn = (title: Title) => {
    const id = fromDay === undefined ? undefined : find(text(title), schoolYearOf(fromDay))
    if (fromDay && id === undefined) wrong(title, `“${text(title)}”不是该学年的成员校，请写学校全称或简称。`)
    return id
  }
  const schoolId = schoolIn('承办学校')
  const part = partIn({ text, at }, schoolIn, said)
  const fields = { title: text('活动名称'), kind: text('类别'), form: text('形式') || '线下', runBy: text('组织') || '学校', place: text('地点'), news: text('新闻链接') } // prettier-ignore
  const parsed = ActivityBody.safeParse({ ...fields, schoolId: schoolId ?? 0, fromDay: fromDay ?? '2000-01-01', untilDay, parts: [] }) // prettier-ignore
  for (const { path, message } of parsed.error?.issues ?? []) wrong(columnOf[String(path[0])] ?? '活动名称', message)
  if (untilDay && fromDay && untilDay < fromDay) wrong('结束日期', '结束日期早于开始日期，请核对。')
  faults.push(...said)
  if (said.length === 0 && parsed.success) join(activities, parsed.data, part, (message) => faults.push({ at: at('参加学校'), message })) // prettier-ignore
}

const columnOf: Record<string, Title> = { title: '活动名称', kind: '类别', form: '形式', runBy: '组织', place: '地点', news: '新闻链接' } // prettier-ignore

/** The school of a row; nothing where the column is left empty. */
function partIn({ text, at }: Line, schoolIn: (title: Title) => number | undefined, said: Fault[]): Part | undefined {
  const counts = Object.entries(numbers).map(([key, title]) => {
    const { value, reason } = text(title) === '' ? { value: 0 } : parseInteger(text(title))
    const message = reason ?? (value! < 0 || value! > 99_999 ? '应在 0 到 99999 之间' : undefined)
    if (message !== undefined) said.push({ at: at(title), message: `${title}“${text(title)}”不对，${message}。` })
    return [key, value ?? 0] as const
  })
  if (text('参加学校') === '') return undefined
  return { schoolId: schoolIn('参加学校') ?? 0, ...(Object.fromEntries(counts) as Omit<Part, 'schoolId'>) }
}

function join(
  activities: ActivityBody[],
  one: ActivityBody,
  part: Part | undefined,
  say: (message: string) => void,
): void {
  let activity = activities.find((other) => activityKey(other) === activityKey(one))
  if (!activity) activities.push((activity = one))
  if (!part) return
  if (activity.parts.some(({ schoolId }) => schoolId === part.schoolId))
    say('这所学校在这次活动里写了两行，请合成一行。')
  else activity.parts.push(part)
}

/** What tells an activity from others: its name, its day, its host. */
export const activityKey = ({
  title,
  fromDay,
  schoolId,
}: Pick<ActivityBody, 'title' | 'fromDay' | 'schoolId'>): string => [comparisonKey(title), fromDay, schoolId].join('|')
