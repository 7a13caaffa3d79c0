import type { Module } from '#platform/module.ts'
import { activitySheet } from './activity.sheet.ts'
import { mentoringSheet } from './mentoring.sheet.ts'
import { studioSheet } from './studio.sheet.ts'

export const teachingResearch: Module = {
  name: 'teaching-research',
  sheets: [studioSheet, activitySheet, mentoringSheet],
}
