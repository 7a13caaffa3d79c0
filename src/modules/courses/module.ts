import type { Module } from '#platform/module.ts'
import { courseSheet } from './course.sheet.ts'

export const courses: Module = { name: 'courses', sheets: [courseSheet] }
