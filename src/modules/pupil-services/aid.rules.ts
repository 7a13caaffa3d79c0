import { dayAfter } from '#shared/day.ts'

export const aidKinds = ['AED', '救护培训'] as const
export type AidKind = (typeof aidKinds)[number]

export const aidStates = ['有效', '快到期', '已到期', '已撤下'] as const
export type AidState = (typeof aidStates)[number]

/** How long before its end a school is told of what expires. */
const AID_DAYS_AHEAD = 60

/** How a device or a training stands on a day; the last day itself is still good. */
export function aidStateOf(
  { untilDay, endedOn }: { untilDay: string; endedOn: string | null },
  today: string,
): AidState {
  if (endedOn !== null && endedOn <= today) return '已撤下'
  if (untilDay < today) return '已到期'
  return untilDay <= dayAfter(today, AID_DAYS_AHEAD) ? '快到期' : '有效'
}

/** A device or training that helps today. */
export const isGood = (state: AidState): boolean => state === '有效' || state === '快到期'

/** Somebody must see to it. */
export const isUrgent = (state: AidState): boolean => state === '快到期' || state === '已到期'
