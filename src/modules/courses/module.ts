import type { Module } from '#platform/module.ts'
import { cartridgeRoutes } from './cartridge.routes.ts'
import { courseAbout } from './course.abouts.ts'
import { beginStock } from './counted.actions.ts'
import { courseFileRoutes } from './course-file.routes.ts'
import { courseRoutes } from './course.routes.ts'
import { courseSheet } from './course.sheet.ts'
import { courseTodos } from './course.todos.ts'
import { findRoutes } from './find.routes.ts'
import { flows } from './flows.sql.ts'
import { measures } from './measures.sql.ts'
import { openRoutes } from './open.routes.ts'
import { originRoutes } from './origin.routes.ts'
import { readFilesJob } from './passage.actions.ts'
import { pathRoutes } from './path.routes.ts'
import { insertSampleCourses } from './sample.actions.ts'
import { seedCourses } from './seed.sql.ts'
import { coursesOfTeachers } from './teacher-facts.sql.ts'
import { toolLinkRoutes } from './tool-link.routes.ts'

export const courses: Module = {
  name: 'courses',
  routes: (host) => {
    courseRoutes(host)
    courseFileRoutes(host)
    originRoutes(host)
    findRoutes(host)
    pathRoutes(host)
    openRoutes(host)
    cartridgeRoutes(host)
    toolLinkRoutes(host)
  },
  measures,
  flows,
  sampleByHand: insertSampleCourses,
  seed: async (db, city) => void (await seedCourses(db, city)),
  sheets: [courseSheet],
  jobs: [readFilesJob],
  hourly: beginStock,
  todos: [courseTodos],
  abouts: [courseAbout],
  teacherFacts: [coursesOfTeachers],
}
