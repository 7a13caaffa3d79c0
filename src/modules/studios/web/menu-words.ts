import { defineWords } from '#ui/words.ts'

/** What stands in the menu: in the shell of every page, and so apart from what the pages say. */
export const studiosMenu = defineWords('studios-menu', { menu: '工作室' }, { menu: 'Studios' })
