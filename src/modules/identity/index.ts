/** What other modules may ask of the accounts. */
export { accountVerbs } from './account-verbs.ts'
export { findOwnTeacher } from './own-teacher.actions.ts'
export { findTeacherOfAccount, listAccountsAt, listAccountsOfTeachers } from './reach.sql.ts'
export { sessionMark } from './token.ts'
export { findActor } from './who.actions.ts'
