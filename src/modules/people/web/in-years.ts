/** 2022学年、2023学年: the years that something was done to. */
export const inYears = (years: readonly number[]): string => years.map((year) => `${year}学年`).join('、')
