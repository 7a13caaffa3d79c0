/** Today's day in China, 'YYYY-MM-DD': the product's days are the office's days, wherever the server stands. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3600_000).toISOString().slice(0, 10)
}

/** 2023年9月1日 */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
