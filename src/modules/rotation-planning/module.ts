import type { Module } from '#platform/module.ts'
import { adoptRoutes } from './adopt.routes.ts'
import { needsRoutes } from './needs.routes.ts'
import { needsTodos } from './needs.todos.ts'
import { makePlans } from './plan.jobs.ts'
import { planRoutes } from './plan.routes.ts'
import { requestRoutes } from './request.routes.ts'
import { remindInTime } from './season.jobs.ts'
import { seasonRoutes } from './season.routes.ts'
import { settingRoutes } from './setting.routes.ts'
import { teamRoutes } from './team.routes.ts'
import { wishTodos } from './wish.todos.ts'
import { wishAbout } from './wish.abouts.ts'
import { seasonsOfTeachers } from './teacher-facts.sql.ts'
import { wishesOfTeachers } from './wish-facts.sql.ts'
import { wishRoutes } from './wish.routes.ts'

export const rotationPlanning: Module = {
  name: 'rotation-planning',
  routes: (host) => {
    for (const bind of [
      seasonRoutes,
      wishRoutes,
      requestRoutes,
      needsRoutes,
      settingRoutes,
      teamRoutes,
      planRoutes,
      adoptRoutes,
    ])
      bind(host)
  },
  jobs: [remindInTime, makePlans],
  abouts: [wishAbout],
  teacherFacts: [wishesOfTeachers, seasonsOfTeachers],
  todos: [wishTodos, needsTodos],
}
