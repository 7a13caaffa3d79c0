import type { Module } from '#platform/module.ts'
import { clearEntries } from './entry.actions.ts'
import { entryRoutes } from './entry.routes.ts'

export const audit: Module = { name: 'audit', routes: entryRoutes, hourly: clearEntries }
