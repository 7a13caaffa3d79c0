import type { Module } from '#platform/module.ts'
import { needRoutes } from './need.routes.ts'
import { needTodos } from './need.todos.ts'
import { poolRoutes } from './pool.routes.ts'
import { poolTodos } from './pool.todos.ts'
import { postsAbout } from './posts.abouts.ts'
import { quotaRoutes } from './quota.routes.ts'
import { quotaTodos } from './quota.todos.ts'
import { insertSample } from './sample.sql.ts'
import { postsOfTeachers } from './teacher-facts.sql.ts'
import { vacancyRoutes } from './vacancy.routes.ts'

export const posts: Module = {
  name: 'posts',
  routes: (host) => {
    for (const bind of [poolRoutes, vacancyRoutes, needRoutes, quotaRoutes]) bind(host)
  },
  teacherFacts: [postsOfTeachers],
  abouts: [postsAbout],
  sampleByHand: insertSample,
  todos: [poolTodos, needTodos, quotaTodos],
}
