/** What other modules may ask of the teachers' register. */
export { compareName, readRegister, type Register, type RegisteredTeacher } from './register.ts'
export { listSchoolLists, type SchoolList } from './eligible-list.sql.ts'
export {
  findLatestSchool,
  listEligibleTeachers,
  listStaff,
  listTeacherNames,
  type EligibleTeacher,
  type Staff,
} from './eligible-teacher.sql.ts'
export { listExempt, recordAsked, refuseAsked, type KeptProof } from './exemption-request.actions.ts'
export { keepProof, sendProof } from './proof.ts'
export { keeps, leads, type TeacherPlace } from './teacher.access.ts'
