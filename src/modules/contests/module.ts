import type { Module } from '#platform/module.ts'
import { awardsOfTeachers, workAbout } from './award-facts.sql.ts'
import { contestCalendar } from './contest.calendar.ts'
import { contestRoutes, workRoutes } from './contest.routes.ts'
import { resultTodos, scoreTodos } from './contest.todos.ts'
import { insertSampleContest } from './sample.actions.ts'

export const contests: Module = {
  name: 'contests',
  routes: (host) => {
    for (const bind of [contestRoutes, workRoutes]) bind(host)
  },
  teacherFacts: [awardsOfTeachers],
  todos: [scoreTodos, resultTodos],
  abouts: [workAbout],
  sampleByHand: insertSampleContest,
  calendars: [contestCalendar],
}
