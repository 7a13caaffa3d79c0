import type { Module } from '#platform/module.ts'
import { activityRoutes } from './activity.routes.ts'
import { lapseAll } from './counted.actions.ts'
import { clearEvidence } from './evidence.actions.ts'
import { evidenceRoutes } from './evidence.routes.ts'
import { measures } from './measures.sql.ts'
import { insertSampleMonths } from './sample.actions.ts'
import { serviceRoutes } from './service.routes.ts'
import { aidTodos, monthTodos } from './service.todos.ts'

export const pupilServices: Module = {
  name: 'pupil-services',
  routes: (host) => {
    for (const bind of [serviceRoutes, activityRoutes, evidenceRoutes]) bind(host)
  },
  measures,
  todos: [aidTodos, monthTodos],
  sampleByHand: insertSampleMonths,
  hourly: async (ctx) => {
    await lapseAll(ctx)
    await clearEvidence(ctx)
  },
}
