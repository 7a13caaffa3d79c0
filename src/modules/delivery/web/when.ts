import { dayInWords } from '#shared/day.ts'
import { weekdayName, weekdayOf } from '#shared/week.ts'

/** 9月16日（周三） */
export const dayOfSession = ({ day }: { day: string }): string =>
  `${dayInWords(day).slice(5)}（${weekdayName(weekdayOf(day))}）`
