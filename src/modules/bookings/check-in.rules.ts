import { dayOf, momentInWords } from '#shared/day.ts'
import type { Problem } from '#shared/problem.ts'
import type { BookingStatus } from './booking.contract.ts'
import { bookingProblems } from './problems.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** How long before its beginning one can check in to a booking. */
const EARLY = 30 * MINUTE
/** How old a scan may be that a phone kept while it had no network. */
const HELD = 24 * HOUR
/** By how much a phone's clock may be wrong without a word. */
const CLOCK = 5 * MINUTE
/** A scan that was sent within this time was not kept: its code must be one that is taken now. */
const AT_ONCE = 2 * MINUTE
/** How long afterwards a host may say who came. */
const SAID_LATER = 7 * 24 * HOUR

export interface Standing {
  status: BookingStatus
  fromAt: Date
  untilAt: Date
  /** 0: the time is kept until its end. */
  releaseMinutes: number
}

/** What comes of it by itself: where another module arranged it, nothing but what that module says. */
export type Becoming = Standing & { kept: boolean }

export const opensAt = ({ fromAt }: Pick<Standing, 'fromAt'>): Date => new Date(fromAt.getTime() - EARLY)

/** When the time of a booking to which nobody has come is given back. */
export function releasedAt({ fromAt, untilAt, releaseMinutes }: Standing): Date {
  const after = releaseMinutes === 0 ? untilAt.getTime() : fromAt.getTime() + releaseMinutes * MINUTE
  return new Date(Math.min(after, untilAt.getTime()))
}

/** Whether one can come to it at that moment, its state left aside. */
export const isDuring = (booking: Pick<Standing, 'fromAt' | 'untilAt'>, at: Date): boolean =>
  opensAt(booking) <= at && at <= booking.untilAt

const whyNot: Record<Standing['status'], string> = {
  待审: '这次预约还在等场馆审核',
  已定: '',
  已谢绝: '这次预约没有被同意',
  已取消: '这次预约已取消',
  未到: '这次预约到时没有人签到，场地已让出',
  已用: '这次使用已结束',
}

/** What stands against checking in to a booking at that moment. Who came in time is believed, though the news came after the time was given back. */
export function whyNotCheckIn(booking: Standing, cameAt: Date): Problem | undefined {
  const cameInTime = booking.status === '未到' && cameAt <= releasedAt(booking)
  if (booking.status !== '已定' && !cameInTime) return bookingProblems.notStanding({ why: whyNot[booking.status] })
  if (cameAt < opensAt(booking)) return bookingProblems.tooEarly({ from: momentInWords(opensAt(booking)) })
  if (cameAt > booking.untilAt) return bookingProblems.tooLate({ until: momentInWords(booking.untilAt) })
  return undefined
}

export interface PhoneTimes {
  cameAt: Date
  sentAt: Date
}

/** When somebody came, by the server's clock: so long ago as the phone says has passed since, whatever its clock shows. */
export function cameAtOf({ cameAt, sentAt }: PhoneTimes, now: Date): { cameAt: Date; held: boolean } {
  const passed = Math.max(0, sentAt.getTime() - cameAt.getTime())
  return { cameAt: new Date(now.getTime() - passed), held: passed > AT_ONCE }
}

/** By how many minutes a phone's clock is ahead, or behind; null where that is not worth a word. */
export function clockOff({ sentAt }: PhoneTimes, now: Date): number | null {
  const off = sentAt.getTime() - now.getTime()
  return Math.abs(off) > CLOCK ? Math.round(off / MINUTE) : null
}

/** What stands against a scan that a phone kept: its age, and a time that does not fit the one that is signed in the code. */
export function whyNotHeld(shownAt: Date, cameAt: Date, now: Date): Problem | undefined {
  if (now.getTime() - cameAt.getTime() > HELD) return bookingProblems.heldTooLong()
  const apart = Math.abs(cameAt.getTime() - shownAt.getTime())
  return apart > CLOCK + AT_ONCE ? bookingProblems.clockWrong({ minutes: Math.round(apart / MINUTE) }) : undefined
}

/** Whether the host may say now who came. */
export function whyNotSay(
  booking: Standing,
  { now, came, checkedIn }: { now: Date; came: boolean; checkedIn: boolean },
): Problem | undefined {
  // prettier-ignore
  if (!came && checkedIn) return bookingProblems.cameAlready()
  const isSaid = booking.status === '已定' || booking.status === '未到'
  if (!isSaid) return bookingProblems.notStanding({ why: whyNot[booking.status] })
  const from = came ? opensAt(booking) : booking.fromAt
  if (now < from) return bookingProblems.notYetBegun({ from: momentInWords(booking.fromAt) })
  return now.getTime() - booking.untilAt.getTime() > SAID_LATER ? bookingProblems.saidTooLate() : undefined
}

/** What becomes of a standing booking by now: nobody came, or it was used to its end. */
export function whatBecame(booking: Becoming, checkedIn: boolean, now: Date): '未到' | '已用' | undefined {
  if (booking.status !== '已定') return undefined
  if (checkedIn) return booking.untilAt <= now ? '已用' : undefined
  return !booking.kept && releasedAt(booking) <= now ? '未到' : undefined
}

const ledgerKinds = ['体育场馆', '图书馆', '创新实验室'] as const
export type LedgerKind = (typeof ledgerKinds)[number] | '其他'

/** The kinds of the ledger are fewer than those of the venues. */
export const ledgerKind = (kind: string): LedgerKind => ledgerKinds.find((one) => one === kind) ?? '其他'

/** 14:00–16:00, on the office's clock; with the day where it is another. */
export function spanInWords(fromAt: Date, untilAt: Date): string {
  const [from, until] = [momentInWords(fromAt), momentInWords(untilAt)]
  return dayOf(fromAt) === dayOf(untilAt) ? `${from}–${until.slice(11)}` : `${from} 至 ${until}`
}
