/** What other modules may ask of bookings: what is taken of venues, and the ways in which one shows to be at a place. */
export { booksFor } from './booking.access.ts'
export { listHeld, type Held } from './hold.sql.ts'
export { readingsOf } from './phone-position.ts'
export { placeSecret, shownCode } from './place-code.actions.ts'
export { sayRoomUse } from './room-use.actions.ts'
export { bookRooms, giveUpRooms } from './rooms.actions.ts'
