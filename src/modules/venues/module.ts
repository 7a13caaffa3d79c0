import type { Module } from '#platform/module.ts'
import { measures } from './measures.sql.ts'
import { useSheet } from './use.sheet.ts'

export const venues: Module = { name: 'venues', measures, sheets: [useSheet] }
