import { loadCluster, unitAccess } from '#modules/organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import {
  addSite,
  closeSite,
  editSite,
  exportSites,
  loadSite,
  loadSiteAlone,
  readSite,
  readSites,
  reopenSite,
} from './site.actions.ts'
import { siteApi } from './site.contract.ts'
import { keepsVenuesOf, venueAccess } from './venue.access.ts'
import { addVenue } from './venue.actions.ts'

export function siteRoutes(host: Host): void {
  const ofUnit = {
    load: (ctx: Context, { params }: { params: { unitId: number } }) => loadCluster(ctx, params.unitId),
    may: unitAccess.readSchools,
  }
  route(host, siteApi.list, { ...ofUnit, run: (ctx, { subject }) => readSites(ctx, subject) })
  route(host, siteApi.export, {
    ...ofUnit,
    may: keepsVenuesOf,
    run: (ctx, { subject }) => exportSites(ctx, subject),
    audited: true,
  })
  route(host, siteApi.add, {
    ...ofUnit,
    may: keepsVenuesOf,
    run: (ctx, { subject, body }) => addSite(ctx, subject, body),
  })
  const ofSite = {
    load: (ctx: Context, { params }: { params: { siteId: string } }) => loadSiteAlone(ctx, params.siteId),
    may: venueAccess.keep,
  }
  route(host, siteApi.read, {
    load: (ctx, { params }) => loadSite(ctx, params.siteId),
    may: venueAccess.read,
    run: (ctx, { subject }) => readSite(ctx, subject),
  })
  route(host, siteApi.edit, { ...ofSite, run: (ctx, { subject, body }) => editSite(ctx, subject, body) })
  route(host, siteApi.close, { ...ofSite, run: (ctx, { subject }) => closeSite(ctx, subject) })
  route(host, siteApi.reopen, { ...ofSite, run: (ctx, { subject }) => reopenSite(ctx, subject) })
  route(host, siteApi.addVenue, {
    ...ofSite,
    run: (ctx, { subject: { site }, body }) => {
      const { id: siteId, districtId, name } = site
      return addVenue(ctx, { districtId, schoolId: null, siteId, name, sample: false }, body)
    },
  })
}
