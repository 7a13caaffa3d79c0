import { defineWords } from '#ui/words.ts'

/** What stands in the menu: in the shell of every page, and so apart from what the pages say. */
export const contestsMenu = defineWords('contests-menu', { menu: '教学评比' }, { menu: 'Contests' })
