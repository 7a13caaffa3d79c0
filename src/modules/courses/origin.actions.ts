import type { Input, Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { noteAdopted } from './counted.actions.ts'
import { copyCourseFiles } from './course-file.sql.ts'
import { courseContent, type CourseContent } from './content.contract.ts'
import { readAccess } from './entry.access.ts'
import { change, oneSchool, schoolsOfWriter } from './entry.actions.ts'
import { UNCHANGED_LICENCE } from './entry.contract.ts'
import type { CourseSubject } from './entry.load.ts'
import { whyNotWrite } from './entry.rules.ts'
import { findEntry, insertEntry, type EntryRow } from './entry.sql.ts'
import { aboutDifferences } from './about.rules.ts'
import { differences, mergeContent } from './merge.rules.ts'
import type { originApi } from './origin.contract.ts'
import { coursesProblems } from './problems.ts'
import { findVersion, listVersions, type VersionFacts, type VersionRow } from './version.sql.ts'

/** The school's own course from then on: what it changes stays, whatever the origin becomes. */
export async function adoptCourse(ctx: Context, { course }: CourseSubject, schoolId: number | undefined) {
  const all = await schoolsOfWriter(ctx)
  const school = oneSchool(
    all.filter(({ id }) => id !== course.schoolId),
    schoolId,
  )
  const version = await findVersion(ctx.db, course, course.published)
  if (!version) throw coursesProblems.notPublished()
  const id = ctx.newId()
  const isNew = await insertEntry(ctx.db, { ...copyOf(course, version, school), id, createdBy: ctx.actor.id }, ctx.now)
  if (!isNew) throw coursesProblems.adoptedAlready({ school: school.name })
  await noteAdopted(ctx, course)
  await copyCourseFiles(ctx.db, course, { districtId: school.districtId, id })
  ctx.note({ districtId: school.districtId, unitId: school.id, subjectId: id, course: version.name })
  return id
}

function copyOf(course: EntryRow, { number, name, content, byline }: VersionRow, school: UnitSubject) {
  const { stages, subject, theme, licence, clusterId, districtId, id } = course
  return {
    districtId: school.districtId,
    clusterId: school.clusterIds.includes(clusterId) ? clusterId : (school.clusterIds[0] ?? clusterId),
    schoolId: school.id,
    ...{ name, stages, subject, theme, licence, content, byline, audience: '本校' as const },
    ...{ originDistrictId: districtId, originId: id, originVersion: number },
  }
}

interface Origin {
  licence: EntryRow['licence']
  /** What the copy took in last, and what there is now. */
  base: VersionRow
  theirs: VersionRow
}

/** The origin of a copy, as far as it was published. */
async function originOf(ctx: Context, { originDistrictId, originId, originVersion }: EntryRow): Promise<Origin> {
  const origin = originId === null ? undefined : await findEntry(ctx.db, [originDistrictId!], originId)
  const base = origin && (await findVersion(ctx.db, origin, originVersion!))
  const theirs = origin && (await findVersion(ctx.db, origin, origin.published))
  if (!origin || !base || !theirs) throw coursesProblems.notCopy()
  return { licence: origin.licence, base, theirs }
}

export async function readDifferences(
  ctx: Context,
  { course }: CourseSubject,
): Promise<Reply<typeof originApi.differences>> {
  const { licence, base, theirs } = await originOf(ctx, course)
  return {
    name: course.name,
    revision: course.revision,
    from: base.number,
    to: theirs.number,
    note: theirs.note,
    mayChange: licence !== UNCHANGED_LICENCE,
    differences: differences(base.content, theirs.content, course.content),
  }
}

/** Takes the origin's version in: what the copy changed itself stays, unless somebody chose otherwise. */
export async function takeIn(
  ctx: Context,
  { course }: CourseSubject,
  { revision, version, choices }: Input<typeof originApi.takeIn>['body'],
): Promise<void> {
  refuse(whyNotWrite(course))
  const { licence, base, theirs } = await originOf(ctx, course)
  if (theirs.number === base.number) throw coursesProblems.upToDate()
  if (theirs.number !== version) throw coursesProblems.newerVersion({ number: theirs.number })
  // What may not be adapted is taken whole, or not at all.
  const isWhole = licence === UNCHANGED_LICENCE
  const content = isWhole
    ? theirs.content
    : fitting(mergeContent(base.content, theirs.content, course.content, choices))
  await change(ctx, course, { content, originVersion: version, state: '编写中' }, revision)
  await copyCourseFiles(ctx.db, { districtId: course.originDistrictId!, id: course.originId! }, course)
}

/** Two courses put together may be more than one may hold. */
function fitting(content: CourseContent): CourseContent {
  const { success, data, error } = courseContent.safeParse(content)
  if (!success) throw coursesProblems.tooMuch({ words: error.issues[0]!.message })
  return data
}

const lineOf = ({ publishedAt, ...version }: VersionFacts) => ({
  ...version,
  publishedAt: publishedAt.toISOString(),
})

/** Whoever sees only what is published for them sees no more of its past than that. */
export async function readVersions(ctx: Context, subject: CourseSubject): Promise<Reply<typeof originApi.versions>> {
  const versions = await listVersions(ctx.db, subject.course)
  const name = readAccess.readDraft(ctx.actor, subject) ? subject.course.name : versions[0]!.name
  return { name, versions: versions.map(lineOf) }
}

export async function readVersion(ctx: Context, { course }: CourseSubject, number: number) {
  const version = await findVersion(ctx.db, course, number)
  return version && { ...lineOf(version), content: version.content }
}

export async function compareVersions(ctx: Context, { course }: CourseSubject, numbers: { from: number; to: number }) {
  const from = await findVersion(ctx.db, course, numbers.from)
  const to = await findVersion(ctx.db, course, numbers.to)
  if (!from || !to) return undefined
  const told = from.about && to.about ? aboutDifferences(from.about, to.about) : []
  return { differences: [...told, ...differences(from.content, to.content, from.content)] }
}
