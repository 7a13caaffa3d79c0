import type { Module } from '#platform/module.ts'

export const publishing: Module = { name: 'publishing' }
