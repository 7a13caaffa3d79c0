import { defineWords } from '#ui/words.ts'

/** What stands in the menu: in the shell of every page, and so apart from what the pages say. */
export const researchMenu = defineWords('research-menu', { menu: '联合教研' }, { menu: 'Joint research' })
