import type { Module } from '#platform/module.ts'
import { clearRefused } from './correction.actions.ts'
import { correctionJobs } from './correction.jobs.ts'
import { correctionRoutes } from './correction.routes.ts'
import { importCommand } from './import.commands.ts'
import { clearUploads, importRoutes } from './import.routes.ts'
import { loadSample } from './sample.actions.ts'
import { templateRoutes } from './template.routes.ts'

export const transfer: Module = {
  name: 'transfer',
  routes(host) {
    importRoutes(host)
    templateRoutes(host)
    correctionRoutes(host)
  },
  jobs: [correctionJobs],
  commands: importCommand,
  sample: loadSample,
  async hourly(ctx) {
    await clearUploads(ctx)
    await clearRefused(ctx)
  },
}
