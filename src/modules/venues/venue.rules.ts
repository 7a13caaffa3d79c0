import { weekdayName } from '#shared/week.ts'
import { dayKinds } from './day.rules.ts'
import type { Opening } from './hours.rules.ts'

export { venueKinds, type VenueKind } from '#shared/venue-kinds.ts'

export const openToNames = ['成员校', '所有人'] as const
export const stageNames = ['学前', '小学', '初中', '高中', '中职', '社区'] as const

export const venueStates = ['可预约', '暂停开放', '协议已到期', '已停用'] as const
export type VenueState = (typeof venueStates)[number]

interface Standing {
  closedOn: string | null
  agreementUntil: string | null
  /** Why it is closed at the moment. */
  closedWhy: string | null
}

/** How a venue stands on a day; what lasts longest is said first. */
export function stateOf({ closedOn, agreementUntil, closedWhy }: Standing, today: string): VenueState {
  if (closedOn !== null && closedOn <= today) return '已停用'
  if (agreementUntil !== null && agreementUntil < today) return '协议已到期'
  return closedWhy === null ? '可预约' : '暂停开放'
}

/** 上学日 16:00–20:00，双休日、节假日 8:00–17:00 */
export function openingsInWords(openings: readonly Opening[]): string {
  const kindsOf = new Map<string, string[]>()
  for (const kind of dayKinds) {
    const times = timesOf(openings.filter(({ dayKind }) => dayKind === kind))
    if (times !== '') kindsOf.set(times, [...(kindsOf.get(times) ?? []), kind])
  }
  if (kindsOf.size === 0) return '不开放'
  return [...kindsOf].map(([times, kinds]) => `${kinds.join('、')}${times}`).join('，')
}

/** What is said of a kind of day: ' 8:00–11:00、13:00–17:00', or with its weekdays '（周一、周三）16:00–18:00'. */
function timesOf(openings: readonly Opening[]): string {
  const byDays = new Map<string, string[]>()
  for (const { dayKind, weekdays, fromTime, untilTime } of openings) {
    const days = coversKind(dayKind, weekdays) ? ' ' : `（${weekdays.map(weekdayName).join('、')}）`
    byDays.set(days, [...(byDays.get(days) ?? []), `${plain(fromTime)}–${plain(untilTime)}`])
  }
  return [...byDays].map(([days, times]) => `${days}${times.join('、')}`).join('，')
}

const usual: Partial<Record<Opening['dayKind'], readonly number[]>> = { 上学日: [1, 2, 3, 4, 5], 双休日: [6, 7] }

/** Whether the weekdays are all that a kind of day falls on. */
const coversKind = (kind: Opening['dayKind'], weekdays: readonly number[]): boolean =>
  (usual[kind] ?? [1, 2, 3, 4, 5, 6, 7]).every((day) => weekdays.includes(day))

/** 08:00 → 8:00 */
const plain = (time: string): string => time.replace(/^0/, '')
