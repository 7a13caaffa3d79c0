import { minutesOf } from '#shared/bells.ts'
import type { Travel } from './rank.rules.ts'
import { rhythmsMeet, weekdayName, type Weeks } from '#shared/week.ts'

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

function clashOf(one: WeeklySpot, other: WeeklySpot, travel: Travel): string | undefined {
  if (one.weekday !== other.weekday || !rhythmsMeet(one.weeks, other.weeks)) return undefined
  if (one.fromTime < other.untilTime && other.fromTime < one.untilTime)
    return `${spotInWords(one)}和${spotInWords(other)}是同一时间，一位教师不能在两处上课。`
  const [first, second] = one.untilTime <= other.fromTime ? [one, other] : [other, one]
  const need = travel(first.placeId, second.placeId)
  const there = minutesOf(second.fromTime) - minutesOf(first.untilTime)
  return there < need
    ? `${spotInWords(first)}到${spotInWords(second)}，路上要 ${need} 分钟，中间只有 ${there} 分钟。`
    : undefined
}
