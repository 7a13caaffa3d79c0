import { defineWords } from '#ui/words.ts'

/** What stands in the menu: in the shell of every page, and so apart from what the pages say. */
export const toolMenu = defineWords('lti-menu', { menu: '外部工具' }, { menu: 'External tools' })
