import type { Module } from '#platform/module.ts'
import { useSheet } from './use.sheet.ts'

export const venues: Module = { name: 'venues', sheets: [useSheet] }
