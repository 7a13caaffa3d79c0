import { defineWords } from '#ui/words.ts'

export const trainingMenuWords = defineWords('training-menu', { menu: '研修课程' }, { menu: 'Training' })
