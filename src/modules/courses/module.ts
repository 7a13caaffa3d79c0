import type { Module } from '#platform/module.ts'
import { flows } from './flows.sql.ts'
import { measures } from './measures.sql.ts'
import { courseRoutes } from './course.routes.ts'
import { courseSheet } from './course.sheet.ts'
import { seedCourses } from './seed.sql.ts'

export const courses: Module = {
  name: 'courses',
  routes: courseRoutes,
  measures,
  flows,
  seed: async (db, city) => void (await seedCourses(db, city)),
  sheets: [courseSheet],
}
