import { verbsOn } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { Download, XLSX } from '#platform/download.ts'
import { spellTitle } from '#platform/pinyin.ts'
import { badField } from '#platform/problems.ts'
import { writeWorkbook } from '#platform/sheet/write.ts'
import { listDistrictIds, loadCluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { countAhead } from './clash.actions.ts'
import { keepClosed } from './hours.actions.ts'
import { lockVenues } from './lock.sql.ts'
import { venuesProblems } from './problems.ts'
import type { siteApi } from './site.contract.ts'
import { type SiteFields, type SiteLine } from './site.contract.ts'
import { listPictures } from './picture.sql.ts'
import { noted, refuseTwin, type Nothing } from './register.ts'
import { siteStateOf } from './site.rules.ts'
import {
  findSite,
  insertSites,
  listSites,
  updateSite,
  updateSiteClosedOn,
  type SavedSite,
  type SiteRow,
} from './site.sql.ts'
import { keepsVenuesOf, venueAccess, type Kept } from './venue.access.ts'
import { lineOf } from './venue.actions.ts'
import { listVenuesIn } from './venue.load.ts'
import { listVenueIdsAt } from './venue.sql.ts'

export interface SiteSubject extends Kept {
  site: SiteRow
}

/** A partner that is about to change: nobody books a place of it until it has. */
export async function loadSiteAlone(ctx: Context, id: string): Promise<SiteSubject | undefined> {
  await lockVenues(ctx.db, await listVenueIdsAt(ctx.db, await listDistrictIds(ctx.db), id))
  return loadSite(ctx, id)
}

/** A partner, with the cluster that has it. */
export async function loadSite(ctx: Context, id: string): Promise<SiteSubject | undefined> {
  const site = await findSite(ctx.db, await listDistrictIds(ctx.db), id)
  const at = site && (await loadCluster(ctx, site.clusterId))
  return at && { site, at }
}

/** The partners of a cluster, each with how many places it has to book. */
export async function linesOf(ctx: Context, unit: UnitSubject): Promise<SiteLine[]> {
  const sites = await listSites(ctx.db, await listDistrictIds(ctx.db), unit.id)
  const venues = await listVenuesIn(ctx, unit)
  return sites.map((site) => ({
    ...site,
    state: siteStateOf(site, ctx.today),
    venues: venues.filter(({ siteId, closedOn }) => siteId === site.id && closedOn === null).length,
  }))
}

export async function readSites(ctx: Context, unit: UnitSubject): Promise<Reply<typeof siteApi.list>> {
  const can = verbsOn({ keep: keepsVenuesOf }, ctx.actor, unit)
  return { sites: await linesOf(ctx, unit), tiles: ctx.config.tilesUrl ?? null, can }
}

export async function readSite(ctx: Context, subject: SiteSubject): Promise<Reply<typeof siteApi.read>> {
  const { site, at } = subject
  const venues = (await listVenuesIn(ctx, at)).filter(({ siteId }) => siteId === site.id)
  return {
    ...site,
    state: siteStateOf(site, ctx.today),
    clusterName: at.name,
    venues: venues.map((venue) => lineOf(venue, ctx.today)),
    pictures: await listPictures(ctx.db, site.districtId, { siteId: site.id }),
    tiles: ctx.config.tilesUrl ?? null,
    can: verbsOn({ keep: venueAccess.keep }, ctx.actor, subject),
  }
}

export async function addSite(ctx: Context, unit: UnitSubject, fields: SiteFields): Promise<{ id: string }> {
  const key = { districtId: unit.districtId, clusterId: unit.id, id: ctx.newId(), sample: false }
  const saved = savedOf(ctx, key, fields)
  await refuseTwinSite(ctx, unit, saved)
  await insertSites(ctx.db, [saved])
  noted(ctx, saved, { after: fields })
  return { id: saved.id }
}

export async function editSite(ctx: Context, { site, at }: SiteSubject, fields: SiteFields): Promise<Nothing> {
  const saved = savedOf(ctx, site, fields)
  await refuseTwinSite(ctx, at, saved)
  await updateSite(ctx.db, saved)
  noted(ctx, saved, { before: site, after: fields })
  return {}
}

async function refuseTwinSite(ctx: Context, unit: UnitSubject, saved: Pick<SavedSite, 'id' | 'name'>): Promise<void> {
  const all = await listSites(ctx.db, [unit.districtId], unit.id)
  refuseTwin(
    all.filter(({ closedOn }) => closedOn === null),
    saved,
    unit.name,
  )
}

type Key = Pick<SiteRow, 'districtId' | 'clusterId' | 'id' | 'sample'>

function savedOf({ now }: Context, { districtId, clusterId, id, sample }: Key, fields: SiteFields): SavedSite {
  const { agreementFrom = null, agreementUntil = null, longitude = null, latitude = null, ...said } = fields
  if (agreementFrom !== null && agreementUntil !== null && agreementUntil < agreementFrom)
    throw badField('agreementUntil', '协议止日早于起日，请核对。')
  if ((longitude === null) !== (latitude === null)) throw badField('latitude', '经度和纬度要一起填写')
  return {
    ...said,
    ...{ districtId, clusterId, id, sample, agreementFrom, agreementUntil, longitude, latitude },
    pinyin: spellTitle(said.name).pinyin,
    changedAt: now,
  }
}

export async function closeSite(ctx: Context, { site }: SiteSubject): Promise<Reply<typeof siteApi.close>> {
  if (site.closedOn !== null) throw venuesProblems.closedBefore()
  await updateSiteClosedOn(ctx.db, site, ctx.today)
  noted(ctx, site, { closedOn: ctx.today })
  return { clashes: await countAhead(ctx, await keysAt(ctx, site)) }
}

/** What can be booked at a partner. */
const keysAt = async ({ db }: Context, { districtId, id }: SiteRow) =>
  (await listVenueIdsAt(db, [districtId], id)).map((venueId) => ({ districtId, id: venueId }))

export async function reopenSite(ctx: Context, { site, at }: SiteSubject): Promise<Nothing> {
  if (site.closedOn === null) throw venuesProblems.openBefore()
  await refuseTwinSite(ctx, at, site)
  await updateSiteClosedOn(ctx.db, site, null)
  await keepClosed(ctx, await keysAt(ctx, site), site.closedOn)
  noted(ctx, site, { reopened: true })
  return {}
}

/** The partners of a cluster as a workbook of one sheet. */
export async function exportSites(ctx: Context, unit: UnitSubject): Promise<Download> {
  const sites = (await listSites(ctx.db, await listDistrictIds(ctx.db), unit.id)).filter((one) => one.closedOn === null)
  const title = `${unit.name}实践基地`
  const heads = ['基地', '类型', '地址', '联系人', '电话', '适合学段', '主题', '协议起日', '协议止日', '状态']
  const columns = heads.map((one) => ({ title: one, ...(one.endsWith('日') && { kind: 'day' as const }) }))
  const rows = sites.map((one) => [
    ...[one.name, one.kind, one.address, one.contactName, one.contactPhone],
    ...[one.stages.join('、') || '不限', one.themes.join('、'), one.agreementFrom, one.agreementUntil],
    siteStateOf(one, ctx.today),
  ])
  ctx.note({ districtId: unit.districtId, unitId: unit.id, rows: rows.length })
  return new Download(`${title}.xlsx`, XLSX, writeWorkbook([{ name: '实践基地', title, columns, rows }]))
}
