import type { Module } from '#platform/module.ts'
import { guideRoutes } from './guide.routes.ts'
import { guideTodos } from './guide.todos.ts'
import { placeRoutes } from './place.routes.ts'
import { insertSampleRoutes } from './route.actions.ts'
import { studyRouteRoutes } from './route.routes.ts'
import { walkAbout } from './walk.abouts.ts'
import { walkCalendar } from './walk.calendar.ts'
import { walkRoutes } from './walk.routes.ts'

export const practice: Module = {
  name: 'practice',
  routes: (host) => {
    placeRoutes(host)
    guideRoutes(host)
    studyRouteRoutes(host)
    walkRoutes(host)
  },
  sampleByHand: insertSampleRoutes,
  todos: [guideTodos],
  abouts: [walkAbout],
  calendars: [walkCalendar],
}
