import { defineWords } from '#ui/words.ts'

/** What stands in the menu: in the shell of every page, and so apart from what the pages say. */
export const coursesMenu = defineWords('courses-menu', { menu: '课程' }, { menu: 'Courses' })
