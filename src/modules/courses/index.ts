/** What other modules may ask of courses: those that a school can teach for others, and to count what it taught. */
export { recordDelivered, removeDelivered, type DeliveredClass } from './delivered.sql.ts'
export { listOfferable, type Offerable } from './offerable.sql.ts'
