import type { Module } from '#platform/module.ts'

export const assessment: Module = { name: 'assessment' }
