import { minutesOf } from '#shared/bells.ts'
import { dayAfter, dayOf, momentOf, timeOf } from '#shared/day.ts'
import type { BookingStatus, Series } from './booking.contract.ts'

export const MOST_TIMES = 60
/** Times are told to five minutes: so is the equipment that is out. */
export const STEP_MINUTES = 5

/** When something is wanted. */
export interface Time {
  day: string
  from: string
  until: string
}

/** A stretch of a day in minutes from midnight. */
export const spanOfTime = ({ from, until }: Pick<Time, 'from' | 'until'>) => ({
  from: minutesOf(from),
  until: minutesOf(until),
})

/** 16:00–18:00 */
export const timeInWords = ({ from, until }: Pick<Time, 'from' | 'until'>): string => `${from}–${until}`

export const instantsOf = ({ day, from, until }: Time): { fromAt: Date; untilAt: Date } => ({
  fromAt: momentOf(day, from),
  untilAt: momentOf(day, until),
})

/** The time between two instants as it is written; midnight at the end of a day is 24:00. */
export function timeBetween(fromAt: Date, untilAt: Date): Time {
  const day = dayOf(fromAt)
  return { day, from: timeOf(fromAt), until: dayOf(untilAt) === day ? timeOf(untilAt) : '24:00' }
}

/** What no time can be: its end before its beginning, or between the steps. */
export function whyNotTime({ from, until }: Pick<Time, 'from' | 'until'>): string | undefined {
  const span = spanOfTime({ from, until })
  if (span.until <= span.from) return `结束时间 ${until} 不晚于开始时间 ${from}，请核对。`
  const crooked = [from, until].find((_, at) => (at === 0 ? span.from : span.until) % STEP_MINUTES !== 0)
  return crooked && `时间 ${crooked} 请取整到 ${STEP_MINUTES} 分钟。`
}

/** The days of a request: its first, and those that a series adds; `skip` is left out. */
export function daysOf(first: string, series: Series | null | undefined): string[] {
  if (!series) return [first]
  const days: string[] = []
  for (let day = first; day <= series.untilDay; day = dayAfter(day, 7 * series.everyWeeks)) days.push(day)
  return days.filter((day) => !series.skip.includes(day))
}

/** Why a request asks for nothing that could be had; undefined where each of its times can be looked at. */
export function whyNotDays(first: string, series: Series | null | undefined): string | undefined {
  if (!series) return undefined
  if (series.untilDay < first) return `最后一天 ${series.untilDay} 早于第一次的 ${first}，请核对。`
  const days = daysOf(first, series)
  if (days.length === 0) return '每一次都跳过了，没有要订的时间。'
  return days.length > MOST_TIMES
    ? `一次最多订 ${MOST_TIMES} 次，现在是 ${days.length} 次，请把最后一天提前。`
    : undefined
}

/** Why a booking cannot be given up any more; undefined where it can. */
export function whyNotCancel(
  { status, untilAt }: { status: BookingStatus; untilAt: Date },
  now: Date,
): string | undefined {
  if (status !== '待审' && status !== '已定') return `这次预约${inWords[status]}，不用取消。`
  return untilAt <= now ? '这次预约的时间已经过去，不能取消。' : undefined
}

export function whyNotMove(booking: { status: BookingStatus; fromAt: Date }, now: Date): string | undefined {
  if (booking.status !== '待审' && booking.status !== '已定') return `这次预约${inWords[booking.status]}，不能改期。`
  return booking.fromAt <= now ? '这次预约已经开始，不能改期。' : undefined
}

export function whyNotDecide({ status }: { status: BookingStatus }): string | undefined {
  return status === '待审' ? undefined : `这次预约${inWords[status]}，不用再审。`
}

const inWords: Record<BookingStatus, string> = {
  待审: '还在等审核',
  已定: '已经通过',
  已谢绝: '已被谢绝',
  已取消: '已经取消',
  未到: '没有人到，时间已让出',
  已用: '已经用过',
}
