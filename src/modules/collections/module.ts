import type { Module } from '#platform/module.ts'
import { collectionRoutes, entryRoutes } from './collection.routes.ts'
import { volumeTodos } from './collection.todos.ts'
import { paperAbout, papersOfTeachers } from './paper-facts.sql.ts'

export const collections: Module = {
  name: 'collections',
  routes: (host) => {
    for (const bind of [collectionRoutes, entryRoutes]) bind(host)
  },
  teacherFacts: [papersOfTeachers],
  todos: [volumeTodos],
  abouts: [paperAbout],
}
