import type { Input, Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import { badField } from '#platform/problems.ts'
import type { Context } from '#platform/context.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listMembersOn, listUnitNames, listUnits } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { insertAuthor } from './author.sql.ts'
import { noteCounted } from './counted.actions.ts'
import { refuseForeignFiles } from './course-file.actions.ts'
import { emptyContent } from './content.contract.ts'
import { writesAt } from './entry.access.ts'
import type { courseApi, CourseAbout } from './entry.contract.ts'
import {
  aboutAfter,
  audienceAfter,
  whyNotChange,
  whyNotLessons,
  whyNotSubmit,
  whyNotWrite,
  withIds,
} from './entry.rules.ts'
import type { CourseSubject } from './entry.load.ts'
import { findEntry, hasCode, insertEntry, updateEntry, type EntryChange, type EntryRow } from './entry.sql.ts'
import { indexEntry } from './passage.actions.ts'
import { coursesProblems } from './problems.ts'
import { findVersion } from './version.sql.ts'

/** The schools at which the person writes courses, as they are today. */
export async function schoolsOfWriter(ctx: Context): Promise<UnitSubject[]> {
  const ids = ctx.actor.grants.map(({ unitId }) => unitId).filter((id) => writesAt(ctx.actor, id))
  const units = ids.length > 0 ? await listUnits(ctx.db, [...new Set(ids)], ctx.today) : []
  return units.filter(({ kind }) => kind === 'school')
}

export async function readPlaces(ctx: Context): Promise<Reply<typeof courseApi.places>> {
  const schools = await schoolsOfWriter(ctx)
  const clusters = await listUnitNames(ctx.db, [...new Set(schools.flatMap(({ clusterIds }) => clusterIds))])
  return {
    schools: schools.map(({ id, name, clusterIds }) => ({
      ...{ id, name },
      clusters: clusters.filter((cluster) => clusterIds.includes(cluster.id)),
    })),
    subjects: [...ctx.policies.subjects],
  }
}

/** The school for which it is done: the one that was named, or the only one there is. */
export function oneSchool(schools: readonly UnitSubject[], asked: number | undefined): UnitSubject {
  const school = asked === undefined && schools.length === 1 ? schools[0] : schools.find(({ id }) => id === asked)
  if (!school) throw coursesProblems.whichSchool()
  return school
}

/** The cluster in which a course of the school stands. */
export function oneCluster({ name, clusterIds }: UnitSubject, asked: number | undefined): number {
  if (clusterIds.length === 0) throw coursesProblems.noCluster({ school: name })
  const clusterId = asked === undefined && clusterIds.length === 1 ? clusterIds[0] : asked
  if (clusterId === undefined || !clusterIds.includes(clusterId)) throw coursesProblems.whichCluster({ school: name })
  return clusterId
}

export async function createCourse(ctx: Context, fields: Input<typeof courseApi.create>['body']): Promise<string> {
  const { schoolId, clusterId, ...about } = fields
  if (!about.subject && !about.theme) throw badField('theme', '学科和主题至少填一项')
  const school = oneSchool(await schoolsOfWriter(ctx), schoolId)
  const key = { districtId: school.districtId, id: ctx.newId() }
  const place = { ...key, schoolId: school.id, clusterId: oneCluster(school, clusterId), createdBy: ctx.actor.id }
  const { subject = null, theme = null, ...rest } = about
  await insertEntry(ctx.db, { ...place, ...rest, subject, theme, content: emptyContent }, ctx.now)
  await addSelf(ctx, key, school)
  ctx.note({ districtId: school.districtId, unitId: school.id, subjectId: key.id, course: about.name })
  return key.id
}

/** Who begins a course is its first author, where the account is a teacher's of the school. */
async function addSelf(ctx: Context, key: { districtId: number; id: string }, school: UnitSubject): Promise<void> {
  const own = await findOwnTeacher(ctx)
  const person = own?.districtId === key.districtId ? await ctx.personFile?.find(ctx, school, own.teacherId) : undefined
  if (person) await insertAuthor(ctx.db, key, { teacherId: person.personId, schoolId: school.id })
}

/** Writes a change to a course that nobody changed since the writer saw it. */
export async function change(
  ctx: Context,
  course: EntryRow,
  fields: EntryChange,
  seen = course.revision,
): Promise<number> {
  const revision = await updateEntry(ctx.db, { ...course, revision: seen }, fields, ctx.now)
  if (revision === undefined) throw coursesProblems.changedMeanwhile()
  if (course.published > 0 || fields.published !== undefined) await indexEntry(ctx, course)
  ctx.note({ districtId: course.districtId, unitId: course.schoolId, subjectId: course.id, course: course.name })
  return revision
}

/** A course that is in the repository is being written again as soon as somebody changes what it says. */
export async function saveCourse(
  ctx: Context,
  subject: CourseSubject,
  { revision, about, outline, lessons }: Input<typeof courseApi.save>['body'],
): Promise<number> {
  const { course } = subject
  refuse(whyNotWrite(course))
  if (outline || lessons) refuse(await whyNotAdapt(ctx, course))
  if (lessons) refuse(whyNotLessons(lessons))
  if (lessons) await refuseForeignFiles(ctx, course, lessons)
  const content =
    outline || lessons
      ? { ...course.content, ...outline, ...(lessons && { lessons: withIds(lessons, () => ctx.newId()) }) }
      : undefined
  const fields = { ...(about && (await aboutOf(ctx, course, about))), ...(content && { content }) }
  if (about && course.published > 0) await noteCounted(ctx, course)
  return change(ctx, course, { ...fields, state: '编写中' }, revision)
}

/** Of a copy: whether the licence of its origin lets it be changed. */
export async function whyNotAdapt(ctx: Context, course: EntryRow) {
  const { originDistrictId, originId } = course
  const origin = originId === null ? undefined : await findEntry(ctx.db, [originDistrictId!], originId)
  return whyNotChange(origin?.licence)
}

async function aboutOf(ctx: Context, course: EntryRow, about: CourseAbout): Promise<EntryChange> {
  const { code = null, byline = null, subject = null, theme = null, audience, stages, licence, ...rest } = about
  if (subject === null && theme === null) throw badField('theme', '学科和主题至少填一项')
  const members = await listMembersOn(ctx.db, course.clusterId, ctx.today)
  const isPartner = (id: number) => id !== course.schoolId && members.includes(id)
  if (!about.partnerSchoolIds.every(isPartner)) throw coursesProblems.foreignPartner()
  if (code !== null && (await hasCode(ctx.db, course, code))) throw coursesProblems.codeTaken({ code })
  const told = aboutAfter(course, { stages, subject, theme, licence })
  return { ...rest, ...told, ...audienceAfter(course, audience), code, byline }
}

export async function submitCourse(
  ctx: Context,
  { course }: CourseSubject,
  { revision, kindsSought, note }: Input<typeof courseApi.submit>['body'],
): Promise<void> {
  refuse(whyNotWrite(course))
  const latest = course.published > 0 ? await findVersion(ctx.db, course, course.published) : undefined
  refuse(whyNotSubmit({ ...course, kindsSought }, latest))
  if (kindsSought.includes('共建') && course.partnerSchoolIds.length === 0) throw coursesProblems.noPartner()
  await change(ctx, course, { kindsSought, note, state: '学校审核' }, revision)
}

export async function recallCourse(ctx: Context, { course }: CourseSubject): Promise<void> {
  if (!whyNotWrite(course)) throw coursesProblems.notInReview()
  await change(ctx, course, { state: '编写中' })
}
