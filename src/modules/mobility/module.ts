import type { Module } from '#platform/module.ts'
import { measures } from './measures.sql.ts'
import { rotationSheet } from './rotation.sheet.ts'

export const mobility: Module = { name: 'mobility', measures, sheets: [rotationSheet] }
