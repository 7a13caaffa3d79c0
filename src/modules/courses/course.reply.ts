import { verbsOn } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { listDistrictIds, listMembersOn, listUnitNames } from '#modules/organizations/index.ts'
import { authorsFor, bylineFor } from './author.actions.ts'
import { courseAccess, readAccess, type CoursePlace } from './entry.access.ts'
import { schoolsOfWriter } from './entry.actions.ts'
import { UNCHANGED_LICENCE, type Course, type courseApi } from './entry.contract.ts'
import { isInReview } from './entry.rules.ts'
import type { CourseSubject } from './entry.load.ts'
import { findEntry, listCopies, type EntryRow } from './entry.sql.ts'
import { rubricOf, scored, since } from './review.actions.ts'
import { meanScore } from './review.rules.ts'
import { listReviews, type ReviewRow } from './review.sql.ts'
import { findVersion, listVersions } from './version.sql.ts'

/** A course as the reader may see it: what is being written, or for everybody else its last version. */
export async function readCourse(ctx: Context, subject: CourseSubject): Promise<Reply<typeof courseApi.read>> {
  const { course } = subject
  const isWriter = readAccess.readDraft(ctx.actor, subject)
  const { id, name, stages, subject: taught, theme, audience, licence, state, kinds, published, revision } = course
  const versions = (await listVersions(ctx.db, course)).map((one) => ({ ...one, publishedAt: one.publishedAt.toISOString() })) // prettier-ignore
  return {
    ...{ id, name, stages, subject: taught, theme, audience, licence, kinds, published, revision, versions },
    ...{ state: isWriter ? state : '已入库', code: isWriter ? course.code : null, admittedOn: course.admittedOn },
    ...{
      aboutSought: isWriter ? course.aboutSought : null,
      kindsSought: course.kindsSought,
      note: course.note,
      audienceSought: course.audienceSought,
    },
    isWithdrawn: course.withdrawnAt !== null,
    ...(await placesOf(ctx, subject)),
    ...(isWriter ? await draftOf(ctx, subject) : await versionOf(ctx, course)),
    ...(await reviewsFor(ctx, subject, () => listReviews(ctx.db, course))),
    isExpertless: subject.isExpertless,
    ...(await originOf(ctx, course)),
    ...(await copiesOf(ctx, subject)),
    can: verbsNow(ctx, subject),
  }
}

/** What the person may do, and the state of the course allows. */
function verbsNow({ actor }: Context, subject: CourseSubject): Course['can'] {
  const { state, published, withdrawnAt, originId } = subject.course
  const isOpen = !isInReview(state)
  const allowed: Record<Course['can'][number], boolean> = {
    ...{ write: isOpen, submit: isOpen, recall: !isOpen, review: true, adopt: true },
    ...{ withdraw: published > 0 && !withdrawnAt, restore: withdrawnAt !== null, update: isOpen && originId !== null },
  }
  return verbsOn(courseAccess, actor, subject).filter((verb) => allowed[verb])
}

async function placesOf(ctx: Context, { course, at }: CourseSubject) {
  const { clusterId, schoolId, partnerSchoolIds } = course
  const members = await listMembersOn(ctx.db, clusterId, ctx.today)
  const names = await listUnitNames(ctx.db, [clusterId, ...partnerSchoolIds, ...members])
  const named = (ids: readonly number[]) =>
    names.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }))
  return {
    cluster: named([clusterId])[0] ?? { id: clusterId, name: '' },
    school: { id: at.id, name: at.name },
    partners: named(partnerSchoolIds),
    partnerChoices: named(members.filter((id) => id !== schoolId)),
  }
}

async function draftOf(ctx: Context, subject: CourseSubject) {
  const { content, byline } = subject.course
  const authors = courseAccess.write(ctx.actor, subject) ? await authorsFor(ctx, subject) : []
  return { shows: null, content, byline: await bylineFor(ctx, subject), isBylineOwn: byline !== null, authors }
}

async function versionOf(ctx: Context, course: EntryRow) {
  const { number, name, content, byline } = (await findVersion(ctx.db, course, course.published))!
  return { shows: number, name, content, byline, isBylineOwn: false, authors: [] }
}

/** What was said of a course, or of a path that stands as one, to those who may read it. */
export async function reviewsFor(ctx: Context, subject: CoursePlace, list: () => Promise<ReviewRow[]>) {
  const { course } = subject
  const rubric = rubricOf(ctx, course) ?? null
  if (!readAccess.readReviews(ctx.actor, subject)) return { reviews: [], score: null, rubric: null }
  const all = await list()
  const readsExperts = readAccess.readExperts(ctx.actor, subject)
  const round = course.state === '已入库' ? course.published : course.published + 1
  const reviews = all.map(scored).map((review) => ({
    ...review,
    reviewer: review.step !== '专家评审' || readsExperts ? review.reviewerName : null,
    reviewedAt: review.reviewedAt.toISOString(),
  }))
  const current = since(all, { published: round - 1 }).map(scored)
  return { reviews, score: meanScore(current, round), rubric }
}

async function originOf(ctx: Context, { originDistrictId, originId, originVersion }: EntryRow) {
  const origin = originId === null ? undefined : await findEntry(ctx.db, [originDistrictId!], originId)
  if (!origin) return { origin: null }
  const [school] = await listUnitNames(ctx.db, [origin.schoolId])
  const { id, name, published: latest, licence } = origin
  const version = originVersion!
  return { origin: { id, name, school: school?.name ?? '', version, latest, mayChange: licence !== UNCHANGED_LICENCE } }
}

/** Who took the course over, and into which of the reader's own schools it could be taken. */
async function copiesOf(ctx: Context, subject: CourseSubject) {
  const copies = await listCopies(ctx.db, await listDistrictIds(ctx.db), subject.course)
  const own = courseAccess.adopt(ctx.actor, subject) ? await schoolsOfWriter(ctx) : []
  const isNew = ({ id }: { id: number }) => id !== subject.course.schoolId && copies.every((one) => one.schoolId !== id)
  return {
    adopters: copies.map(({ school }) => school),
    adoptInto: own.filter(isNew).map(({ id, name }) => ({ id, name })),
    copies: copies
      .filter(({ schoolId }) => subject.reader.schoolIds.includes(schoolId))
      .map(({ id, school }) => ({ id, school })),
  }
}
