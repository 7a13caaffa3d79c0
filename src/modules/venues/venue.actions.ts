import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { spellTitle } from '#platform/pinyin.ts'
import { badField } from '#platform/problems.ts'
import { listCampusPlaces, stagesOfKind } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { countAhead } from './clash.actions.ts'
import { keepClosed, keepFormerHours } from './hours.actions.ts'
import { keptOpenings, whyNotOpening } from './hours.rules.ts'
import { listLessons } from './lesson.sql.ts'
import { venuesProblems } from './problems.ts'
import { noted, refuseTwin, type Nothing } from './register.ts'
import { listPictures } from './picture.sql.ts'
import { readStranded } from './stranded.actions.ts'
import { venueAccess } from './venue.access.ts'
import type { venueApi, VenueFields, VenueLine } from './venue.contract.ts'
import { clusterOf, contactsOf, listVenuesIn, type VenueSubject } from './venue.load.ts'
import { listClosings, listEquipment } from './venue-part.sql.ts'
import { openingsInWords, stateOf } from './venue.rules.ts'
import {
  deleteOpenings,
  insertOpenings,
  insertVenues,
  listSiblings,
  updateClosedOn,
  updateVenue,
  type SavedVenue,
  type VenueRow,
} from './venue.sql.ts'

export const lineOf = (row: VenueRow, today: string): VenueLine => ({
  ...row,
  opening: openingsInWords(row.openings),
  state: stateOf(row, today),
})

export async function readVenues(ctx: Context, unit: UnitSubject): Promise<Reply<typeof venueApi.list>> {
  const rows = await listVenuesIn(ctx, unit)
  return {
    venues: rows.map((row) => lineOf(row, ctx.today)),
    schools: await listOwnSchools(ctx, unit),
    tiles: ctx.config.tilesUrl ?? null,
  }
}

/** The members of today whose venues the reader keeps, with their stages. */
async function listOwnSchools({ db, actor, today }: Context, { id, districtId }: UnitSubject) {
  const campuses = await listCampusPlaces(db, id, today)
  const schools = new Map(campuses.map((one) => [one.schoolId, one]))
  return [...schools.values()]
    .filter(({ schoolId }) =>
      actor.holds(['principal', 'liaison', 'cluster-office'], { unitId: schoolId, districtId, clusterIds: [id] }),
    )
    .map(({ schoolId, school, kind }) => ({ id: schoolId, name: school, stages: [...stagesOfKind(kind)] }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }))
}

export async function readVenue(ctx: Context, subject: VenueSubject): Promise<Reply<typeof venueApi.read>> {
  const { venue } = subject
  const { districtId, id } = venue
  const cluster = await clusterOf(ctx, subject)
  const closings = await listClosings(ctx.db, venue, ctx.now)
  const keeps = venueAccess.keep(ctx.actor, subject)
  return {
    ...lineOf(venue, ctx.today),
    ...detailsOf(venue),
    lessons: await listLessons(ctx.db, districtId, [id], ctx.today),
    closings: closings.map((one) => ({ ...one, from: one.from.toISOString(), until: one.until.toISOString() })),
    equipment: await listEquipment(ctx.db, venue),
    pictures: await listPictures(ctx.db, districtId, { venueId: id }),
    stranded: keeps ? await readStranded(ctx, districtId, [id]) : [],
    contacts: await contactsOf(ctx, subject),
    clusterId: cluster?.id ?? null,
    clusterName: cluster?.name ?? null,
    siblings: (await listSiblings(ctx.db, venue)).filter((one) => one.id !== id),
    can: keeps ? ['keep'] : [],
    tiles: ctx.config.tilesUrl ?? null,
  }
}

const detailsOf = ({
  room, campusId, campus, ownLongitude, ownLatitude, minutesBefore, minutesAfter, releaseMinutes, noticeHours, daysAhead,
  about, safety, access, closedOn, agreementUntil, openings,
}: VenueRow) => ({
  ...{ room, campusId, campus, ownLongitude, ownLatitude, minutesBefore, minutesAfter, releaseMinutes, noticeHours },
  ...{ daysAhead, about, safety, access, closedOn, agreementUntil },
  openings: openings.map((one) => ({ ...one, weekdays: [...one.weekdays] })),
}) // prettier-ignore

/** Who a new venue belongs to. */
export interface Owner {
  districtId: number
  schoolId: number | null
  siteId: string | null
  name: string
  sample: boolean
}

/** Before it is there, it was not open. */
export async function addVenue(ctx: Context, owner: Owner, fields: VenueFields): Promise<{ id: string }> {
  const saved = savedOf(ctx, { ...owner, id: ctx.newId() }, fields)
  refuseTwin(await listSiblings(ctx.db, owner), saved, owner.name)
  await insertVenues(ctx.db, [saved])
  await keepFormerHours(ctx, saved, { before: [], after: fields.openings })
  await saveOpenings(ctx, saved, fields)
  noted(ctx, saved, { owner: owner.name, after: fields })
  return { id: saved.id }
}

type Clashing = Reply<typeof venueApi.edit>

/** What is booked and does not fit the new hours stands, and is told. */
export async function editVenue(ctx: Context, { venue }: VenueSubject, fields: VenueFields): Promise<Clashing> {
  const saved = savedOf(ctx, venue, fields)
  refuseTwin(await listSiblings(ctx.db, venue), saved, venue.owner)
  await updateVenue(ctx.db, saved)
  await keepFormerHours(ctx, venue, { before: venue.openings, after: fields.openings })
  await deleteOpenings(ctx.db, venue.districtId, venue.id)
  await saveOpenings(ctx, saved, fields)
  noted(ctx, saved, { owner: venue.owner, after: fields })
  return { clashes: (await readStranded(ctx, venue.districtId, [venue.id])).length }
}

type Key = Pick<VenueRow, 'districtId' | 'id' | 'schoolId' | 'siteId' | 'sample'>

function savedOf(ctx: Context, { districtId, id, schoolId, siteId, sample }: Key, fields: VenueFields): SavedVenue {
  const { openings: _, longitude = null, latitude = null, campusId = null, ...said } = fields
  if ((longitude === null) !== (latitude === null)) throw badField('latitude', '经度和纬度要一起填写')
  return {
    ...said,
    ...{ districtId, id, schoolId, siteId, sample, campusId, ownLongitude: longitude, ownLatitude: latitude },
    pinyin: spellTitle(said.name).pinyin,
    changedAt: ctx.now,
  }
}

async function saveOpenings(ctx: Context, { districtId, id }: SavedVenue, { openings }: VenueFields) {
  for (const opening of openings) {
    const against = whyNotOpening(opening)
    if (against) throw badField('openings', against)
  }
  const kept = keptOpenings(openings)
  await insertOpenings(
    ctx.db,
    kept.map((opening) => ({ ...opening, districtId, id: ctx.newId(), venueId: id })),
  )
}

/** Out of use from today on; bookings to come are for the host to move. */
export async function closeVenue(ctx: Context, { venue }: VenueSubject): Promise<Reply<typeof venueApi.close>> {
  if (venue.closedOn !== null && venue.closedOn <= ctx.today) throw venuesProblems.closedBefore()
  await updateClosedOn(ctx.db, venue, ctx.today)
  noted(ctx, venue, { closedOn: ctx.today })
  return { clashes: await countAhead(ctx, [venue]) }
}

export async function reopenVenue(ctx: Context, { venue }: VenueSubject): Promise<Nothing> {
  if (venue.closedOn === null) throw venuesProblems.openBefore()
  refuseTwin(await listSiblings(ctx.db, venue), venue, venue.owner)
  await updateClosedOn(ctx.db, venue, null)
  await keepClosed(ctx, [venue], venue.closedOn)
  noted(ctx, venue, { reopened: true })
  return {}
}
