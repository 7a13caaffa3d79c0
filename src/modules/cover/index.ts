/** What other modules may ask of timetables: when the periods of a school begin and end. */
export { listBells } from './timetable.sql.ts'
