/** Why a use stands in the ledger and does not count. */
export const OWN_USE = '本校自用'
export const BOOKED_TOO = '与当天的预约是同一次'

/** What a use is told apart by: its day, its venue and who used it. */
export interface UseOfDay {
  usedOn: string
  schoolId: number
  userSchoolId: number
  venueName: string
}

/** Blanks, widths and capitals of a venue's name do not count; the statements in judged-use.sql.ts go by the same. */
export const venueNameKey = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase()

export const useKeyOf = ({ usedOn, schoolId, userSchoolId, venueName }: UseOfDay): string =>
  [usedOn, schoolId, userSchoolId, venueNameKey(venueName)].join('|')

/** The row of a workbook that tells again of a use that was booked, as whoever brings it in is told. */
export const bookedTooWords = (row: number, day: string): string =>
  `第 ${row} 行与 ${Number(day.slice(5, 7))}月${Number(day.slice(8))}日的预约是同一次，只算一次。`

/**
 * Tells which rows of a workbook, in their order, tell again of uses that were booked: of one day, one venue and one
 * using school as many as were booked, so that of both lists the longer one counts.
 */
export function bookedTwice(booked: readonly UseOfDay[]): (row: UseOfDay) => boolean {
  const left = new Map<string, number>()
  for (const use of booked) left.set(useKeyOf(use), (left.get(useKeyOf(use)) ?? 0) + 1)
  return (row) => {
    const key = useKeyOf(row)
    const n = left.get(key) ?? 0
    if (n > 0) left.set(key, n - 1)
    return n > 0
  }
}
