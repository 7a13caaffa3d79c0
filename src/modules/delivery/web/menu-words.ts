import { defineWords } from '#ui/words.ts'

/** What stands in the menu: in the shell of every page, and so apart from what the pages say. */
export const deliveryMenu = defineWords('delivery-menu', { menu: '共享授课' }, { menu: 'Shared teaching' })
