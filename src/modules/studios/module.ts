import type { Module } from '#platform/module.ts'
import { callRoutes } from './call.routes.ts'
import { countStudios } from './counted.actions.ts'
import { measures } from './measures.sql.ts'
import { insertSampleStudio } from './sample.actions.ts'
import { studioAbout } from './studio.abouts.ts'
import { studiosOfTeachers } from './studio-facts.sql.ts'
import { studioRoutes } from './studio.routes.ts'
import { applicationTodos, taskTodos } from './studio.todos.ts'
import { taskCalendar } from './task.calendar.ts'
import { taskRoutes } from './task.routes.ts'

export const studios: Module = {
  name: 'studios',
  routes: (host) => {
    for (const bind of [studioRoutes, taskRoutes, callRoutes]) bind(host)
  },
  measures,
  teacherFacts: [studiosOfTeachers],
  todos: [applicationTodos, taskTodos],
  abouts: [studioAbout],
  calendars: [taskCalendar],
  sampleByHand: insertSampleStudio,
  hourly: countStudios,
}
