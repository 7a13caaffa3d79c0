/** Today's day in China, 'YYYY-MM-DD': the product's days are the office's days, wherever the server stands. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3600_000).toISOString().slice(0, 10)
}

/** 2023年9月1日 */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** The day some days later, or earlier for a negative number: 2023-08-31 and 1 give 2023-09-01. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** 2026-03-01 14:05, on the office's clock. */
export function momentInWords(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')
}

/** The instant of a time on the office's clock: 2026-03-01 and 14:05; 24:00 is midnight at the day's end. */
export function momentOf(day: string, time: string): Date {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  return new Date(Date.parse(`${day}T00:00:00Z`) - 8 * 3600_000 + minutes * 60_000)
}

/** 14:05, on the office's clock. */
export function timeOf(instant: Date): string {
  return momentInWords(instant).slice(11)
}
