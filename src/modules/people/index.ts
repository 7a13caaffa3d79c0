/** What other modules may ask of the teachers' register. */
export { compareName, readRegister, type Register, type RegisteredTeacher } from './register.ts'
