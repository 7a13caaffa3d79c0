import { dayAfter, dayOf } from '#shared/day.ts'
import type { CoverRule } from './rule.contract.ts'

export const defaultRule: CoverRule = {
  speedKmh: 15,
  bufferMinutes: 10,
  askMode: '逐个',
  askCount: 3,
  waitMinutes: 15,
}

/** A lesson that begins within two hours leaves no time to ask one after the other. */
export const URGENT_MINUTES = 120

/** When a lesson of a day begins or ends: days and times are the office's, in China. */
export const momentAt = (day: string, time: string): Date => new Date(`${day}T${time}:00+08:00`)

const minutesUntil = (now: Date, then: Date) => (then.getTime() - now.getTime()) / 60_000

const QUIET = { from: 21, until: 7 }

/** When the time to think begins to run: at once, but in the night only in the morning. */
function awake(now: Date): Date {
  const [hour, day] = [new Date(now.getTime() + 8 * 3600_000).getUTCHours(), dayOf(now)]
  if (hour >= QUIET.until && hour < QUIET.from) return now
  return momentAt(hour < QUIET.until ? day : dayAfter(day), '07:00')
}

/** How many are asked next, and until when they may think it over: not longer than until the lesson begins. */
export function nextRound(rule: CoverRule, now: Date, begins: Date): { count: number; dueAt: Date } {
  const from = awake(now)
  const count = rule.askMode === '同时' || minutesUntil(from, begins) <= URGENT_MINUTES ? rule.askCount : 1
  const due = Math.min(from.getTime() + rule.waitMinutes * 60_000, begins.getTime())
  return { count, dueAt: new Date(Math.max(due, now.getTime() + 60_000)) }
}
