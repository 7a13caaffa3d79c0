import { dayInWords, momentInWords } from '#shared/day.ts'

/** 2023年10月8日, of an instant. */
export const shortMoment = (instant: string): string => dayInWords(momentInWords(new Date(instant)).slice(0, 10))
