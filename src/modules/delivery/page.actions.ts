import { within } from '#shared/access.ts'
import { dayAfter, dayOf, timeOf } from '#shared/day.ts'
import type { Reply } from '#shared/endpoint.ts'
import { maskName } from '#shared/names.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { termAt } from '#shared/week.ts'
import type { Context } from '#platform/context.ts'
import { listOfferable } from '#modules/courses/index.ts'
import { listTeachersAt } from '#modules/cover/index.ts'
import { findUnit, listDistrictIds, listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { listVenuesIn, readTerms } from '#modules/venues/index.ts'
import { headsIn, isFor, placesFor, sessionsOf } from './enrolment.rules.ts'
import { listEnrolled } from './enrolment.sql.ts'
import { mayWrite, offeringAccess, speaksFor } from './offering.access.ts'
import type { Offering, offeringApi, OfferingLine, OfferingVerb } from './offering.contract.ts'
import { membersOf, openOf, type OfferingSubject } from './offering.load.ts'
import { slotsInWords, whyNotComplete } from './offering.rules.ts'
import { listOfferings, type OfferingRow } from './offering.sql.ts'
import { listLecturers } from './offering-parts.sql.ts'
import { listSessions, type SessionRow } from './session.sql.ts'

/** The offerings of a cluster in a school year: what is written, those who write it see too. */
export async function readOfferings(
  ctx: Context,
  unit: UnitSubject,
  asked: number | undefined,
): Promise<Reply<typeof offeringApi.list>> {
  const year = asked ?? schoolYearOf(ctx.today)
  const rows = await listOfferings(ctx.db, await listDistrictIds(ctx.db), unit.id, year)
  const seen = rows.filter((row) => offeringAccess.read(ctx.actor, placeOf(row, unit)))
  const own = ownSchools(ctx)
  return {
    year,
    offerings: seen.map((row) => lineOf(row, own)),
    can: mayWrite(ctx.actor, unit) ? ['write'] : [],
  }
}

const placeOf = (row: OfferingRow, unit: UnitSubject) => ({
  ...{ unit, schoolId: row.schoolId, districtId: row.districtId, isDraft: row.state === '草稿' },
})

const ownSchools = ({ actor }: Context): number[] =>
  actor.grants.filter(({ unitKind }) => unitKind === 'school').map(({ unitId }) => unitId)

const takenIn = ({ taken }: OfferingRow): number => taken.reduce((sum, { people }) => sum + people, 0)

export function lineOf(row: OfferingRow, own: readonly number[]): OfferingLine {
  const { id, course, stage, subject, mode, state, schoolId, school, schoolYear: year, term, places, enrolUntil } = row
  const receives = row.taken.some((one) => own.includes(one.schoolId))
  return {
    ...{ id, course, stage, subject, mode, state, schoolId, school, year, term, places, enrolUntil },
    when: slotsInWords(row.slots) + (row.sessions > 0 ? `，共 ${row.sessions} 次` : ''),
    taken: takenIn(row),
    mine: own.includes(schoolId) ? 'gives' : receives ? 'receives' : null,
  }
}

/** One offering as the reader sees it: teachers by name for those who see the name. */
export async function readOffering(ctx: Context, subject: OfferingSubject): Promise<Offering> {
  const { row, unit } = subject
  const enrolled = await listEnrolled(ctx.db, row)
  const { lecturers, sessions } = await ctx.asOwner(async (db) => ({
    lecturers: await listLecturers(db, row),
    sessions: await listSessions(db, row),
  }))
  const members = await membersOf(ctx, unit)
  const open = openOf(row)
  const own = speaksFor(ctx.actor, unit, members).filter((id) => isFor(open, id))
  const names = await namesOf(ctx, row, own)
  const venues = new Map((await listVenuesIn(ctx, unit)).map(({ id, name }) => [id, name]))
  const benefiting = headsIn(enrolled.filter(({ schoolId }) => sessionsOf(schoolId, sessions) > 0))
  return {
    ...lineOf(row, ownSchools(ctx)),
    ...{ unitId: unit.id, unit: unit.name, sample: unit.sample },
    ...{ entryId: row.entryId, about: row.about, why: row.why },
    completedAt: row.completedAt?.toISOString() ?? null,
    lecturers: lecturers.map(({ teacherId, schoolId, name }) => ({
      teacherId,
      name: within(ctx.actor.names, { schoolId, districtId: row.districtId }) ? name : maskName(name),
    })),
    slots: row.slots.map((slot) => ({
      ...slot,
      ...{ school: names.get(slot.schoolId) ?? '', venue: slot.venueId ? (venues.get(slot.venueId) ?? null) : null },
    })),
    shares: row.shares.map((share) => ({
      ...share,
      ...{ school: names.get(share.schoolId) ?? '', taken: open.taken.get(share.schoolId) ?? 0 },
    })),
    enrolled,
    sessions: sessions.map((session) => sessionOf(session, ctx.now)),
    enrolFor: own.map((id) => ({ id, name: names.get(id) ?? '', left: placesFor(open, id) })),
    benefiting: row.state === '已结课' ? benefiting : null,
    can: verbsOn(ctx, subject, { sessions, enrols: own.length > 0 }),
  }
}

async function namesOf(ctx: Context, { slots, shares }: OfferingRow, own: readonly number[]) {
  const ids = [...new Set([...[...slots, ...shares].map(({ schoolId }) => schoolId), ...own])]
  return new Map((await listUnitNames(ctx.db, ids)).map(({ id, name }) => [id, name]))
}

const sessionOf = (session: SessionRow, now: Date) => {
  const { id, schoolId, school, venue, room, booking, state, why, present, fromAt, untilAt } = session
  return {
    ...{ id, schoolId, school, booking, state, why, present },
    ...{ day: dayOf(fromAt), from: timeOf(fromAt), until: timeOf(untilAt) },
    room: [venue, room].filter(Boolean).join('，'),
    begun: fromAt <= now,
  }
}

function verbsOn(
  { actor }: Context,
  subject: OfferingSubject,
  { sessions, enrols }: { sessions: readonly SessionRow[]; enrols: boolean },
): OfferingVerb[] {
  const { state } = subject.row
  const keeps = offeringAccess.keep(actor, subject)
  const standing = state === '已发布'
  const possible: Record<OfferingVerb, boolean> = {
    change: keeps && state === '草稿',
    publish: keeps && state === '草稿',
    drop: keeps && state === '草稿',
    withdraw: keeps && standing,
    say: keeps && standing,
    complete: keeps && standing && !whyNotComplete(sessions),
    reopen: keeps && state === '已结课',
    enrol: standing && enrols,
  }
  return (Object.keys(possible) as OfferingVerb[]).filter((verb) => possible[verb])
}

/** What a form needs; of the school that gives it, where it is known which. */
export async function readChoices(
  ctx: Context,
  unit: UnitSubject,
  asked: number | undefined,
): Promise<Reply<typeof offeringApi.choices>> {
  const members = await membersOf(ctx, unit)
  const names = await listUnitNames(ctx.db, members)
  const own = speaksFor(ctx.actor, unit, members)
  const schoolId = asked !== undefined && own.includes(asked) ? asked : own.length === 1 ? own[0]! : null
  const school = schoolId === null ? undefined : await findUnit(ctx.db, schoolId, ctx.today)
  const districtId = school?.districtId ?? unit.districtId
  const { schoolYear, term } = termAt(ctx.today)
  const teachers = schoolId === null ? [] : await listTeachersAt(ctx.db, districtId, [schoolId], schoolYear)
  const terms = await readTerms(ctx, districtId, [schoolYear])
  const now = terms.find((one) => one.term === term)
  return {
    schools: names.filter(({ id }) => own.includes(id)).map(({ id, name }) => ({ id, name })),
    members: names.map(({ id, name }) => ({ id, name })),
    schoolId,
    teachers: teachers
      .filter((one) => within(ctx.actor.names, one))
      .map(({ teacherId, name, subject }) => ({ teacherId, name, subject })),
    entries: schoolId === null ? [] : await listOfferable(ctx.db, districtId, schoolId),
    venues: (await listVenuesIn(ctx, unit)).flatMap(({ id, name, schoolId: at, capacity }) =>
      at === null ? [] : [{ id, name, schoolId: at, capacity }],
    ),
    term: { from: dayAfter(ctx.today, 1), until: now && now.until > ctx.today ? now.until : dayAfter(ctx.today, 91) },
  }
}
