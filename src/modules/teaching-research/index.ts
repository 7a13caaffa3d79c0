/** What other modules may ask of joint research: teachers by what they are called, and the ledger of studios. */
export { shownName, teacherCalled, teachersCalled } from './called.ts'
export { recordStudio, removeStudio, type WorkingStudio } from './working-studio.sql.ts'
export { findTeacher, type KnownTeacher } from './teacher.sql.ts'
export { callsIn } from './event.rules.ts'
