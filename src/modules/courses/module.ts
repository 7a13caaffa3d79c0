import type { Module } from '#platform/module.ts'
import { measures } from './measures.sql.ts'
import { courseSheet } from './course.sheet.ts'

export const courses: Module = { name: 'courses', measures, sheets: [courseSheet] }
