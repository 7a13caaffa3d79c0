import type { Module } from '#platform/module.ts'
import { nextTurn } from './asking.actions.ts'
import { classRoutes } from './class.routes.ts'
import { coverAbout } from './cover.abouts.ts'
import { coverCalendar } from './cover.calendar.ts'
import { coverRoutes } from './cover.routes.ts'
import { lackingLessons, lessonsToConfirm, openQuestions } from './cover.todos.ts'
import { clearDrafts } from './draft.actions.ts'
import { flows } from './flows.sql.ts'
import { settleAll } from './given.actions.ts'
import { givenRoutes } from './given.routes.ts'
import { measures } from './measures.sql.ts'
import { postCalendar } from './post.calendar.ts'
import { loadSampleTimetables } from './sample.actions.ts'
import { lessonsOfTeachers } from './teacher-facts.sql.ts'
import { timetableRoutes } from './timetable.routes.ts'

export const cover: Module = {
  name: 'cover',
  routes: (host) => {
    for (const bind of [timetableRoutes, classRoutes, coverRoutes, givenRoutes]) bind(host)
  },
  jobs: [nextTurn],
  todos: [openQuestions, lackingLessons, lessonsToConfirm],
  abouts: [coverAbout],
  calendars: [coverCalendar, postCalendar],
  measures,
  teacherFacts: [lessonsOfTeachers],
  flows,
  sampleByHand: loadSampleTimetables,
  async hourly(ctx) {
    await clearDrafts(ctx)
    await settleAll(ctx)
  },
}
