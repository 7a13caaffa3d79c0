import { Problem, refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import { findLatestSchool } from '#modules/people/index.ts'
import { bylineNow } from './author.actions.ts'
import { noteCounted, noteStock } from './counted.actions.ts'
import { change } from './entry.actions.ts'
import type { CoursePlace } from './entry.access.ts'
import type { CourseState } from './entry.contract.ts'
import type { CourseSubject } from './entry.load.ts'
import type { EntryChange, EntryRow } from './entry.sql.ts'
import { listPathsOf } from './path.sql.ts'
import { coursesProblems } from './problems.ts'
import type { ReviewFields, Score } from './review.contract.ts'
import { tellVerdict } from './review.notices.ts'
import { meanScore, scoreOf, scoresOf, stateAfterPass, whyNotGrant, whyNotJudge, whyNotReview } from './review.rules.ts'
import { insertReview, listReviews, type ReviewRow } from './review.sql.ts'
import { insertVersion } from './version.sql.ts'

export const rubricOf = (ctx: Context, { districtId }: Pick<EntryRow, 'districtId'>) =>
  policiesOf(ctx.policies, districtId).courseRubric

/** What one reviewer says of a course, and where it goes by that. */
export async function reviewCourse(ctx: Context, subject: CourseSubject, fields: ReviewFields): Promise<void> {
  const { course } = subject
  refuse(whyNotReview(course, fields))
  const before = (await listReviews(ctx.db, course)).filter(({ round }) => round === course.published + 1)
  const scores = await scoresFor(ctx, subject, fields, before)
  const kinds = fields.step === '学区审定' && fields.verdict === '通过' ? fields.kinds : []
  if (kinds.length > 0) await grant(ctx, course, kinds, before)
  const review = reviewBy(ctx, course, fields, { scores, kinds })
  await insertReview(ctx.db, course, review)
  await move(ctx, subject, [...before, review], review)
  await tellVerdict(ctx, course, review)
}

export function reviewBy(
  ctx: Context,
  course: Pick<EntryRow, 'published'>,
  { step, verdict, words }: Omit<ReviewFields, 'kinds'>,
  given: Pick<ReviewRow, 'scores' | 'kinds'>,
): ReviewRow {
  const by = { reviewerId: ctx.actor.id, reviewerName: ctx.actor.name, reviewedAt: ctx.now }
  return { id: ctx.newId(), round: course.published + 1, step, verdict, words, ...given, ...by }
}

/** What is scored at this step: nothing but by experts, and by nobody where the office decides in their place. */
export async function scoresFor(
  ctx: Context,
  subject: CoursePlace,
  fields: Omit<ReviewFields, 'kinds'>,
  before: readonly ReviewRow[],
): Promise<Score[]> {
  if (fields.step !== '专家评审') return []
  if (!subject.isExpertless) return judge(ctx, subject, fields.levels, before)
  if (fields.words === '') throw coursesProblems.reasonMissing()
  return []
}

/** An expert's levels, from one who is free to judge a course, or a path that stands as one. */
async function judge(
  ctx: Context,
  subject: CoursePlace,
  levels: ReviewFields['levels'],
  before: readonly ReviewRow[],
): Promise<Score[]> {
  const hasScored = since(before, subject.course).some(({ reviewerId }) => reviewerId === ctx.actor.id)
  refuse(whyNotJudge({ isAuthor: isOwn(ctx, subject), school: await ownSchool(ctx, subject), hasScored }))
  const scores = scoresOf(rubricOf(ctx, subject.course), levels)
  if (scores instanceof Problem) throw scores
  return scores
}

const isOwn = ({ actor }: Context, { course, isAuthor }: CoursePlace) => isAuthor || actor.id === course.createdBy

/** The experts who judged what lies before the reviewers now: what was returned begins anew. */
export function since(reviews: readonly ReviewRow[], { published }: Pick<EntryRow, 'published'>): ReviewRow[] {
  const ofRound = reviews.filter(({ round }) => round === published + 1)
  const inOrder = [...ofRound].sort((a, b) => a.reviewedAt.getTime() - b.reviewedAt.getTime())
  const from = inOrder.findLastIndex(({ step, verdict }) => step === '学校审核' && verdict === '通过')
  return inOrder.slice(from + 1).filter(({ step }) => step === '专家评审')
}

/** The school of the course to which the one who asks belongs, by an account or by the register. */
async function ownSchool(ctx: Context, { course }: CoursePlace): Promise<string | undefined> {
  const teacher = await findOwnTeacher(ctx)
  const registered = teacher && (await ctx.asOwner((db) => findLatestSchool(db, teacher)))
  const own = [...ctx.actor.grants.map(({ unitId }) => unitId), ...(registered === undefined ? [] : [registered])]
  const id = [course.schoolId, ...course.partnerSchoolIds].find((one) => own.includes(one))
  return id === undefined ? undefined : (await listUnitNames(ctx.db, [id]))[0]?.name
}

/** 长程 is whatever stands on a path that is admitted: the path was asked for, reviewed and admitted as that. */
const isOnPath = async (ctx: Context, course: EntryRow) => (await listPathsOf(ctx.db, course)).length > 0

async function grant(ctx: Context, course: EntryRow, kinds: ReviewRow['kinds'], before: readonly ReviewRow[]) {
  const score = meanScore(since(before, course).map(scored), course.published + 1)
  const facts = { partners: course.partnerSchoolIds.length, score, rubric: rubricOf(ctx, course) }
  refuse(whyNotGrant({ kinds, ...facts, isOnPath: await isOnPath(ctx, course) }))
}

export const scored = (review: ReviewRow) => ({ ...review, score: scoreOf(review.scores) })

/** Where a course, or a path that stands as one, goes by what was said of it last. */
export function stateAfter(
  ctx: Context,
  course: Pick<EntryRow, 'districtId' | 'published' | 'state'> & { audience: string; isExpertless: boolean },
  all: readonly ReviewRow[],
  verdict: ReviewRow['verdict'],
): CourseState {
  if (verdict === '退回') return '编写中'
  const experts = since(all, course).filter((one) => one.verdict === '通过').length
  const asked = course.isExpertless ? 0 : (rubricOf(ctx, course)?.experts ?? 1)
  return stateAfterPass({ state: course.state, audience: course.audience, experts, asked })
}

async function move(ctx: Context, subject: CourseSubject, all: readonly ReviewRow[], { verdict, kinds }: ReviewRow) {
  const { course } = subject
  const audience = course.audienceSought ?? course.audience
  const state = stateAfter(ctx, { ...course, audience, isExpertless: subject.isExpertless }, all, verdict)
  return state === '已入库' ? publish(ctx, subject, { audience, kinds }) : change(ctx, course, { state })
}

/** Keeps what the course says as its next version, word for word. */
async function publish(
  ctx: Context,
  subject: CourseSubject,
  { audience, kinds: granted }: Pick<EntryRow, 'audience' | 'kinds'>,
): Promise<number> {
  const { course } = subject
  const kinds = (await isOnPath(ctx, course)) ? [...new Set([...granted, '长程' as const])] : granted
  const { name, content, note, districtId, schoolId, aboutSought } = course
  const { stages, subject: taught, theme, licence } = aboutSought ?? course
  const about = { stages, subject: taught, theme, licence }
  const number = course.published + 1
  const byline = await bylineNow(ctx, subject)
  await insertVersion(ctx.db, course, { number, name, content, about, byline, note, kinds, publishedAt: ctx.now, publishedBy: ctx.actor.id }) // prettier-ignore
  const now: EntryChange = {
    ...about,
    aboutSought: null,
    audience,
    audienceSought: null,
    kinds,
    note: '',
    state: '已入库',
    published: number,
  }
  await noteCounted(ctx, { districtId, schoolId, admittedOn: course.admittedOn ?? ctx.today })
  return change(ctx, course, { ...now, withdrawnAt: null, admittedOn: course.admittedOn ?? ctx.today })
}

/** Taken back by the school or the office, or shown again; what was published stays on file. */
export async function withdrawCourse(ctx: Context, { course }: CourseSubject, withdraw: boolean): Promise<void> {
  if (course.published === 0) throw coursesProblems.notPublished()
  await noteCounted(ctx, course)
  for (const path of await listPathsOf(ctx.db, course)) await noteStock(ctx, path)
  await change(ctx, course, { withdrawnAt: withdraw ? ctx.now : null })
}
