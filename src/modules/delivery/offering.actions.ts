import { refuse } from '#shared/problem.ts'
import { termAt } from '#shared/week.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { listOfferable } from '#modules/courses/index.ts'
import { listTeachersAt } from '#modules/cover/index.ts'
import { findUnit, listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { listVenuesIn } from '#modules/venues/index.ts'
import { speaksFor } from './offering.access.ts'
import type { OfferingFields } from './offering.contract.ts'
import { membersOf, type OfferingSubject } from './offering.load.ts'
import { whatIsWrong, whyNotChange, whyNotWrite } from './offering.rules.ts'
import {
  deleteOffering,
  insertOffering,
  updateOffering,
  type OfferingKey,
  type OfferingWritten,
} from './offering.sql.ts'
import { deleteLecturers, deleteShares, deleteSlots, insertLecturers, insertShares, insertSlots } from './offering-parts.sql.ts' // prettier-ignore
import { deliveryProblems } from './problems.ts'

/** A course that a school means to teach for others: a draft, which holds nothing yet. */
export async function writeOffering(ctx: Context, unit: UnitSubject, fields: OfferingFields): Promise<string> {
  const written = await writtenOf(ctx, unit, fields)
  const key = { districtId: written.districtId, id: ctx.newId() }
  await insertOffering(ctx.db, { ...key, ...written.offering, clusterId: unit.id })
  await insertParts(ctx, key, fields)
  ctx.note({ districtId: key.districtId, unitId: fields.schoolId, subjectId: key.id, course: fields.course })
  return key.id
}

export async function changeOffering(ctx: Context, { row, unit }: OfferingSubject, fields: OfferingFields) {
  refuse(whyNotChange(row.state))
  // It lies in the district of the school that gives it: another school writes its own.
  const { offering } = await writtenOf(ctx, unit, { ...fields, schoolId: row.schoolId })
  await updateOffering(ctx.db, row, offering)
  await deleteSlots(ctx.db, row)
  await deleteShares(ctx.db, row)
  await deleteLecturers(ctx.db, row)
  await insertParts(ctx, row, { ...fields, schoolId: row.schoolId })
  ctx.note({ districtId: row.districtId, unitId: row.schoolId, subjectId: row.id, course: fields.course })
}

export async function dropOffering(ctx: Context, { row }: OfferingSubject): Promise<void> {
  refuse(whyNotChange(row.state))
  await deleteOffering(ctx.db, row)
  ctx.note({ districtId: row.districtId, unitId: row.schoolId, subjectId: row.id, course: row.course })
}

async function insertParts(ctx: Context, key: OfferingKey, fields: OfferingFields): Promise<void> {
  await insertSlots(ctx.db, key, fields.slots)
  await insertShares(ctx.db, key, fields.shares)
  await insertLecturers(ctx.db, { ...key, schoolId: fields.schoolId }, [...new Set(fields.teacherIds)])
}

async function writtenOf(ctx: Context, unit: UnitSubject, fields: OfferingFields) {
  const wrong = whatIsWrong(fields)
  if (wrong) throw platformProblems.badInput({ issues: [wrong] })
  refuse(whyNotWrite(fields))
  const members = await membersOf(ctx, unit)
  if (!speaksFor(ctx.actor, unit, members).includes(fields.schoolId)) throw deliveryProblems.notYourSchool()
  await expectMembers(ctx, members, fields)
  const school = await findUnit(ctx.db, fields.schoolId, ctx.today)
  const districtId = school!.districtId
  await expectVenues(ctx, { ...unit, districtId }, fields)
  await expectTeachers(ctx, districtId, fields)
  return { districtId, offering: await offeringOf(ctx, districtId, fields) }
}

async function offeringOf(ctx: Context, districtId: number, fields: OfferingFields): Promise<OfferingWritten> {
  const { schoolId, entryId, course, stage, subject, mode, places, enrolUntil, about, slots } = fields
  const entry = entryId ? (await listOfferable(ctx.db, districtId, schoolId)).find(({ id }) => id === entryId) : null
  if (entry === undefined) throw deliveryProblems.noEntry()
  return {
    ...{ schoolId, stage, mode, places, enrolUntil, about },
    ...{ entryId: entry?.id ?? null, course: entry?.name ?? course, subject: subject || (entry?.subject ?? '') },
    ...termAt(slots[0]!.fromDay),
    ...{ writtenAt: ctx.now, writtenBy: ctx.actor.name },
  }
}

async function expectMembers(ctx: Context, members: readonly number[], { slots, shares }: OfferingFields) {
  const named = [...slots, ...shares].map(({ schoolId }) => schoolId)
  const strange = named.find((id) => !members.includes(id))
  if (strange === undefined) return
  const [school] = await listUnitNames(ctx.db, [strange])
  throw deliveryProblems.notMember({ school: school?.name ?? '所选学校' })
}

/** A room of the register is one of the school where the lesson is. */
async function expectVenues(ctx: Context, unit: { id: number; districtId: number }, { slots }: OfferingFields) {
  if (slots.every(({ venueId }) => venueId === null)) return
  const venues = await listVenuesIn(ctx, unit)
  for (const { venueId, schoolId } of slots)
    if (venueId !== null) {
      const venue = venues.find(({ id }) => id === venueId)
      if (venue?.schoolId !== schoolId || venue.districtId !== unit.districtId) throw deliveryProblems.noVenue()
    }
}

async function expectTeachers(ctx: Context, districtId: number, { schoolId, teacherIds, slots }: OfferingFields) {
  const { schoolYear } = termAt(slots[0]!.fromDay)
  const known = await listTeachersAt(ctx.db, districtId, [schoolId], schoolYear)
  if (teacherIds.some((id) => !known.some(({ teacherId }) => teacherId === id))) throw deliveryProblems.noTeacher()
}
