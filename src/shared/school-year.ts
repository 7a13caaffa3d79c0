/** A school year is named by the calendar year in which it begins: 2023 is 1 September 2023 to 31 August 2024. */
export const firstDay = (schoolYear: number): string => `${schoolYear}-09-01`
export const lastDay = (schoolYear: number): string => `${schoolYear + 1}-08-31`

/** The school year in which a day ('YYYY-MM-DD') falls. */
export function schoolYearOf(day: string): number {
  const year = Number(day.slice(0, 4))
  return Number(day.slice(5, 7)) >= 9 ? year : year - 1
}

export const schoolYearName = (schoolYear: number): string => `${schoolYear}学年`
