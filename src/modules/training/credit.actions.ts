import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { findUnit, listDistrictIds } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { keepsCredits, type Holder } from './course.access.ts'
import { findOwn, holderOf, planOf } from './course.load.ts'
import { lineOf } from './course.reply.ts'
import { listComing, listCoursesOf } from './course.sql.ts'
import { listCounters, type CounterRow } from './counter.sql.ts'
import { recount } from './counter.actions.ts'
import type { Credit, creditApi, StaffStanding, Standing } from './credit.contract.ts'
import { countedOf, elapsedOf, fillers, matrixOf, type PlanInForce } from './credit.rules.ts'
import { deleteCredit, findCredit, insertCredits, listCreditsOf, listEntries, listStaffOf, type CreditRow } from './credit.sql.ts' // prettier-ignore
import { linesAgainst } from './entry.rules.ts'
import { trainingProblems } from './problems.ts'

const nobody: Omit<CounterRow, 'teacherId'> = { total: 0, counted: 0, cells: {} }

/** What of the plan's sum should be there by a day. */
const expectedOn = (plan: PlanInForce, day: string): number => Math.round(plan.sum * elapsedOf(plan, day) * 10) / 10

export function standingOf(plan: PlanInForce, counter: typeof nobody, today: string): Standing {
  const cells = matrixOf(plan, counter.cells)
  const counted = countedOf(cells)
  const expected = expectedOn(plan, today)
  return { plan, cells, total: counter.total / 100, counted, expected, onTrack: counted >= expected }
}

export async function readMine(ctx: Context): Promise<Reply<typeof creditApi.mine>> {
  const own = await findOwn(ctx)
  if (!own) return { name: null, standing: null, credits: [], fillers: [], taking: [] }
  const { districtId, teacherId, schoolId } = own
  const plan = planOf(ctx, districtId)
  const school = await findUnit(ctx.db, schoolId, ctx.today)
  const unitIds = [schoolId, ...(school?.clusterIds ?? []), districtId]
  return ctx.asOwner(async (db) => {
    const [counter = nobody] = plan ? await listCounters(db, districtId, [teacherId], plan.from) : []
    const standing = plan ? standingOf(plan, counter, ctx.today) : null
    const coming = (await listComing(db, { districtId, unitIds, now: ctx.now }, teacherId)).filter(({ mine }) => !mine)
    const open = coming.map((row) => ({ ...row, left: row.capacity === null ? null : row.capacity - row.people }))
    const found = plan && standing ? fillers(plan, standing.cells, open, ctx.now) : []
    return {
      name: ctx.actor.name,
      standing,
      credits: (await listCreditsOf(db, districtId, teacherId)).map(creditOf),
      fillers: found.slice(0, 20).map(({ course, ...fill }) => ({ ...fill, course: lineOf(course, ctx.now) })),
      taking: (await listCoursesOf(db, districtId, teacherId)).map((row) => lineOf(row, ctx.now)),
    }
  })
}

const creditOf = ({ id, tier, field, hundredths, earnedOn, title, evidence, code }: CreditRow): Credit => ({
  ...{ id, tier, field, earnedOn, title, evidence, code },
  credits: hundredths / 100,
})

/** How far the teachers of a school are: those of its latest register, with what they earned wherever that was. */
export async function readSchool(ctx: Context, school: UnitSubject): Promise<Reply<typeof creditApi.school>> {
  const { id, districtId } = school
  const plan = planOf(ctx, districtId)
  const can: ['enter'] | [] = keepsCredits(ctx.actor, holderOf(school)) ? ['enter'] : []
  if (!plan) return { plan: null, expected: 0, staff: [], entries: [], can }
  const entries = (await listEntries(ctx.db, districtId, id)).map(({ hundredths, name, notedBy, ...row }) => ({
    ...{ id: row.id, tier: row.tier, field: row.field, earnedOn: row.earnedOn, title: row.title },
    ...{ evidence: row.evidence, name: name || '—', notedBy, credits: hundredths / 100 },
  }))
  return { plan, expected: expectedOn(plan, ctx.today), staff: await staffOf(ctx, school, plan), entries, can }
}

async function staffOf(ctx: Context, { id, districtId }: UnitSubject, plan: PlanInForce): Promise<StaffStanding[]> {
  const staff = await listStaffOf(ctx.db, districtId, id)
  const ids = staff.map(({ teacherId }) => teacherId)
  const counters = await ctx.asOwner((db) => listCounters(db, districtId, ids, plan.from))
  const of = new Map(counters.map((counter) => [counter.teacherId, counter]))
  return staff.map(({ teacherId, staffNo, name, subject }) => {
    const { cells, total, counted, onTrack } = standingOf(plan, of.get(teacherId) ?? nobody, ctx.today)
    return { teacherId, staffNo, name, subject, cells, total, counted, onTrack }
  })
}

/** Puts on file what teachers of a school earned elsewhere. */
export async function enterCredits(
  ctx: Context,
  { id: schoolId, districtId }: UnitSubject,
  { lines }: Input<typeof creditApi.enter>['body'],
): Promise<Reply<typeof creditApi.enter>> {
  const plan = planOf(ctx, districtId)
  if (!plan) throw trainingProblems.noPlan()
  const staff = new Map((await listStaffOf(ctx.db, districtId, schoolId)).map((one) => [one.staffNo, one.teacherId]))
  const against = linesAgainst(lines, { plan, staffNos: new Set(staff.keys()), today: ctx.today })
  if (against.length > 0) throw trainingProblems.badLines({ words: against.slice(0, 5).join('') })
  const noted = { notedAt: ctx.now, notedBy: ctx.actor.name, code: null, courseId: null }
  const fresh = lines.map(({ staffNo, credits, ...line }) => ({
    ...line,
    ...noted,
    ...{ districtId, schoolId, id: ctx.newId(), teacherId: staff.get(staffNo)!, hundredths: Math.round(credits * 100) },
  }))
  const teacherIds = await insertCredits(ctx.db, fresh)
  await recount(ctx, districtId, [...new Set(teacherIds)])
  ctx.note({ districtId, unitId: schoolId, subjectId: String(schoolId), credits: fresh.length })
  return { entered: fresh.length }
}

export interface CreditSubject {
  credit: CreditRow
  holder: Holder
  isOwn: boolean
}

/** A credit behind the reader's wall, or one of their own. */
export async function loadCredit(ctx: Context, id: string): Promise<CreditSubject | undefined> {
  const districtIds = await listDistrictIds(ctx.db)
  const own = await findOwn(ctx)
  const seen = await findCredit(ctx.db, districtIds, id)
  const credit = seen ?? (own && (await ctx.asOwner((db) => findCredit(db, districtIds, id))))
  const isOwn = credit !== undefined && credit.teacherId === own?.teacherId
  if (!credit || (!seen && !isOwn)) return undefined
  const school = await findUnit(ctx.db, credit.schoolId, ctx.today)
  return school && { credit, holder: holderOf(school), isOwn }
}

export async function dropCredit(ctx: Context, { credit }: CreditSubject): Promise<Record<string, never>> {
  if (credit.courseId !== null) throw trainingProblems.ofCourse()
  const { districtId, teacherId, schoolId, title } = credit
  await deleteCredit(ctx.db, credit)
  await recount(ctx, districtId, [teacherId])
  ctx.note({ districtId, unitId: schoolId, subjectId: teacherId, course: title })
  return {}
}
