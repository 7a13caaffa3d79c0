import type { Module } from '#platform/module.ts'

export const organizations: Module = { name: 'organizations' }
