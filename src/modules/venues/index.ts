/** What other modules may ask of venues, their hours and the days of a school year. */
export { listBookable, type Bookable } from './bookable.sql.ts'
export { readDays } from './day.actions.ts'
