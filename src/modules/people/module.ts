import type { Module } from '#platform/module.ts'
import { measures } from './measures.sql.ts'
import { seedTeachers } from './seed.sql.ts'
import { teacherRoutes } from './teacher.routes.ts'
import { teacherSheet } from './teacher.sheet.ts'

export const people: Module = {
  name: 'people',
  routes: teacherRoutes,
  measures,
  sheets: [teacherSheet],
  seed: async (db, city) => void (await seedTeachers(db, city)),
}
