import type { Module } from '#platform/module.ts'
import { flows } from './flows.sql.ts'
import { measures } from './measures.sql.ts'
import { activitySheet } from './activity.sheet.ts'
import { eventCalendar } from './event.calendar.ts'
import { eventRoutes } from './event.routes.ts'
import { mentoringSheet } from './mentoring.sheet.ts'
import { pairCalendar } from './pair.calendar.ts'
import { pairRoutes } from './pair.routes.ts'
import { pairTodos } from './pair.todos.ts'
import { planRoutes } from './plan.routes.ts'
import { signAbout } from './research.abouts.ts'
import { researchOfTeachers } from './research-facts.sql.ts'
import { planTodos, untoldTodos } from './research.todos.ts'
import { insertSampleUnions } from './sample.actions.ts'
import { signRoutes } from './sign.routes.ts'
import { studioSheet } from './studio.sheet.ts'
import { seedTeachingResearch } from './seed.sql.ts'
import { activitiesOfTeachers, mentoringsOfTeachers } from './teacher-facts.sql.ts'
import { unionRoutes } from './union.routes.ts'

export const teachingResearch: Module = {
  name: 'teaching-research',
  routes: (host) => {
    for (const bind of [unionRoutes, planRoutes, eventRoutes, signRoutes, pairRoutes]) bind(host)
  },
  measures,
  flows,
  seed: seedTeachingResearch,
  sheets: [studioSheet, activitySheet, mentoringSheet],
  teacherFacts: [activitiesOfTeachers, mentoringsOfTeachers, researchOfTeachers],
  todos: [planTodos, untoldTodos, pairTodos],
  abouts: [signAbout],
  calendars: [eventCalendar, pairCalendar],
  sampleByHand: insertSampleUnions,
}
