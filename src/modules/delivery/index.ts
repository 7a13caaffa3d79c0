/** What other modules may ask of shared teaching: its times, for calendars. */
export { calendarEntries } from './calendar.actions.ts'
export type { CalendarEntry } from './calendar.sql.ts'
