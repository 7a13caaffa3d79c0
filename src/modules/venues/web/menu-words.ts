import { defineWords } from '#ui/words.ts'

/** What stands in the menu: in the shell of every page, and so apart from what the pages say. */
export const venueMenu = defineWords('venues-menu', { menu: '场馆' }, { menu: 'Venues' })
export const calendarMenu = defineWords('calendar-menu', { menu: '校历' }, { menu: 'School calendar' })
export const siteMenu = defineWords('sites-menu', { menu: '实践基地' }, { menu: 'Partner sites' })
