import type { Module } from '#platform/module.ts'
import { callRoutes } from './call.routes.ts'
import { clearRefused } from './correction.actions.ts'
import { correctionJobs } from './correction.jobs.ts'
import { correctionRoutes } from './correction.routes.ts'
import { handInRoutes } from './hand-in.routes.ts'
import { handInTodos } from './hand-in.todos.ts'
import { importCommand } from './import.commands.ts'
import { importJobs } from './import.jobs.ts'
import { importRoutes } from './import.routes.ts'
import { markedRoutes } from './marked.routes.ts'
import { rosterRoutes } from './roster.routes.ts'
import { loadSample } from './sample.actions.ts'
import { templateRoutes } from './template.routes.ts'
import { clearUploads } from './upload.actions.ts'

export const transfer: Module = {
  name: 'transfer',
  routes(host) {
    importRoutes(host)
    templateRoutes(host)
    markedRoutes(host)
    correctionRoutes(host)
    callRoutes(host)
    handInRoutes(host)
    rosterRoutes(host)
  },
  jobs: [importJobs, correctionJobs],
  todos: [handInTodos],
  commands: importCommand,
  sample: loadSample,
  async hourly(ctx) {
    await clearUploads(ctx)
    await clearRefused(ctx)
  },
}
