import chineseDays from 'chinese-days'
import { weekdayOf } from './week.rules.ts'

/** Whether a day from Monday to Friday is free by the calendar of the state; of years that are not out yet nothing is known. */
export const isHoliday = (day: string): boolean => weekdayOf(day) <= 5 && !chineseDays.isWorkday(day)
