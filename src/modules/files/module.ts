import type { Module } from '#platform/module.ts'
import { clearJob, clearOldUploads, readJob } from './files.jobs.ts'
import { uploadRoutes } from './upload.routes.ts'

export const files: Module = {
  name: 'files',
  routes: uploadRoutes,
  jobs: [readJob, clearJob],
  hourly: clearOldUploads,
}
