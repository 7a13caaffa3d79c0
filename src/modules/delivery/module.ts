import type { Module } from '#platform/module.ts'
import { deliveryAbout } from './delivery.abouts.ts'
import { deliveryCalendar } from './delivery.calendar.ts'
import { deliveryTodos } from './delivery.todos.ts'
import { listHeldSpots } from './hold.sql.ts'
import { offeringRoutes } from './offering.routes.ts'
import { insertSampleOffering } from './sample.actions.ts'
import { deliveryOfTeachers } from './teacher-facts.sql.ts'

export const delivery: Module = {
  name: 'delivery',
  routes: offeringRoutes,
  todos: [deliveryTodos],
  abouts: [deliveryAbout],
  calendars: [deliveryCalendar],
  teacherFacts: [deliveryOfTeachers],
  teacherTimes: [listHeldSpots],
  sampleByHand: insertSampleOffering,
}
