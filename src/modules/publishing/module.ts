import type { Module } from '#platform/module.ts'
import { makeReport } from './report.jobs.ts'
import { reportRoutes } from './report.routes.ts'

export const publishing: Module = {
  name: 'publishing',
  routes: reportRoutes,
  jobs: [makeReport],
}
