import type { Module } from '#platform/module.ts'
import { flows } from './flows.sql.ts'
import { measures } from './measures.sql.ts'
import { rotationSheet } from './rotation.sheet.ts'
import { seedRotations } from './seed.sql.ts'
import { rotationsOfTeachers } from './teacher-facts.sql.ts'

export const mobility: Module = {
  name: 'mobility',
  measures,
  flows,
  seed: async (db, city) => void (await seedRotations(db, city)),
  sheets: [rotationSheet],
  teacherFacts: [rotationsOfTeachers],
}
