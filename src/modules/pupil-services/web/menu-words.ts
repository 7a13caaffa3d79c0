import { defineWords } from '#ui/words.ts'

/** What stands in the menu: in the shell of every page, and so apart from what the pages say. */
export const serviceMenu = defineWords('services-menu', { menu: '家庭与学生服务' }, { menu: 'Pupil services' })
export const activityMenu = defineWords('activities-menu', { menu: '联合活动' }, { menu: 'Joint activities' })
