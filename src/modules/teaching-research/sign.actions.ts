import { verbsOn } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { checkPlaceCode, checkToldCode, codeWords } from '#platform/place-code.ts'
import { placeSecret, shownCode } from '#modules/bookings/index.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { findUnit, listDistrictIds, listUnits } from '#modules/organizations/index.ts'
import { teachersCalled } from './called.ts'
import { settle } from './event.actions.ts'
import { eventAccess, recordsFor } from './event.access.ts'
import type { Near, NewSign, signApi } from './event.contract.ts'
import { eventAgain, type EventSubject } from './event.load.ts'
import { callsIn, whyNotSign, whyNotTell } from './event.rules.ts'
import { lineOf } from './event-lines.ts'
import { listEventsIn, lockEvent, type EventRow } from './event.sql.ts'
import { researchProblems } from './problems.ts'
import { deleteSign, insertSigns, listSigned, listSigns } from './sign.sql.ts'
import { findTeacher } from './teacher.sql.ts'
import { loadUnions, type UnionSubject } from './union.load.ts'

const DAY = 86_400_000
const AHEAD_DAYS = 60

/** By what the one who asks is told apart in lists of who came. */
export async function signerOf(ctx: Context): Promise<{ accountId: string; teacherId: string | null }> {
  return { accountId: ctx.actor.id, teacherId: (await findOwnTeacher(ctx))?.teacherId ?? null }
}

const nearOf = (ctx: Context, subject: EventSubject, signedIn: boolean): Near => {
  const { id, union, form, theme, fromAt, untilAt, place, host, status } = lineOf(subject.event)
  const can = verbsOn({ sign: eventAccess.sign, show: eventAccess.show }, ctx.actor, subject)
  const isOpen = !signedIn && !whyNotSign(subject.event, ctx.now)
  return {
    ...{ id, union, form, theme, fromAt, untilAt, place, host, status, signedIn },
    can: can.filter((verb) => verb === 'show' || isOpen),
  }
}

/** What goes on in the clusters of the person: from yesterday on. */
export async function readNear(ctx: Context): Promise<Reply<typeof signApi.near>> {
  const districtIds = await listDistrictIds(ctx.db)
  const from = new Date(ctx.now.getTime() - DAY)
  const span = { from, until: new Date(from.getTime() + AHEAD_DAYS * DAY) }
  const rows = await listEventsIn(ctx.db, { districtIds, clusterIds: await clustersOf(ctx), ...span })
  const signed = await listSigned(ctx.db, districtIds, rows.map(({ id }) => id), await signerOf(ctx)) // prettier-ignore
  const unions = await loadUnions(ctx, [...new Set(rows.map(({ unionId }) => unionId))])
  const events = rows.reverse().flatMap((row): Near[] => {
    const union = unions.get(row.unionId)
    return union ? [nearOf(ctx, subjectOf(union, row), signed.includes(row.id))] : []
  })
  return { now: ctx.now.toISOString(), events }
}

async function clustersOf(ctx: Context): Promise<number[]> {
  const grants = ctx.actor.grants.filter(({ role }) => role !== 'administrator')
  const units = await listUnits(ctx.db, grants.map(({ unitId }) => unitId), ctx.today) // prettier-ignore
  return [...new Set(units.flatMap(({ id, kind, clusterIds }) => (kind === 'school' ? clusterIds : [id])))]
}

const subjectOf = (found: UnionSubject, event: EventRow): EventSubject => ({
  ...{ ...found, union: found.row, event },
  host: { schoolId: event.schoolId, districtId: event.hostDistrictId },
})

export const codeOf = async (ctx: Context, { event }: EventSubject, siteAddress: string) => ({
  ...{ theme: event.theme, union: event.union },
  ...(await shownCode(ctx, { districtId: event.districtId, placeId: event.id }, (code) => `/m/research-in?e=${event.id}&c=${code}`, siteAddress)), // prettier-ignore
})

/** Signs the one who asks in, once. */
export async function signIn(
  ctx: Context,
  subject: EventSubject,
  body: NewSign,
): Promise<Reply<typeof signApi.signIn>> {
  const { event } = subject
  await lockEvent(ctx.db, event)
  const { accountId, teacherId } = await signerOf(ctx)
  if ((await listSigned(ctx.db, [event.districtId], [event.id], { accountId, teacherId })).length > 0)
    return { state: 'before', event: nearOf(ctx, subject, true) }
  refuse(whyNotSign(event, ctx.now))
  await prove(ctx, event, body)
  const person = await whoComes(ctx, subject)
  const sign = { districtId: event.districtId, id: ctx.newId(), eventId: event.id, way: body.way, signedAt: ctx.now }
  await insertSigns(ctx.db, [{ ...sign, ...person, accountId, byName: ctx.actor.name }])
  await settle(ctx, subject)
  ctx.note({ ...noteOf(subject), way: body.way })
  return { state: 'now', event: nearOf(ctx, await eventAgain(ctx, subject), true) }
}

const noteOf = ({ event, unit }: EventSubject) => ({ districtId: event.districtId, unitId: unit.id, subjectId: event.id, change: event.theme }) // prettier-ignore

async function prove(ctx: Context, { districtId, id: placeId }: EventRow, body: NewSign): Promise<void> {
  const place = { placeId, secret: await placeSecret(ctx, { districtId, placeId }) }
  const { verdict } =
    body.way === '备用码'
      ? checkToldCode(place, body.digits, ctx.now)
      : checkPlaceCode(place, { placeId, code: body.code }, ctx.now)
  if (verdict !== 'valid') throw researchProblems.badCode({ words: body.way === '备用码' ? '备用码不对或已过期，请向主持人要新的备用码。' : codeWords[verdict] }) // prettier-ignore
}

/** The teacher of the register whose account it is; else the account, of the school at which it works. */
async function whoComes(ctx: Context, { unit }: EventSubject) {
  const own = await findOwnTeacher(ctx)
  const teacher = own && (await ctx.asOwner((db) => findTeacher(db, own)))
  if (teacher) {
    const { districtId: teacherDistrictId, teacherId, schoolId, name } = teacher
    return { teacherDistrictId, teacherId, schoolId, name }
  }
  const nobody = { teacherDistrictId: null, teacherId: null, name: ctx.actor.name }
  for (const { unitId, unitKind, role } of ctx.actor.grants) {
    const school = unitKind === 'school' && role !== 'administrator' ? await findUnit(ctx.db, unitId, ctx.today) : undefined // prettier-ignore
    if (school?.clusterIds.includes(unit.id)) return { ...nobody, schoolId: unitId }
  }
  throw researchProblems.noSchool()
}

/** Somebody says who came of a school: those without a phone, or whoever forgot. */
export async function recordSigns(
  ctx: Context,
  subject: EventSubject,
  { schoolId, teachers }: Input<typeof signApi.record>['body'],
): Promise<Reply<typeof signApi.record>> {
  const { event } = subject
  const [school] = await listUnits(ctx.db, [schoolId], ctx.today)
  const isMember = school?.kind === 'school' && school.clusterIds.includes(subject.unit.id)
  if (!school || !isMember || !recordsFor(ctx.actor, { ...subject, school })) throw researchProblems.notYourSchool()
  await lockEvent(ctx.db, event)
  refuse(whyNotTell(event, ctx.now))
  const found = await teachersCalled(ctx, [school], callsIn(teachers))
  const before = await listSigns(ctx.db, event)
  const fresh = found.filter(({ teacherId }) => !before.some((sign) => sign.teacherId === teacherId))
  const said = { eventId: event.id, districtId: event.districtId, way: '代为登记' as const, signedAt: ctx.now, byName: ctx.actor.name, accountId: null } // prettier-ignore
  const rows = fresh.map(({ districtId: teacherDistrictId, teacherId, name }) => ({ ...said, id: ctx.newId(), teacherDistrictId, teacherId, schoolId, name })) // prettier-ignore
  const recorded = rows.length > 0 ? await insertSigns(ctx.db, rows) : 0
  await settle(ctx, subject)
  ctx.note({ ...noteOf(subject), schoolId, teachers: recorded })
  return { recorded, before: found.length - recorded }
}

export async function dropSign(ctx: Context, subject: EventSubject, signId: string): Promise<Record<string, never>> {
  const sign = (await listSigns(ctx.db, subject.event)).find(({ id }) => id === signId)
  if (!sign) throw researchProblems.noLink()
  const school = { id: sign.schoolId, districtId: sign.districtId }
  if (!recordsFor(ctx.actor, { ...subject, school })) throw researchProblems.notYourSchool()
  await deleteSign(ctx.db, subject.event, signId)
  await settle(ctx, subject)
  ctx.note({ ...noteOf(subject), schoolId: sign.schoolId })
  return {}
}
