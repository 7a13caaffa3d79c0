import type { Module } from '#platform/module.ts'

export const mobility: Module = { name: 'mobility' }
