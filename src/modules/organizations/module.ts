import type { Module } from '#platform/module.ts'
import { measures } from './measures.sql.ts'
import { schoolRoutes } from './school.routes.ts'
import { schoolSheet } from './school.sheet.ts'
import { seedOrganizations } from './seed.sql.ts'
import { ensureRegions } from './unit.actions.ts'
import { unitRoutes } from './unit.routes.ts'

export const organizations: Module = {
  name: 'organizations',
  routes(host) {
    unitRoutes(host)
    schoolRoutes(host)
  },
  measures,
  sheets: [schoolSheet],
  seed: seedOrganizations,
  prepare: async ({ db, policies }) => {
    for (const { region } of policies.cities) await ensureRegions(db, region)
  },
}
