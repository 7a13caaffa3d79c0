import type { Module } from '#platform/module.ts'
import { ownEntries, whoLooked } from './entry.abouts.ts'
import { clearEntries } from './entry.actions.ts'
import { entryRoutes } from './entry.routes.ts'

export const audit: Module = {
  name: 'audit',
  routes: entryRoutes,
  abouts: [ownEntries, whoLooked],
  hourly: clearEntries,
}
