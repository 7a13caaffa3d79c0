import type { Module } from '#platform/module.ts'
import { measures } from './measures.sql.ts'
import { rotationSheet } from './rotation.sheet.ts'
import { seedRotations } from './seed.sql.ts'

export const mobility: Module = {
  name: 'mobility',
  measures,
  seed: async (db, city) => void (await seedRotations(db, city)),
  sheets: [rotationSheet],
}
