import type { Module } from '#platform/module.ts'

export const venues: Module = { name: 'venues' }
