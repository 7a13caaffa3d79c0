import { verbsOn } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { listUnits } from '#modules/organizations/index.ts'
import { shownName } from './called.ts'
import { eventAccess, recordsFor } from './event.access.ts'
import type { Event, Sign } from './event.contract.ts'
import type { EventSubject } from './event.load.ts'
import { linksOf } from './event-link.actions.ts'
import { lineOf } from './event-lines.ts'
import { listTasks } from './event-parts.sql.ts'
import { listInvited } from './event.sql.ts'
import { signerOf } from './sign.actions.ts'
import { listSigns, type SignRow } from './sign.sql.ts'
import { findTeacher } from './teacher.sql.ts'

/** All that is known of an activity, as the reader may know it: whoever leads it knows who takes part. */
export async function readEvent(ctx: Context, subject: EventSubject): Promise<Event> {
  const { event, unit } = subject
  const leads = eventAccess.lead(ctx.actor, subject)
  const invited = await listInvited(ctx.db, event)
  const signs = await listSigns(ctx.db, event)
  const schools = await schoolsFor(ctx, subject, [event.schoolId, ...invited.map(({ id }) => id)])
  return {
    ...lineOf(event),
    ...{ unitId: unit.id, unit: unit.name, sample: unit.sample, year: event.schoolYear, invited },
    ...{ agenda: event.agenda, links: await linksOf(ctx, subject), lecturer: await lecturerOf(ctx, subject, leads) },
    ...{ minutes: minutesOf(subject, leads), tasks: await tasksOf(ctx, subject, leads) },
    ...{ heldAt: event.heldAt?.toISOString() ?? null, cancelledWhy: event.cancelledWhy },
    signList: signs.map((sign) => signOf(ctx, sign, { leads, schools })),
    signedIn: await isSigned(ctx, signs),
    recordFor: event.status === '已取消' ? [] : schools,
    can: event.status === '已取消' ? [] : verbsOn(eventAccess, ctx.actor, subject),
  }
}

/** The schools of those that take part for which the reader records who came. */
async function schoolsFor(ctx: Context, subject: EventSubject, ids: readonly number[]) {
  const schools = await listUnits(ctx.db, [...new Set(ids)], ctx.today)
  return schools.filter((school) => recordsFor(ctx.actor, { ...subject, school })).map(({ id, name }) => ({ id, name }))
}

async function lecturerOf(ctx: Context, { event }: EventSubject, leads: boolean): Promise<Event['lecturer']> {
  const { lecturerId: teacherId, lecturerSchoolId } = event
  if (teacherId === null || lecturerSchoolId === null) return null
  const [school] = await listUnits(ctx.db, [lecturerSchoolId], ctx.today)
  const districtId = school?.districtId ?? event.districtId
  const name = (await ctx.asOwner((db) => findTeacher(db, { districtId, teacherId })))?.name ?? ''
  const person = { districtId, schoolId: lecturerSchoolId, name }
  return { ...shownName(ctx, person, leads), schoolId: lecturerSchoolId, school: school?.name ?? '' }
}

/** Who wrote it is told to those who write it. */
function minutesOf({ event }: EventSubject, leads: boolean): Event['minutes'] {
  const { minutes, decisions, minutesAt, minutesBy } = event
  if (minutes === null || minutesAt === null) return null
  const by = leads ? (minutesBy ?? '') : ''
  return { text: minutes, decisions: decisions ?? '', at: minutesAt.toISOString(), by }
}

async function tasksOf(ctx: Context, { event }: EventSubject, leads: boolean): Promise<Event['tasks']> {
  const tasks = await listTasks(ctx.db, event)
  return tasks.map(({ what, dueOn, schoolId, school, ...person }) => ({
    ...{ what, dueOn },
    person: { ...shownName(ctx, { ...person, schoolId }, leads), schoolId, school },
  }))
}

function signOf(
  ctx: Context,
  { id, schoolId, school, way, signedAt, byName, accountId, ...person }: SignRow,
  { leads, schools }: { leads: boolean; schools: readonly { id: number }[] },
): Sign {
  const shown = shownName(ctx, { ...person, schoolId }, leads || accountId === ctx.actor.id)
  return {
    ...{ id, way, at: signedAt.toISOString() },
    person: { ...shown, schoolId, school },
    by: way === '代为登记' && !shown.masked ? byName : null,
    can: schools.some((one) => one.id === schoolId) ? ['drop'] : [],
  }
}

async function isSigned(ctx: Context, signs: readonly SignRow[]): Promise<boolean> {
  const { accountId, teacherId } = await signerOf(ctx)
  return signs.some((sign) => sign.accountId === accountId || (teacherId !== null && sign.teacherId === teacherId))
}
