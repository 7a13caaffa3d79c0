import type { Module } from '#platform/module.ts'
import { jobRoutes } from './job.routes.ts'
import { letterJobs } from './letter.jobs.ts'
import { mailCommands } from './mail.commands.ts'
import { noticesAbout } from './notice.about.ts'
import { clearNotices } from './notice.actions.ts'
import { noticeRoutes } from './notice.routes.ts'
import { notify } from './notify.actions.ts'
import { wayRoutes } from './way.routes.ts'

export const workbench: Module = {
  name: 'workbench',
  routes: (host) => {
    noticeRoutes(host)
    wayRoutes(host)
    jobRoutes(host)
  },
  tell: async (ctx, about) => void (await notify(ctx, about)),
  jobs: letterJobs,
  abouts: [noticesAbout],
  commands: mailCommands,
  hourly: clearNotices,
}
