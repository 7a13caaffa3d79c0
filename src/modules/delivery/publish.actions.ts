import { dayAfter, dayOf } from '#shared/day.ts'
import type { Reply } from '#shared/endpoint.ts'
import { grouped } from '#shared/group.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { bookRooms, giveUpRooms } from '#modules/bookings/index.ts'
import { listBusyLessons, lockTeacher, travelBetween } from '#modules/cover/index.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import { listVenuesIn, readDays } from '#modules/venues/index.ts'
import { clashesInWords, clashesOf, type Spot } from './clash.rules.ts'
import { tellOpen, tellWithdrawn } from './delivery.notices.ts'
import { deleteHoldsOf, insertTeacherHolds, listHeldSpots } from './hold.sql.ts'
import type { offeringApi, Slot } from './offering.contract.ts'
import type { OfferingSubject } from './offering.load.ts'
import { daysOf, timesOf, whyNotChange, whyNotStanding, whyNotTimes, type Time } from './offering.rules.ts'
import { updateOffering, type OfferingRow } from './offering.sql.ts'
import { listLecturers, type LecturerRow } from './offering-parts.sql.ts'
import { deliveryProblems } from './problems.ts'
import { insertSessions, listSessions, markSaid, type NewSession } from './session.sql.ts'

type Room = Pick<NewSession, 'bookingId'> & { waits: boolean }

/** From now on its times stand: the teachers are taken, the rooms are booked, or nothing is and it says why. */
export async function publishOffering(
  ctx: Context,
  subject: OfferingSubject,
): Promise<Reply<typeof offeringApi.publish>> {
  const { row } = subject
  refuse(whyNotChange(row.state))
  const times = timesOf(row.slots, await offDays(ctx, row))
  refuse(whyNotTimes(times))
  const lecturers = await ctx.asOwner((db) => listLecturers(db, row))
  await refuseClashes(ctx, subject, times, lecturers)
  const rooms = await bookAll(ctx, subject, times)
  await take(ctx, row, times, { lecturers, rooms })
  await updateOffering(ctx.db, row, { state: '已发布', publishedAt: ctx.now })
  const waiting = [...rooms.values()].filter(({ waits }) => waits).length
  ctx.note({ ...noteOf(row), sessions: times.length })
  await tellOpen(ctx, subject, waiting)
  return { sessions: times.length, waiting }
}

export const noteOf = ({ districtId, schoolId, id, course }: OfferingRow) => ({
  ...{ districtId, unitId: schoolId, subjectId: id, course },
})

/** Holidays, and days outside of the terms, have no weekly lessons. */
export async function offDays(
  ctx: Context,
  { districtId, slots }: Pick<OfferingRow, 'districtId' | 'slots'>,
): Promise<(day: string) => boolean> {
  const days = [...new Set(slots.flatMap((slot) => daysOf(slot, () => false)))]
  const facts = await readDays(ctx, districtId, days)
  return (day) => ['节假日', '寒暑假'].includes(facts.get(day)?.kind ?? '')
}

const slotOf = ({ slots }: OfferingRow, { at }: Time): Slot => slots[at]!
const keyOf = ({ at, day }: Time): string => `${at} ${day}`

/** Under the lock of each teacher, so that of two who want one teacher the second sees what the first has. */
async function refuseClashes(
  ctx: Context,
  { row, unit }: OfferingSubject,
  times: readonly Time[],
  lecturers: readonly LecturerRow[],
): Promise<void> {
  const { districtId } = row
  const ids = lecturers.map(({ teacherId }) => teacherId).sort()
  for (const id of ids) await lockTeacher(ctx.db, id)
  const campuses = await campusesOf(ctx, unit, row)
  const standing = await standingOf(ctx, row, ids, times)
  const schoolIds = [...new Set([...row.slots, ...standing].map(({ schoolId }) => schoolId))]
  const way = await ctx.asOwner((db) => travelBetween(db, { districtId, clusterId: unit.id }, schoolIds))
  const names = new Map((await listUnitNames(ctx.db, schoolIds)).map(({ id, name }) => [id, name]))
  const wanted = times.flatMap((time) => {
    const { schoolId, venueId } = slotOf(row, time)
    const placeId = campuses.get(venueId ?? '') ?? schoolId
    const words = `${names.get(schoolId) ?? ''}《${row.course}》`
    return ids.map((teacherId): Spot => ({ teacherId, fromAt: time.fromAt, untilAt: time.untilAt, placeId, words }))
  })
  const nameOf = (teacherId: string) => lecturers.find((one) => one.teacherId === teacherId)?.name ?? ''
  const clashes = clashesOf(wanted, standing, { way, nameOf })
  if (clashes.length > 0) throw deliveryProblems.teacherBusy({ words: clashesInWords(clashes) })
}

/** What these teachers have already: other shared courses, and the lessons of their timetables. */
async function standingOf(ctx: Context, row: OfferingRow, ids: readonly string[], times: readonly Time[]) {
  const days = [...new Set(times.map(({ day }) => day))].sort()
  const [first, last] = [new Date(`${dayAfter(days[0]!, -1)}T00:00:00Z`), new Date(`${dayAfter(days.at(-1)!, 2)}T00:00:00Z`)] // prettier-ignore
  return ctx.asOwner(async (db) => {
    const held = await listHeldSpots(db, row.districtId, ids, [first, last])
    const lessons = []
    for (const teacherId of ids)
      for (const lesson of await listBusyLessons(db, { districtId: row.districtId, teacherId }, days))
        lessons.push({ ...lesson, teacherId })
    return [...held, ...lessons]
  })
}

/** At which campus the rooms of the register are. */
async function campusesOf(ctx: Context, unit: OfferingSubject['unit'], { slots }: OfferingRow) {
  const wanted = slots.some(({ venueId }) => venueId !== null)
  const venues = wanted ? await listVenuesIn(ctx, unit) : []
  return new Map(venues.flatMap(({ id, campusId }) => (campusId === null ? [] : [[id, campusId] as const])))
}

/** Books the rooms that stand in the register, slot by slot: what keeps one from being booked keeps all. */
async function bookAll(ctx: Context, subject: OfferingSubject, times: readonly Time[]): Promise<Map<string, Room>> {
  const { row, unit } = subject
  const rooms = new Map<string, Room>()
  for (const [at, own] of grouped(times, (time) => time.at)) {
    const slot = row.slots[at]!
    if (slot.venueId === null) continue
    const booked = await bookRooms(ctx, unit, slot.schoolId, requestOf(row, slot, slot.venueId, own))
    for (const { id, status, fromAt } of booked) {
      const time = own.find((one) => +one.fromAt === +fromAt)!
      rooms.set(keyOf(time), { bookingId: id, waits: status === '待审' })
    }
  }
  return rooms
}

function requestOf(row: OfferingRow, slot: Slot, venueId: string, times: readonly Time[]) {
  const days = times.map(({ day }) => day)
  const [day, untilDay] = [days[0]!, days.at(-1)!]
  const every = daysOf({ ...slot, fromDay: day, untilDay, skip: [] }, () => false)
  const skip = every.filter((one) => !days.includes(one))
  const headCount = row.shares.find(({ schoolId }) => schoolId === slot.schoolId)?.places ?? row.places
  return {
    ...{ lines: [{ venueId, equipment: [] }], day, from: slot.fromTime, until: slot.untilTime },
    ...(days.length > 1 && { series: { untilDay, everyWeeks: 1 as const, skip } }),
    ...{ purpose: `共享授课《${row.course}》`.slice(0, 60), headCount, classes: '', phone: '' },
  }
}

async function take(
  ctx: Context,
  row: OfferingRow,
  times: readonly Time[],
  { lecturers, rooms }: { lecturers: readonly LecturerRow[]; rooms: ReadonlyMap<string, Room> },
): Promise<void> {
  const { districtId, id: offeringId } = row
  const sessions = times.map((time): NewSession => {
    const { schoolId, venueId, room } = slotOf(row, time)
    const bookingId = rooms.get(keyOf(time))?.bookingId ?? null
    const when = { fromAt: time.fromAt, untilAt: time.untilAt }
    return { districtId, id: ctx.newId(), offeringId, schoolId, venueId, bookingId, room, ...when }
  })
  await insertSessions(ctx.db, sessions)
  const holds = sessions.flatMap(({ id: sessionId, fromAt, untilAt }) =>
    lecturers.map(({ teacherId, schoolId }) => ({ districtId, sessionId, teacherId, schoolId, fromAt, untilAt })),
  )
  const had = await ctx.asOwner((db) => insertTeacherHolds(db, holds))
  if (had < holds.length) throw deliveryProblems.teacherTaken()
}

/** Taken back: what is still to come is free again, for teachers and rooms; what was held stays on file. */
export async function withdrawOffering(ctx: Context, subject: OfferingSubject, why: string): Promise<void> {
  const { row } = subject
  refuse(whyNotStanding(row.state))
  const sessions = await ctx.asOwner((db) => listSessions(db, row))
  const open = sessions.filter(({ state }) => state === '待上')
  await freeSessions(ctx, row.districtId, open, `共享授课《${row.course}》撤回：${why}`)
  const said = { state: '未上' as const, why, saidAt: ctx.now, saidBy: ctx.actor.name }
  for (const session of open) await markSaid(ctx.db, session, said)
  await updateOffering(ctx.db, row, { state: '已撤回', why })
  ctx.note({ ...noteOf(row), why })
  await tellWithdrawn(ctx, subject, why, open.map(({ fromAt }) => dayOf(fromAt))[0]) // prettier-ignore
}

/** These times are free again: for their teachers, and for their rooms where the time has not come. */
export async function freeSessions(
  ctx: Context,
  districtId: number,
  sessions: readonly { id: string; bookingId: string | null }[],
  words: string,
): Promise<void> {
  const bookings = sessions.flatMap(({ bookingId }) => bookingId ?? [])
  await ctx.asOwner((db) => deleteHoldsOf(db, districtId, sessions.map(({ id }) => id))) // prettier-ignore
  await giveUpRooms(ctx, [districtId], bookings, words.slice(0, 100))
}
