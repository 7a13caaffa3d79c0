import { defineWords } from '#ui/words.ts'

/** What stands in the menu: in the shell of every page, and so apart from what the pages say. */
export const projectsMenu = defineWords('projects-menu', { menu: '课题' }, { menu: 'Projects' })
