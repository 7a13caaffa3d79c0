/** Why a row of a workbook does not count, or an activity that was held. */
export const TOLD_BY_EVENT = '已由活动记录计入'
/** Why a row of a workbook counts not again. */
export const TOLD_BY_STUDIO = '平台上已登记这个工作室'
export const NO_TRACE = '没有纪要，签到也不足两所学校'

/** Whether an activity that was held left enough behind to count: its minutes, or people of two schools who signed in. */
export function whyLeftOut({ minutes, schools }: { minutes: string | null; schools: number }): string | null {
  return minutes !== null || schools >= 2 ? null : NO_TRACE
}

/** Blanks, widths and capitals do not count; the statements in judged-activity.sql.ts go by the same. */
export const labelKey = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase()

interface HeldOnce {
  heldOn: string
  unionName: string
  form: string
  theme: string
}

const keyOf = ({ heldOn, unionName, form, theme }: HeldOnce): string =>
  [heldOn, form, labelKey(unionName), labelKey(theme)].join('|')

/** Tells which rows of a workbook, in their order, tell again of activities that are on record: of both lists the longer one counts. */
export function toldTwice(held: readonly HeldOnce[]): (row: HeldOnce) => boolean {
  const left = new Map<string, number>()
  for (const one of held) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1)
  return (row) => {
    const n = left.get(keyOf(row)) ?? 0
    if (n > 0) left.set(keyOf(row), n - 1)
    return n > 0
  }
}

/** The row that repeats, as whoever brings it in is told. */
export const toldTwiceWords = (row: number, day: string): string =>
  `第 ${row} 行与 ${Number(day.slice(5, 7))}月${Number(day.slice(8))}日的活动记录是同一次，只算一次。`
