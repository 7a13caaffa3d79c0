import type { Module } from '#platform/module.ts'
import { importCommand } from './import.commands.ts'
import { clearUploads, importRoutes } from './import.routes.ts'
import { loadSample } from './sample.actions.ts'
import { templateRoutes } from './template.routes.ts'

export const transfer: Module = {
  name: 'transfer',
  routes(host) {
    importRoutes(host)
    templateRoutes(host)
  },
  commands: importCommand,
  sample: loadSample,
  hourly: clearUploads,
}
