import type { Module } from '#platform/module.ts'
import { measures } from './measures.sql.ts'
import { appraisalSheet } from './appraisal.sheet.ts'

export const assessment: Module = { name: 'assessment', measures, sheets: [appraisalSheet] }
