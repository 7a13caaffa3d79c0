import { defineWords } from '#ui/words.ts'

/** What stands in the menu: in the shell of every page, and so apart from what the pages say. */
export const collectionsMenu = defineWords('collections-menu', { menu: '论文和案例' }, { menu: 'Papers and cases' })
