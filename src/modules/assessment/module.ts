import type { Module } from '#platform/module.ts'
import { appraisalSheet } from './appraisal.sheet.ts'
import { listLatestGrades } from './appraisal.sql.ts'
import { notesWaiting } from './concern.todos.ts'
import { recountCommand } from './counter.commands.ts'
import { indicatorsCommand } from './figure.commands.ts'
import { figureRoutes } from './figure.routes.ts'
import { formationRoutes } from './formation.routes.ts'
import { measures } from './measures.sql.ts'
import { profileSection } from './profile.section.ts'
import { remarksSection } from './remarks.section.ts'
import { seedAppraisals } from './seed.sql.ts'
import { tablesSection } from './tables.section.ts'
import { targetRoutes } from './target.routes.ts'
import { targetsSection } from './targets.section.ts'

export const assessment: Module = {
  name: 'assessment',
  measures,
  sheets: [appraisalSheet],
  routes(host) {
    figureRoutes(host)
    formationRoutes(host)
    targetRoutes(host)
  },
  todos: [notesWaiting],
  schoolGrades: ({ db }, schools, schoolYear) => listLatestGrades(db, schools, schoolYear),
  sections: [profileSection, tablesSection, targetsSection, remarksSection],
  seed: async (db, city) => void (await seedAppraisals(db, city)),
  commands: (cli) => {
    indicatorsCommand(cli)
    recountCommand(cli)
  },
}
