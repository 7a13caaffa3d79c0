import { dayOf } from '#shared/day.ts'

export interface Moment {
  year: number
  month: number
  date: number
  /** 14:05 */
  clock: string
}

/** An instant of the server as the office's clock shows it, in China's time wherever the browser stands. */
export function momentOf(instant: string): Moment {
  const [year = 0, month = 0, date = 0] = dayOf(new Date(instant)).split('-').map(Number)
  const clock = new Date(new Date(instant).getTime() + 8 * 3600_000).toISOString().slice(11, 16)
  return { year, month, date, clock }
}
