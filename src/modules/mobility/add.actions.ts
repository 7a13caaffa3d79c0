import { refuse } from '#shared/problem.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { platformProblems } from '#platform/problems.ts'
import { schoolsOf, toChange, type LoadedBatch } from './batch.actions.ts'
import { updateBatchSchools } from './batch.sql.ts'
import { whyNotPlace } from './placement.rules.ts'
import { mobilityProblems } from './problems.ts'
import { listOfBatch, listOfTeacher } from './rotation-list.sql.ts'
import { deleteRotation, findRegistered, insertRotation, updateDrafted, type Registered } from './rotation-write.sql.ts'
import { lastDayOf } from './term.rules.ts'

/** A rotation as somebody wants it. */
export interface WantedRotation {
  teacherId: string
  /** Left out: where the register has the teacher. */
  fromSchoolId?: number
  toSchoolId: number
  form: string
  startOn: string
  termYears?: number | null
  /** null: the last day of the term. */
  endOn: string | null
  ftePercent: number
  weeklyLessons?: number | null
  groupNo?: string | null
  relationMoved?: boolean
  note?: string | null
}

/** Puts a teacher into a draft, if the teacher, the school, the form and the days can be so. */
export async function addRotation(ctx: Context, loaded: LoadedBatch, wanted: WantedRotation): Promise<string> {
  const batch = await toChange(ctx, loaded, 'edit')
  const id = await enter(ctx, batch, wanted)
  await updateBatchSchools(ctx.db, batch.districtId, batch.id)
  ctx.note({ subjectId: wanted.teacherId, toSchoolId: wanted.toSchoolId })
  return id
}

/** The same for many at once, as a plan has them. */
export async function addRotations(ctx: Context, batch: LoadedBatch, all: readonly WantedRotation[]): Promise<void> {
  for (const wanted of all) await enter(ctx, batch, wanted)
  await updateBatchSchools(ctx.db, batch.districtId, batch.id)
}

export async function removeRotation(ctx: Context, loaded: LoadedBatch, rotationId: string): Promise<void> {
  const { districtId, id } = await toChange(ctx, loaded, 'edit')
  await deleteRotation(ctx.db, districtId, id, rotationId)
  await updateBatchSchools(ctx.db, districtId, id)
}

/** Puts what somebody wants now in the place of what stands in a draft; the same is checked as when it was added. */
export async function changeRotation(
  ctx: Context,
  loaded: LoadedBatch,
  rotationId: string,
  wanted: Omit<WantedRotation, 'teacherId' | 'fromSchoolId'>,
): Promise<void> {
  const batch = await toChange(ctx, loaded, 'edit')
  const stands = (await listOfBatch(ctx.db, batch.districtId, batch.id)).find(({ id }) => id === rotationId)
  if (!stands) throw platformProblems.notFound()
  const { teacherId, fromSchoolId } = stands
  const { teacher, toSchool, termYears, endOn } = await checked(ctx, batch, { ...wanted, teacherId, fromSchoolId }, rotationId) // prettier-ignore
  const { toSchoolId, form, startOn, ftePercent } = wanted
  const changed = await updateDrafted(ctx.db, stands, {
    ...{ toSchoolId, form, startOn, endOn, termYears, ftePercent },
    ...moreOf(wanted),
  })
  if (!changed) throw mobilityProblems.sameRotation({ name: teacher.name, school: toSchool, startOn })
  await updateBatchSchools(ctx.db, batch.districtId, batch.id)
  ctx.note({ subjectId: teacherId, rotationId, toSchoolId, form, startOn, endOn, ftePercent })
}

const moreOf = ({ weeklyLessons, groupNo, relationMoved, note }: Omit<WantedRotation, 'teacherId'>) => ({
  weeklyLessons: weeklyLessons ?? null,
  groupNo: groupNo ?? null,
  relationMoved: relationMoved ?? false,
  note: note ?? null,
})

/** The teacher, the school, the form and the days, if they can be so; `instead` of which rotation on file. */
async function checked(ctx: Context, batch: LoadedBatch, wanted: WantedRotation, instead?: string) {
  const { districtId, schoolYear } = batch
  const schools = new Map((await schoolsOf(ctx, batch)).map(({ id, name }) => [id, name]))
  const teacher = await findRegistered(ctx.db, districtId, wanted.teacherId, schoolYear)
  if (!teacher || !schools.has(teacher.schoolId)) throw mobilityProblems.unknownTeacher()
  const termYears = wanted.termYears ?? null
  const endOn = wanted.endOn ?? lastDayOf(wanted.startOn, termYears ?? 1)
  const from = wanted.fromSchoolId ?? teacher.schoolId
  checkPlaces(batch, schools, { from, to: wanted.toSchoolId })
  checkDays(batch, { startOn: wanted.startOn, endOn })
  const toSchool = schools.get(wanted.toSchoolId)!
  await checkLoad(ctx, { wanted: { ...wanted, endOn }, teacher, toSchool, instead })
  return { teacher, from, termYears, endOn, toSchool }
}

async function enter(ctx: Context, batch: LoadedBatch, wanted: WantedRotation): Promise<string> {
  const { districtId, schoolYear, clusterId, id: batchId } = batch
  const { teacher, from, termYears, endOn, toSchool } = await checked(ctx, batch, wanted)
  const { name, title: titleAtStart, backbone: backboneAtStart, subject: subjectAtStart } = teacher
  const id = ctx.newId()
  const { teacherId, toSchoolId, form, startOn, ftePercent } = wanted
  const added = await insertRotation(ctx.db, {
    ...{ districtId, id, schoolYear, clusterId, batchId, status: '拟定' as const },
    ...{ teacherId, schoolId: teacher.schoolId, fromSchoolId: from, toSchoolId, form, startOn, endOn, ftePercent },
    ...{ termYears, titleAtStart, backboneAtStart, subjectAtStart },
    ...moreOf(wanted),
    addedAt: ctx.now,
    addedBy: ctx.actor.name,
  })
  if (!added) throw mobilityProblems.sameRotation({ name, school: toSchool, startOn })
  return id
}

function checkPlaces(
  { unit }: LoadedBatch,
  schools: ReadonlyMap<number, string>,
  { from, to }: { from: number; to: number },
): void {
  for (const id of [from, to])
    if (!schools.has(id)) throw mobilityProblems.notMember({ school: String(id), cluster: unit.name })
  if (from === to) throw mobilityProblems.sameSchool({ school: schools.get(to)! })
}

function checkDays({ schoolYear }: LoadedBatch, { startOn, endOn }: { startOn: string; endOn: string }): void {
  if (schoolYearOf(startOn) !== schoolYear) throw mobilityProblems.outsideYear({ day: startOn, year: schoolYear })
  if (endOn < startOn) throw mobilityProblems.endsBeforeStart({ startOn, endOn })
}

interface Load {
  wanted: WantedRotation
  teacher: Registered
  toSchool: string
  instead: string | undefined
}

/** Held against everything that the teacher has on file, wherever: the whole of a person is one. */
async function checkLoad(ctx: Context, { wanted, teacher, toSchool, instead }: Load): Promise<void> {
  const { districtId, teacherId, name } = teacher
  const { forms } = policiesOf(ctx.policies, districtId).rotation
  if (!forms.some(({ form }) => form === wanted.form)) throw mobilityProblems.unknownForm({ form: wanted.form })
  const found = await ctx.asOwner((db) => listOfTeacher(db, districtId, teacherId))
  const fullTimeForms = new Set(forms.filter(({ fullTime }) => fullTime).map(({ form }) => form))
  const others = found.filter(({ id, status }) => status !== '已撤销' && id !== instead)
  const { form, startOn, endOn, ftePercent } = wanted
  refuse(whyNotPlace({ form, startOn, endOn, ftePercent, toSchool }, { name, fullTimeForms, others }))
}
