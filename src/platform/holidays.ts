import chineseDays from 'chinese-days'
import { weekdayOf } from '#shared/week.ts'

/** What the calendar of the state says of a day; 调休上班 is a Saturday or Sunday on which one works. */
export type StateDay = '工作日' | '双休日' | '节假日' | '调休上班'

/**
 * The calendar of the state: its holidays and make-up days, as the State Council sets them out each November.
 * Source: the package chinese-days, which carries the notices.
 */
export function stateDayOf(day: string): StateDay {
  const weekend = weekdayOf(day) > 5
  if (chineseDays.isWorkday(day)) return weekend ? '调休上班' : '工作日'
  return weekend && !named(day) ? '双休日' : '节假日'
}

/** Whether the holidays of a day's calendar year are out. Of others only the weekends are known. */
export const isStateDayKnown = (day: string): boolean => named(`${day.slice(0, 4)}-10-01`)

/** Whether a day from Monday to Friday is free by the calendar of the state; of years that are not out yet nothing is known. */
export const isHoliday = (day: string): boolean => weekdayOf(day) <= 5 && !chineseDays.isWorkday(day)

/** The name of a holiday has its own and its Chinese name, with a comma between; that of a plain day is its weekday. */
const named = (day: string): boolean => chineseDays.getDayDetail(day).name.includes(',')
