/** When a period begins and ends, on a 24-hour clock. */
export interface Bell {
  period: number
  fromTime: string
  untilTime: string
}

/** What holds where a school says nothing: four lessons in the morning, four in the afternoon, and what may follow. */
export const defaultBells: readonly Bell[] = [
  ['08:00', '08:40'],
  ['08:50', '09:30'],
  ['09:50', '10:30'],
  ['10:40', '11:20'],
  ['12:40', '13:20'],
  ['13:30', '14:10'],
  ['14:20', '15:00'],
  ['15:10', '15:50'],
  ['16:00', '16:40'],
  ['16:50', '17:30'],
].map(([fromTime = '', untilTime = ''], at) => ({ period: at + 1, fromTime, untilTime }))

/** A school's own times, or the usual ones. */
export const bellsOf = (own: readonly Bell[]): readonly Bell[] => (own.length > 0 ? own : defaultBells)

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const two = (n: number) => String(n).padStart(2, '0')

/** 08:05, from minutes since midnight. */
export const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** What is wrong with a school's times, in a sentence; undefined where nothing is. */
export function whyNotBells(bells: readonly Bell[]): string | undefined {
  const sorted = [...bells].sort((a, b) => a.period - b.period)
  for (const [at, bell] of sorted.entries()) {
    const before = sorted[at - 1]
    if (bell.untilTime <= bell.fromTime)
      return `第${bell.period}节的下课时间 ${bell.untilTime} 不晚于上课时间 ${bell.fromTime}，请核对。`
    if (before && bell.period === before.period) return `第${bell.period}节写了两次，请删去一行。`
    if (before && bell.fromTime < before.untilTime)
      return `第${bell.period}节 ${bell.fromTime} 上课，早于第${before.period}节下课的 ${before.untilTime}，请核对。`
  }
  return sorted.length === 0 ? '至少要有一节课的时间。' : undefined
}

/** The period that begins within five minutes of a time; undefined where none does. */
export const periodAt = (bells: readonly Bell[], time: string): number | undefined =>
  bells.find(({ fromTime }) => Math.abs(minutesOf(fromTime) - minutesOf(time)) <= 5)?.period
