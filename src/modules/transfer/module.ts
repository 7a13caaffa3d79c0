import type { Module } from '#platform/module.ts'

export const transfer: Module = { name: 'transfer' }
