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

/** How many are asked next, and until when they may think it over: not longer than until the lesson begins. */
export function nextRound(rule: CoverRule, now: Date, begins: Date): { count: number; dueAt: Date } {
  const left = minutesUntil(now, begins)
  const count = rule.askMode === '同时' || left <= URGENT_MINUTES ? rule.askCount : 1
  const wait = Math.max(1, Math.min(rule.waitMinutes, Math.max(left, 1)))
  return { count, dueAt: new Date(now.getTime() + wait * 60_000) }
}
