import type { Module } from '#platform/module.ts'

export const courses: Module = { name: 'courses' }
