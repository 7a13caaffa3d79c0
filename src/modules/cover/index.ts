/** What other modules may ask of timetables: when periods begin, who teaches whom, when a teacher is busy, and how long ways take. */
export { listBusyLessons, type BusyLesson } from './busy.actions.ts'
export { listTaught } from './class.sql.ts'
export { lockTeacher } from './gap.sql.ts'
export type { Travel } from './rank.rules.ts'
export { listTeachersAt, type SchoolTeacher } from './register.sql.ts'
export { listBells } from './timetable.sql.ts'
export { travelBetween } from './travel.actions.ts'
