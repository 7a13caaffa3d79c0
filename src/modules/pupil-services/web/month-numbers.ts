import type { Item, MonthCount } from '../month.contract.ts'

/** The most that a month can hold of one thing. */
export const MOST = 9999

export type Written = Record<string, { times: string; people: string }>

/** Full-width digits are digits; an empty field is none. */
function numberIn(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return 0
  return /^\d{1,5}$/.test(plain) && Number(plain) <= MOST ? Number(plain) : undefined
}

/** What was written on the sheet as counts, or the first line that is no number. */
export function countsOf(
  lines: readonly Item[],
  written: Written,
): { counts: MonthCount[]; wrong?: { item: string; key: 'wrong' | 'peopleOnly' } } {
  const counts: MonthCount[] = []
  for (const { code, title } of lines) {
    const [times, people] = [numberIn(written[code]?.times ?? ''), numberIn(written[code]?.people ?? '')]
    if (times === undefined || people === undefined) return { counts: [], wrong: { item: title, key: 'wrong' } }
    if (times === 0 && people > 0) return { counts: [], wrong: { item: title, key: 'peopleOnly' } }
    if (times > 0) counts.push({ item: code, times, people })
  }
  return { counts }
}
