import ICAL from 'ical.js'
import { cleanName, cleanText } from '#platform/sheet/clean.ts'
import { periodAt, type Bell } from '#shared/bells.ts'
import { className } from '#shared/school-class.ts'
import { isClassName, type ReadLessons, type WrittenLesson } from './lesson-words.rules.ts'
import { coverProblems } from './problems.ts'
import { weekNumber, type Weeks } from '#shared/week.ts'

/** What a calendar is read by: the school's times, the first week, and who is a teacher. */
export interface CalendarReader {
  bells: readonly Bell[]
  weekOne: string
  isTeacher: (name: string) => boolean
}

const BYDAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Reads weekly events of an iCalendar file: “数学 七（3）班 王芳”, at the times of the school's periods. */
export function calendarLessons(text: string, reader: CalendarReader, into: ReadLessons): void {
  const calendars = parsed(text)
  const lines = linesOf(text)
  let at = 0
  for (const calendar of calendars) {
    const owner = cleanName(String(calendar.getFirstPropertyValue('x-wr-calname') ?? ''))
    for (const event of calendar.getAllSubcomponents('vevent'))
      readEvent(new ICAL.Event(event), { ...reader, owner, at: `第 ${lines[at++] ?? 1} 行` }, into)
  }
}

/** One calendar comes as itself, several as a list of them. */
function parsed(text: string): ICAL.Component[] {
  try {
    const read = ICAL.parse(text) as [unknown]
    const calendars = typeof read[0] === 'string' ? [read] : read
    return calendars.map((one) => new ICAL.Component(one as [string]))
  } catch {
    throw coverProblems.brokenCalendar()
  }
}

/** The lines on which events begin: what the reader finds in the file. */
const linesOf = (text: string): number[] =>
  text.split(/\r?\n/).flatMap((line, at) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [at + 1] : []))

interface Place extends CalendarReader {
  owner: string
  at: string
}

function readEvent(event: ICAL.Event, place: Place, into: ReadLessons): void {
  const rule = event.component.getFirstPropertyValue('rrule') as ICAL.Recur | null
  const summary = cleanText(event.summary ?? '')
  if (rule?.freq !== 'WEEKLY') {
    into.notes.push({ at: place.at, message: `“${summary}”不是每周重复的日程，没有导入。` })
    return
  }
  const what = wordsOf(event, summary, place)
  const day = event.startDate.toString().slice(0, 10)
  const time = event.startDate.toString().slice(11, 16)
  const period = periodAt(place.bells, time)
  if ('message' in what) into.faults.push({ at: place.at, message: what.message })
  else if (!period)
    into.faults.push({
      at: place.at,
      message: `“${summary}”${time} 开始，本校作息里没有这时上课的节次，请核对时间或先修改作息。`,
    })
  else
    for (const weekday of weekdaysOf(rule, event))
      into.lessons.push({ at: place.at, ...what, weekday, period, weeks: weeksOf(rule, day, place.weekOne) })
}

function weekdaysOf(rule: ICAL.Recur, event: ICAL.Event): number[] {
  const named = (rule.getComponent('BYDAY') as string[]).map((day) => BYDAY.indexOf(day.slice(-2)) + 1)
  return named.length > 0 ? named : [((event.startDate.dayOfWeek() + 5) % 7) + 1]
}

const weeksOf = (rule: ICAL.Recur, day: string, weekOne: string): Weeks =>
  rule.interval === 1 ? '每周' : weekNumber(day, weekOne) % 2 !== 0 ? '单周' : '双周'

type What = Pick<WrittenLesson, 'staffNo' | 'teacherName' | 'className' | 'subject' | 'campus'>

function wordsOf(event: ICAL.Event, summary: string, { owner, isTeacher }: Place): What | { message: string } {
  const words = `${summary}\n${event.description ?? ''}`.split(/[\n\s/／,，、;；:：]+/).map(cleanText).filter(Boolean) // prettier-ignore
  const teacherName = [...words.map(cleanName), owner, organizerOf(event)].find(isTeacher)
  const group = words.find(isClassName)
  const subject = summary.split(/[\s/／,，、;；:：]+/).find((word) => word !== group && cleanName(word) !== teacherName)
  if (!teacherName) return { message: `“${summary}”没有写明本校名册里的教师，请在标题或说明里写上教师姓名。` }
  if (!group || !subject) return { message: `“${summary}”里要有学科和班级，例如“数学 七（3）班”。` }
  return { staffNo: null, teacherName, className: className(group), subject, campus: cleanText(event.location ?? '') || null } // prettier-ignore
}

const organizerOf = (event: ICAL.Event): string =>
  cleanName(String(event.component.getFirstProperty('organizer')?.getFirstParameter('cn') ?? ''))
