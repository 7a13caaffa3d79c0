import type { Module } from '#platform/module.ts'

export const workbench: Module = { name: 'workbench' }
