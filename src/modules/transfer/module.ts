import type { Module } from '#platform/module.ts'
import { importCommand } from './import.commands.ts'
import { clearUploads, importRoutes } from './import.routes.ts'
import { loadSample } from './sample.actions.ts'

export const transfer: Module = {
  name: 'transfer',
  routes: importRoutes,
  commands: importCommand,
  sample: loadSample,
  hourly: clearUploads,
}
