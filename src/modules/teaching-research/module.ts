import type { Module } from '#platform/module.ts'
import { flows } from './flows.sql.ts'
import { measures } from './measures.sql.ts'
import { activitySheet } from './activity.sheet.ts'
import { mentoringSheet } from './mentoring.sheet.ts'
import { studioSheet } from './studio.sheet.ts'
import { seedTeachingResearch } from './seed.sql.ts'
import { activitiesOfTeachers, mentoringsOfTeachers } from './teacher-facts.sql.ts'

export const teachingResearch: Module = {
  name: 'teaching-research',
  measures,
  flows,
  seed: seedTeachingResearch,
  sheets: [studioSheet, activitySheet, mentoringSheet],
  teacherFacts: [activitiesOfTeachers, mentoringsOfTeachers],
}
