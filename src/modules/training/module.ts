import type { Module } from '#platform/module.ts'
import { followPlans } from './counter.actions.ts'
import { courseRoutes } from './course.routes.ts'
import { creditCommands } from './credit.commands.ts'
import { creditRoutes, declarationRoutes } from './credit.routes.ts'
import { measures } from './measures.sql.ts'
import { insertSampleCourses } from './sample.actions.ts'
import { sessionCalendar } from './session.calendar.ts'
import { trainingOfTeachers } from './teacher-facts.sql.ts'
import { trainingAbout } from './training.abouts.ts'
import { trainingTodos } from './training.todos.ts'

export const training: Module = {
  name: 'training',
  routes: (host) => {
    for (const bind of [courseRoutes, declarationRoutes, creditRoutes]) bind(host)
  },
  measures,
  hourly: followPlans,
  todos: [trainingTodos],
  abouts: [trainingAbout],
  calendars: [sessionCalendar],
  teacherFacts: [trainingOfTeachers],
  commands: creditCommands,
  sampleByHand: insertSampleCourses,
}
