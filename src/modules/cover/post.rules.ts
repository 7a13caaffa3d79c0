import { minutesOf } from '#shared/bells.ts'
import { dayInWords } from '#shared/day.ts'
import type { Travel } from './rank.rules.ts'
import { fallsInWeek, rhythmsMeet, weekdayName, weekdayOf, type Weeks } from '#shared/week.ts'

/** A weekly lesson with its time and place, as two of them are held against each other. */
export interface WeeklySpot {
  weekday: number
  period: number
  weeks: Weeks
  fromTime: string
  untilTime: string
  placeId: number
  placeName: string
  subject: string
  className: string
}

/** 周三第3节数学（春申小学七（1）班，09:50–10:30） */
export const spotInWords = ({
  weekday,
  period,
  subject,
  placeName,
  className,
  fromTime,
  untilTime,
}: WeeklySpot): string =>
  `${weekdayName(weekday)}第${period}节${subject}（${placeName}${className}，${fromTime}–${untilTime}）`

/**
 * What speaks against a teacher's new weekly lessons: being in two places at once, or not getting from one to the other in
 * time. Both lessons are named, and the minutes that are needed and there are.
 */
export function clashesOf(
  wanted: readonly WeeklySpot[],
  standing: readonly WeeklySpot[],
  travel: Travel,
): { at: number; message: string }[] {
  return wanted.flatMap((one, at) => {
    const others = [...standing, ...wanted.slice(0, at)]
    const message = others.map((other) => clashOf(one, other, travel)).find((found) => found !== undefined)
    return message === undefined ? [] : [{ at, message }]
  })
}

const clashOf = (one: WeeklySpot, other: WeeklySpot, travel: Travel): string | undefined =>
  one.weekday === other.weekday && rhythmsMeet(one.weeks, other.weeks)
    ? apartOf({ ...one, words: spotInWords(one) }, { ...other, words: spotInWords(other) }, travel)
    : undefined

/** A time on one day at which the teacher has to be somewhere. */
export interface DatedSpot extends Timed {
  day: string
}

type Timed = Pick<WeeklySpot, 'fromTime' | 'untilTime' | 'placeId'> & { words: string }

/** The days on which weekly lessons are given: from one to another, odd and even weeks counted from the first. */
interface Span {
  fromDay: string
  untilDay: string
}

/** What speaks against a teacher's new weekly lessons of what is arranged for single days: the first of them for each lesson. */
export function datedClashesOf(
  wanted: readonly WeeklySpot[],
  { fromDay, untilDay }: Span,
  dated: readonly DatedSpot[],
  travel: Travel,
): { at: number; message: string }[] {
  const within = dated.filter(({ day }) => day >= fromDay && day <= untilDay)
  return wanted.flatMap((one, at) => {
    const same = within.filter(({ day }) => weekdayOf(day) === one.weekday && fallsInWeek(one.weeks, day, fromDay))
    const message = same
      .map((other) => apartOf({ ...one, words: spotInWords(one) }, { ...other, words: datedInWords(other) }, travel))
      .find((found) => found !== undefined)
    return message === undefined ? [] : [{ at, message }]
  })
}

/** 10月18日春申小学《剪纸》（15:30–16:10） */
const datedInWords = ({ day, words, fromTime, untilTime }: DatedSpot): string =>
  `${dayInWords(day).slice(5)}${words}（${fromTime}–${untilTime}）`

/** Why nobody can be at both on one day. */
function apartOf(one: Timed, other: Timed, travel: Travel): string | undefined {
  if (one.fromTime < other.untilTime && other.fromTime < one.untilTime)
    return `${one.words}和${other.words}是同一时间，一位教师不能在两处上课。`
  const [first, second] = one.untilTime <= other.fromTime ? [one, other] : [other, one]
  const need = travel(first.placeId, second.placeId)
  const there = minutesOf(second.fromTime) - minutesOf(first.untilTime)
  return there < need ? `${first.words}到${second.words}，路上要 ${need} 分钟，中间只有 ${there} 分钟。` : undefined
}
