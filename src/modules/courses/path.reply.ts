import { verbsOn } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { reviewsFor } from './course.reply.ts'
import { readAccess } from './entry.access.ts'
import { schoolsOfWriter } from './entry.actions.ts'
import { isInReview } from './entry.rules.ts'
import { pathAccess } from './path.access.ts'
import type { pathApi, PathLine } from './path.contract.ts'
import { coursesOn, standing, type PathSubject } from './path.load.ts'
import { listPathReviews } from './path-review.sql.ts'
import { allSteps, whyNotDropPath, type PathContent } from './path.rules.ts'
import { listPaths, type PathRow, type StepCourse } from './path.sql.ts'
import { readerOf } from './reader.actions.ts'
import { isVisible, seesDraft, type Reader } from './visible.rules.ts'

export async function readPaths(ctx: Context, unit: UnitSubject): Promise<Reply<typeof pathApi.list>> {
  const reader = await readerOf(ctx)
  const all = await listPaths(ctx.db, { districtId: unit.districtId, clusterId: unit.id })
  const courses = await coursesOn(ctx, all)
  const seen = all.filter((path) => isVisible(reader, standing(path, courses)))
  const names = await namesOf(ctx, seen)
  const own = (await schoolsOfWriter(ctx)).filter(({ clusterIds }) => clusterIds.includes(unit.id))
  return {
    paths: seen.map((path) => lineOf(path, { reader, courses, names })),
    schools: own.map(({ id, name }) => ({ id, name })),
  }
}

interface Around {
  reader: Reader
  courses: readonly StepCourse[]
  names: ReadonlyMap<number, string>
}

async function namesOf(ctx: Context, paths: readonly PathRow[]): Promise<Map<number, string>> {
  const ids = [...new Set(paths.flatMap(({ schoolId, clusterId }) => [schoolId, clusterId]))]
  const named = ids.length > 0 ? await listUnitNames(ctx.db, ids) : []
  return new Map(named.map(({ id, name }) => [id, name]))
}

/** What is being written for those who may see that, else what was admitted. */
const contentFor = (reader: Reader, path: PathRow, courses: readonly StepCourse[]): PathContent =>
  seesDraft(reader, standing(path, courses)) ? path : path.shown!

function lineOf(path: PathRow, { reader, courses, names }: Around): PathLine {
  const { name, theme, steps } = contentFor(reader, path, courses)
  const { id, schoolId, published, withdrawnAt } = path
  const state = seesDraft(reader, standing(path, courses)) ? path.state : '已入库'
  const shown = allSteps(steps).map(({ step, short, there }) => ({
    ...{ step, short, gives: there?.gives ?? '' },
    course: courseFor(reader, courses.find((one) => one.id === there?.courseId)), // prettier-ignore
  }))
  const school = { id: schoolId, name: names.get(schoolId) ?? '' }
  return { id, name, theme, school, state, published, isWithdrawn: withdrawnAt !== null, steps: shown }
}

function courseFor(reader: Reader, course: StepCourse | undefined) {
  if (!course) return null
  const { id, name, school } = course
  return { id, name, school, isOpen: isVisible(reader, course) }
}

export async function readPath(ctx: Context, subject: PathSubject): Promise<Reply<typeof pathApi.read>> {
  const { path, courses, reader } = subject
  const names = await namesOf(ctx, [path])
  const { aims, byline } = contentFor(reader, path, courses)
  const { clusterId, revision, admittedOn } = path
  return {
    ...lineOf(path, { reader, courses, names }),
    ...{ aims, byline, revision, admittedOn, isDraft: readAccess.readDraft(ctx.actor, subject) },
    isExpertless: subject.isExpertless,
    cluster: { id: clusterId, name: names.get(clusterId) ?? '' },
    ...(await reviewsFor(ctx, subject, () => listPathReviews(ctx.db, path))),
    can: verbsNow(ctx, subject),
  }
}

/** What the person may do, and the state of the path allows. */
function verbsNow({ actor }: Context, subject: PathSubject) {
  const { state, published, withdrawnAt } = subject.path
  const isOpen = !isInReview(state)
  const allowed: Record<keyof typeof pathAccess, boolean> = {
    ...{ write: isOpen, submit: isOpen, recall: !isOpen, review: true, drop: !whyNotDropPath(subject.path) },
    ...{ withdraw: published > 0 && !withdrawnAt, restore: withdrawnAt !== null },
  }
  return verbsOn(pathAccess, actor, subject).filter((verb) => allowed[verb])
}
