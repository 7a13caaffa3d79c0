import { dayAfter, dayInWords, momentOf } from '#shared/day.ts'
import type { Problem } from '#shared/problem.ts'
import { schoolYearName } from '#shared/school-year.ts'
import { termAt, weekdayName, weekdayOf } from '#shared/week.ts'
import type { Mode, OfferingState, Share, Slot } from './offering.contract.ts'
import { deliveryProblems } from './problems.ts'

const MOST_SESSIONS = 120

type Times = Pick<Slot, 'fromDay' | 'untilDay' | 'skip' | 'fromTime' | 'untilTime'>

/** One time of an offering: of which slot, and when. */
export interface Time {
  /** The place of its slot. */
  at: number
  day: string
  fromAt: Date
  untilAt: Date
}

const isWeekly = ({ fromDay, untilDay }: Times): boolean => untilDay > fromDay

/** The days of a slot: each week the weekday of the first one, but for days left out and days without school. */
export function daysOf(slot: Times, isOff: (day: string) => boolean): string[] {
  if (!isWeekly(slot)) return [slot.fromDay]
  const days: string[] = []
  for (let day = slot.fromDay; day <= slot.untilDay; day = dayAfter(day, 7)) days.push(day)
  return days.filter((day) => !slot.skip.includes(day) && !isOff(day))
}

/** Every time of these slots, in their order. */
export function timesOf(slots: readonly Times[], isOff: (day: string) => boolean): Time[] {
  const all = slots.flatMap((slot, at) =>
    daysOf(slot, isOff).map((day) => ({
      ...{ at, day },
      ...{ fromAt: momentOf(day, slot.fromTime), untilAt: momentOf(day, slot.untilTime) },
    })),
  )
  return all.sort((a, b) => +a.fromAt - +b.fromAt || a.at - b.at)
}

/** 周三 15:30–16:10，11月5日 09:00–11:00 */
export const slotsInWords = (slots: readonly Times[]): string =>
  slots
    .map((slot) => {
      const day = isWeekly(slot) ? `每${weekdayName(weekdayOf(slot.fromDay))}` : dayInWords(slot.fromDay).slice(5)
      return `${day} ${slot.fromTime}–${slot.untilTime}`
    })
    .join('，')

export interface Written {
  schoolId: number
  mode: Mode
  slots: readonly Slot[]
  places: number
  shares: readonly Share[]
  enrolUntil: string
}

/** What is wrong with what was written, by field; undefined where nothing is. */
export function whatIsWrong({ slots, enrolUntil }: Written): { path: string; message: string } | undefined {
  const [first] = slots
  if (!first) return { path: 'slots', message: '请至少填一个上课时间' }
  const backwards = slots.find(({ fromTime, untilTime }) => untilTime <= fromTime)
  if (backwards)
    return { path: 'slots', message: `结束时间 ${backwards.untilTime} 不晚于开始时间 ${backwards.fromTime}，请核对` }
  const early = slots.find(({ fromDay, untilDay }) => untilDay < fromDay)
  if (early) return { path: 'slots', message: `最后一次 ${early.untilDay} 早于第一次 ${early.fromDay}，请核对` }
  const last = slots.map(({ untilDay }) => untilDay).reduce((a, b) => (a > b ? a : b))
  if (slots.some((slot) => !isSameTerm(slot.fromDay, first.fromDay) || !isSameTerm(slot.untilDay, first.fromDay)))
    return { path: 'slots', message: `一门课写一个学期，现在的时间不都在${termInWords(first.fromDay)}，请分开写` }
  return enrolUntil > last
    ? { path: 'enrolUntil', message: `报名截止日期晚于最后一次课 ${last}，请改早一些` }
    : undefined
}

const isSameTerm = (a: string, b: string): boolean => termInWords(a) === termInWords(b)

function termInWords(day: string): string {
  const { schoolYear, term } = termAt(day)
  return `${schoolYearName(schoolYear)}${term}`
}

/** Why an offering cannot be as it is written, its teachers and rooms left aside. */
export function whyNotWrite({ schoolId, mode, slots, places, shares }: Written): Problem | undefined {
  if (mode === '教师走教' && slots.some((slot) => slot.schoolId === schoolId)) return deliveryProblems.ownSchool()
  if (mode !== '教师走教' && slots.some((slot) => slot.schoolId !== schoolId))
    return deliveryProblems.elsewhere({ mode })
  const sum = shares.reduce((all, one) => all + one.places, 0)
  return sum > places ? deliveryProblems.fewPlaces({ places, sum }) : undefined
}

/** Why there are no times to hold; undefined where they are few enough and some. */
export function whyNotTimes(times: readonly Time[]): Problem | undefined {
  if (times.length === 0) return deliveryProblems.noSession()
  return times.length > MOST_SESSIONS ? deliveryProblems.tooMany({ most: MOST_SESSIONS, n: times.length }) : undefined
}

const stateInWords: Record<OfferingState, string> = {
  草稿: '还没有发布',
  已发布: '已经发布',
  已结课: '已经结课',
  已撤回: '已经撤回',
}

export const whyNotChange = (state: OfferingState): Problem | undefined =>
  state === '草稿' ? undefined : deliveryProblems.notDraft({ state: stateInWords[state] })

/** What is only done with an offering that stands. */
export const whyNotStanding = (state: OfferingState): Problem | undefined =>
  state === '已发布' ? undefined : deliveryProblems.notPublished({ state: stateInWords[state] })

export const whyNotReopen = (state: OfferingState): Problem | undefined =>
  state === '已结课' ? undefined : deliveryProblems.notPublished({ state: stateInWords[state] })

/** Why an offering is not over; undefined where it is. */
export function whyNotComplete(sessions: readonly { state: string }[]): Problem | undefined {
  const n = sessions.filter(({ state }) => state === '待上').length
  if (n > 0) return deliveryProblems.notOver({ n })
  return sessions.some(({ state }) => state === '已上') ? undefined : deliveryProblems.noneHeld()
}
