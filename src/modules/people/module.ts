import type { Module } from '#platform/module.ts'
import { duplicateRoutes } from './duplicate.routes.ts'
import { eligibleListRoutes } from './eligible-list.routes.ts'
import { frozenYears } from './frozen-years.ts'
import { exemptionRoutes } from './exemption.routes.ts'
import { measures } from './measures.sql.ts'
import { teacherAbout } from './people.abouts.ts'
import { endingExemptions, openLists, waitingDuplicates } from './people.todos.ts'
import { personFile } from './person-file.ts'
import { seedTeachers } from './seed.sql.ts'
import { teacherRoutes } from './teacher.routes.ts'
import { teacherSheet } from './teacher.sheet.ts'
import { yearRoutes } from './year.routes.ts'

export const people: Module = {
  name: 'people',
  routes: (host) => {
    for (const bind of [teacherRoutes, yearRoutes, exemptionRoutes, eligibleListRoutes, duplicateRoutes]) bind(host)
  },
  measures,
  personFile,
  frozenYears,
  sheets: [teacherSheet],
  todos: [endingExemptions, openLists, waitingDuplicates],
  abouts: [teacherAbout],
  seed: async (db, city) => void (await seedTeachers(db, city)),
}
