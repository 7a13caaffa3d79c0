import { defineWords } from '#ui/words.ts'

/** What stands in the menu: in the shell of every page, and so apart from what the pages say. */
export const bookingMenu = defineWords('bookings-menu', { menu: '场馆预约' }, { menu: 'Bookings' })
export const venueUseMenu = defineWords('venue-use-menu', { menu: '场馆使用情况' }, { menu: 'Use of venues' })
