import type { Module } from '#platform/module.ts'
import { rotationSheet } from './rotation.sheet.ts'

export const mobility: Module = { name: 'mobility', sheets: [rotationSheet] }
