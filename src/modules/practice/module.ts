import type { Module } from '#platform/module.ts'
import { guideRoutes } from './guide.routes.ts'
import { guideTodos } from './guide.todos.ts'
import { placeRoutes } from './place.routes.ts'

export const practice: Module = {
  name: 'practice',
  routes: (host) => {
    placeRoutes(host)
    guideRoutes(host)
  },
  todos: [guideTodos],
}
