import type { Module } from '#platform/module.ts'
import { clearDrafts } from './draft.actions.ts'
import { timetableRoutes } from './timetable.routes.ts'

export const cover: Module = {
  name: 'cover',
  routes: timetableRoutes,
  hourly: clearDrafts,
}
