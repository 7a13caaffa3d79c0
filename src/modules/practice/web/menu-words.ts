import { defineWords } from '#ui/words.ts'

/** What stands in the menu: in the shell of every page, and so apart from what the pages say. */
export const placeMenu = defineWords('places-menu', { menu: '场馆与基地地图' }, { menu: 'Map of venues and bases' })
export const guideMenu = defineWords('guide-menu', { menu: '实践与体验指南' }, { menu: 'Guide to practice' })
export const routeMenu = defineWords('routes-menu', { menu: '研学路线' }, { menu: 'Routes of study' })
