const HOUR_MS = 3_600_000
/** The office's clock is China's, wherever the server stands. */
const OFFICE_MS = 8 * HOUR_MS
const DAY_MS = 24 * HOUR_MS

const startOfDay = (instant: number) => Math.floor((instant + OFFICE_MS) / DAY_MS) * DAY_MS - OFFICE_MS

/** The next time the office's clock shows the full hour, after now. */
export function nextHour(hour: number, now: Date): Date {
  const at = startOfDay(now.getTime()) + hour * HOUR_MS
  return new Date(at > now.getTime() ? at : at + DAY_MS)
}

/** When a letter may go: now, or in quiet hours (which may lie over midnight) at their end. */
export function afterQuiet(
  { quietFrom, quietUntil }: { quietFrom: number | null; quietUntil: number | null },
  now: Date,
): Date {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return now
  const hour = (now.getTime() - startOfDay(now.getTime())) / HOUR_MS
  const isQuiet =
    quietFrom < quietUntil ? hour >= quietFrom && hour < quietUntil : hour >= quietFrom || hour < quietUntil
  return isQuiet ? nextHour(quietUntil, now) : now
}
