import type { Module } from '#platform/module.ts'
import { appraisalSheet } from './appraisal.sheet.ts'

export const assessment: Module = { name: 'assessment', sheets: [appraisalSheet] }
