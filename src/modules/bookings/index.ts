/** What other modules may ask of bookings: what is taken of venues; by whom is told nobody. */
export { listHeld, type Held } from './hold.sql.ts'
