import type { Module } from '#platform/module.ts'

export const teachingResearch: Module = { name: 'teaching-research' }
