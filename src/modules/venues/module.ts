import type { Module } from '#platform/module.ts'
import { flows } from './flows.sql.ts'
import { measures } from './measures.sql.ts'
import { useSheet } from './use.sheet.ts'
import { seedVenueUses } from './seed.sql.ts'
import { insertSampleVenues } from './sample.actions.ts'
import { calendarRoutes } from './calendar.routes.ts'
import { lessonRoutes } from './lesson.routes.ts'
import { pictureRoutes } from './picture.routes.ts'
import { siteRoutes } from './site.routes.ts'
import { siteTodos } from './site.todos.ts'
import { venueRoutes } from './venue.routes.ts'

export const venues: Module = {
  name: 'venues',
  routes: (host) => {
    for (const bind of [venueRoutes, siteRoutes, calendarRoutes, lessonRoutes, pictureRoutes]) bind(host)
  },
  measures,
  flows,
  seed: async (db, city) => void (await seedVenueUses(db, city)),
  sheets: [useSheet],
  todos: [siteTodos],
  sampleByHand: insertSampleVenues,
}
