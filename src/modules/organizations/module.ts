import type { Module } from '#platform/module.ts'
import { campusRoutes } from './campus.routes.ts'
import { changeRoutes } from './change.routes.ts'
import { classSheet } from './class.sheet.ts'
import { clusterRoutes } from './cluster.routes.ts'
import { contactRoutes } from './contact.routes.ts'
import { dutyRoutes } from './duty.routes.ts'
import { measures } from './measures.sql.ts'
import { profileRoutes } from './profile.routes.ts'
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
    profileRoutes(host)
    clusterRoutes(host)
    changeRoutes(host)
    dutyRoutes(host)
    campusRoutes(host)
    contactRoutes(host)
  },
  measures,
  sheets: [schoolSheet, classSheet],
  seed: seedOrganizations,
  prepare: async ({ db, policies }) => {
    for (const { region } of policies.cities) await ensureRegions(db, region)
  },
}
