import type { Context } from '#platform/context.ts'
import { listAccountsOfTeachers } from '#modules/identity/index.ts'
import { notify } from '#modules/workbench/index.ts'
import { listAuthors } from './author.sql.ts'
import type { EntryRow } from './entry.sql.ts'
import type { PathRow } from './path.sql.ts'
import type { ReviewRow } from './review.sql.ts'

const verbs = { 学校审核: '学校', 专家评审: '专家', 学区审定: '学区办' } as const

/** Who wrote a course hears what became of it. */
export async function tellVerdict(ctx: Context, course: EntryRow, review: ReviewRow): Promise<void> {
  const { id, districtId, name, createdBy } = course
  const teacherIds = (await listAuthors(ctx.db, course)).map(({ teacherId }) => teacherId)
  const accounts = await ctx.asOwner((db) => listAccountsOfTeachers(db, districtId, teacherIds))
  const accountIds = [createdBy, ...accounts.map(({ accountId }) => accountId)].filter((one) => one !== ctx.actor.id)
  await notify(ctx, {
    kind: 'courses.reviewed',
    key: review.id,
    districtId,
    title: `${verbs[review.step]}${review.verdict === '通过' ? '通过了' : '退回了'}课程《${name}》`,
    text: review.words,
    to: `/courses/${id}`,
    accountIds,
  })
}

/** Who began a path hears what became of it. */
export async function tellPathVerdict(ctx: Context, path: PathRow, review: ReviewRow): Promise<void> {
  const { id, districtId, name, createdBy } = path
  await notify(ctx, {
    kind: 'courses.path-reviewed',
    key: review.id,
    districtId,
    title: `${verbs[review.step]}${review.verdict === '通过' ? '通过了' : '退回了'}长程课程《${name}》`,
    text: review.words,
    to: `/course-paths/${id}`,
    accountIds: [createdBy].filter((one) => one !== ctx.actor.id),
  })
}
