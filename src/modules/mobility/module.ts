import type { Module } from '#platform/module.ts'
import { batchRoutes } from './batch.routes.ts'
import { certificatesOfTeachers } from './certificate-facts.sql.ts'
import { servicePage } from './service-page.actions.ts'
import { certificateRoutes } from './certificate.routes.ts'
import { changeRoutes } from './change.routes.ts'
import { filingRoutes } from './filing.routes.ts'
import { flows } from './flows.sql.ts'
import { keepTime } from './force.actions.ts'
import { measures } from './measures.sql.ts'
import { appraisalTodos, batchTodos } from './mobility.todos.ts'
import { rotationRoutes } from './rotation.routes.ts'
import { rotationSheet } from './rotation.sheet.ts'
import { seedRotations } from './seed.sql.ts'
import { rotationsOfTeachers } from './teacher-facts.sql.ts'

export const mobility: Module = {
  name: 'mobility',
  routes(host) {
    rotationRoutes(host)
    batchRoutes(host)
    changeRoutes(host)
    filingRoutes(host)
    certificateRoutes(host)
  },
  measures,
  flows,
  seed: async (db, city) => void (await seedRotations(db, city)),
  sheets: [rotationSheet],
  todos: [batchTodos, appraisalTodos],
  teacherFacts: [{ ...rotationsOfTeachers, page: servicePage }, certificatesOfTeachers],
  hourly: keepTime,
}
