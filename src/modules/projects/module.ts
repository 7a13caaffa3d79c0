import type { Module } from '#platform/module.ts'
import { projectAbout, projectsOfTeachers } from './project-facts.sql.ts'
import { milestoneCalendar } from './project.calendar.ts'
import { milestoneRoutes, projectRoutes } from './project.routes.ts'
import { milestoneTodos } from './project.todos.ts'

export const projects: Module = {
  name: 'projects',
  routes: (host) => {
    for (const bind of [projectRoutes, milestoneRoutes]) bind(host)
  },
  teacherFacts: [projectsOfTeachers],
  todos: [milestoneTodos],
  abouts: [projectAbout],
  calendars: [milestoneCalendar],
}
