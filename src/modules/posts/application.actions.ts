import type { Input, Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { listDistrictIds, listMembers, loadCluster, loadSchool } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { tellAllotted, tellApplied } from './application.notices.ts'
import {
  findApplication,
  insertApplication,
  insertStep,
  listService,
  listTitled,
  updateResult,
  updateStatus,
  type ApplicationRow,
} from './application.sql.ts'
import { speaksFor } from './post.access.ts'
import { postsProblems } from './problems.ts'
import type { quotaApi, TitleCandidate } from './quota.contract.ts'
import { loadQuota, type QuotaSubject } from './quota.actions.ts'
import { mayDecide, mayWithdraw, reasonsOf, serviceYears, stepOf, titleBefore, type QuotaTitle } from './quota.rules.ts'
import { updateAllotted } from './quota.sql.ts'

/** A quota, and a school that wants some of it. */
export type Asking = QuotaSubject & { school: UnitSubject }

export async function loadAsking(ctx: Context, quotaId: string, schoolId: number): Promise<Asking | undefined> {
  const found = await loadQuota(ctx, quotaId)
  const school = await loadSchool(ctx, schoolId)
  return found && school && { ...found, school }
}

/** Whether the person puts candidates of the school forward. */
export const mayAsk = (actor: Context['actor'], { school }: Asking): boolean =>
  speaksFor(actor, { schoolId: school.id, districtId: school.districtId, clusterIds: school.clusterIds })

/** Who of the school may apply: whoever has the title before it, with what is on file for them. */
export async function readTitleCandidates(
  ctx: Context,
  { quota, school }: Asking,
): Promise<Reply<typeof quotaApi.candidates>> {
  const of = { districtId: school.districtId, schoolId: school.id, year: quota.schoolYear }
  const found = await listTitled(ctx.db, of, { title: titleBefore[quota.title] })
  const known = await knownOf(
    ctx,
    school.districtId,
    found.map(({ teacherId }) => teacherId),
  )
  return {
    candidates: found.map(({ teacherId, name, staffNo, subject, level }): TitleCandidate => {
      const { years, mentored } = known(teacherId)
      const reasons = reasonsOf({ years, mentored, level })
      return { teacherId, name, staffNo, subject, level, serviceYears: years.length, reasons }
    }),
  }
}

async function knownOf(ctx: Context, districtId: number, teacherIds: readonly string[]) {
  const { rotations, mentored } = await listService(ctx.db, districtId, teacherIds)
  return (teacherId: string) => ({
    years: serviceYears(
      rotations.filter((one) => one.teacherId === teacherId),
      ctx.today,
    ),
    mentored: mentored.find((one) => one.teacherId === teacherId)?.n ?? 0,
  })
}

/** A school puts a candidate forward. */
export async function apply(
  ctx: Context,
  { quota, unit, school }: Asking,
  { teacherId, reasons }: Input<typeof quotaApi.apply>['body'],
): Promise<Reply<typeof quotaApi.apply>> {
  const of = { districtId: school.districtId, schoolId: school.id, year: quota.schoolYear }
  const [teacher] = await listTitled(ctx.db, of, { teacherId })
  const members = await listMembers(ctx.db, unit.id, [quota.schoolYear])
  refuse(whyNotApply(teacher, quota.title, { isMember: members.some(({ schoolId }) => schoolId === school.id) }))
  const known = (await knownOf(ctx, school.districtId, [teacherId]))(teacherId)
  const { id: quotaId, clusterId, schoolYear, title } = quota
  const row = { quotaId, clusterId, schoolYear, title, teacherId, reasons, id: ctx.newId() }
  const place = { districtId: school.districtId, schoolId: school.id }
  const isNew = await insertApplication(ctx.db, {
    ...row,
    ...place,
    serviceYears: known.years.length,
    status: '已申报',
    appliedAt: ctx.now,
    appliedBy: ctx.actor.name,
  })
  if (!isNew) throw postsProblems.appliedBefore()
  await logStep(ctx, { ...row, ...place }, { what: '申报', words: null })
  ctx.note({ districtId: place.districtId, unitId: place.schoolId, subjectId: teacherId, schoolYear, quotaId })
  await tellApplied(ctx, unit, { ...row, schoolName: school.name })
  return { id: row.id }
}

function whyNotApply(
  teacher: { title: string | null } | undefined,
  title: QuotaTitle,
  { isMember }: { isMember: boolean },
) {
  if (!teacher || !isMember) return postsProblems.notToApply()
  return teacher.title === titleBefore[title]
    ? undefined
    : postsProblems.otherTitle({ has: teacher.title ?? '未填', needs: titleBefore[title], title })
}

interface Logged {
  what: string
  words: string | null
  decidedOn?: string
  decidedBy?: string
}

async function logStep(
  ctx: Context,
  { districtId, id, schoolId }: Pick<ApplicationRow, 'districtId' | 'id' | 'schoolId'>,
  { decidedOn, decidedBy, ...step }: Logged,
): Promise<void> {
  const when = { decidedOn: decidedOn ?? null, decidedBy: decidedBy ?? null, at: ctx.now, byName: ctx.actor.name }
  await insertStep(ctx.db, { ...step, ...when, districtId, schoolId, applicationId: id, id: ctx.newId() })
}

/** An application, and the cluster whose quota it wants. */
export interface ApplicationSubject {
  application: ApplicationRow
  unit: UnitSubject
}

export async function loadApplication(ctx: Context, id: string): Promise<ApplicationSubject | undefined> {
  const application = await findApplication(ctx.db, await listDistrictIds(ctx.db), id)
  const unit = application && (await loadCluster(ctx, application.clusterId))
  return application && unit && { application, unit }
}

/** Gives a place to a candidate, does not, or takes it back; never more places than the district gave. */
export async function decideApplication(
  ctx: Context,
  { application, unit }: ApplicationSubject,
  { kind, decidedBy, decidedOn, words = '' }: Input<typeof quotaApi.decide>['body'],
): Promise<Reply<typeof quotaApi.decide>> {
  const { to, allots, what } = stepOf[kind]
  if (!mayDecide(kind, application) || !(await updateStatus(ctx.db, application, to)))
    throw postsProblems.decidedMeanwhile()
  const quota = { districtId: unit.districtId, id: application.quotaId }
  const left = await updateAllotted(ctx.db, quota, allots)
  if (!left) throw postsProblems.quotaFull({ title: application.title })
  await logStep(ctx, application, { what, words: words || null, decidedOn, decidedBy })
  ctx.note({ ...noteOf(application), kind, decidedBy, decidedOn, allotted: left.allotted })
  await tellAllotted(ctx, unit, application, { kind, decidedBy, key: `${application.id}:${ctx.now.toISOString()}` })
  return left
}

export async function withdrawApplication(
  ctx: Context,
  { application }: ApplicationSubject,
  why: string,
): Promise<Record<string, never>> {
  if (!mayWithdraw(application.status) || !(await updateStatus(ctx.db, application, '已撤回')))
    throw postsProblems.notToWithdraw()
  await logStep(ctx, application, { what: '撤回申报', words: why })
  ctx.note(noteOf(application))
  return {}
}

/** What became of the place in the end. */
export async function noteResult(
  ctx: Context,
  { application }: ApplicationSubject,
  { result, on }: Input<typeof quotaApi.result>['body'],
): Promise<Record<string, never>> {
  if (!(await updateResult(ctx.db, application, result))) throw postsProblems.noPlace()
  await logStep(ctx, application, { what: `评审${result}`, words: null, decidedOn: on })
  ctx.note({ ...noteOf(application), result })
  return {}
}

const noteOf = ({ districtId, schoolId, teacherId }: ApplicationRow) => ({
  districtId,
  unitId: schoolId,
  subjectId: teacherId,
})

export const maySpeakFor = (actor: Context['actor'], { application }: ApplicationSubject): boolean =>
  speaksFor(actor, { ...application, clusterIds: [application.clusterId] })
