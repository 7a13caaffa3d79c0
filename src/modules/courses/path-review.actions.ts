import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { noteStock } from './counted.actions.ts'
import { indexEntry } from './passage.actions.ts'
import { changePath } from './path.actions.ts'
import type { PathReviewFields } from './path.contract.ts'
import type { PathSubject } from './path.load.ts'
import { insertPathReview, listPathReviews } from './path-review.sql.ts'
import type { PathContent } from './path.rules.ts'
import { markLong, type PathRow } from './path.sql.ts'
import { coursesProblems } from './problems.ts'
import { reviewBy, scoresFor, stateAfter } from './review.actions.ts'
import { tellPathVerdict } from './review.notices.ts'
import { whyNotReview } from './review.rules.ts'

/** What one reviewer says of a path, and where it goes by that: it is judged by the items by which courses are. */
export async function reviewPath(ctx: Context, subject: PathSubject, fields: PathReviewFields): Promise<void> {
  const { path, isExpertless, course } = subject
  const { audience } = course
  refuse(whyNotReview(path, fields))
  const before = (await listPathReviews(ctx.db, path)).filter(({ round }) => round === path.published + 1)
  const scores = await scoresFor(ctx, subject, fields, before)
  const review = reviewBy(ctx, path, fields, { scores, kinds: [] })
  await insertPathReview(ctx.db, path, review)
  const state = stateAfter(ctx, { ...path, audience, isExpertless }, [...before, review], review.verdict)
  if (state === '已入库') await admit(ctx, path)
  else await changePath(ctx, path, { state })
  await tellPathVerdict(ctx, path, review)
}

/** From now on it is seen as it is written now, and its courses are 长程. */
async function admit(ctx: Context, path: PathRow): Promise<void> {
  const { name, theme, aims, byline, steps } = path
  const shown: PathContent = { name, theme, aims, byline, steps }
  const now = { shown, published: path.published + 1, state: '已入库' as const, withdrawnAt: null }
  await changePath(ctx, path, { ...now, admittedOn: path.admittedOn ?? ctx.today })
  await noteStock(ctx, path)
  await relist(ctx, path.districtId, [...steps, ...(path.shown?.steps ?? [])])
}

/** Lists the courses of a path as what they are now. */
async function relist(ctx: Context, districtId: number, steps: PathContent['steps']): Promise<void> {
  const ids = [...new Set(steps.map(({ courseId }) => courseId))]
  for (const key of await markLong(ctx.db, districtId, ids)) await indexEntry(ctx, key)
}

/** Taken back by the school or the office, or shown again; what was admitted stays on file. */
export async function withdrawPath(ctx: Context, { path }: PathSubject, withdraw: boolean): Promise<void> {
  if (path.published === 0) throw coursesProblems.notPublished()
  await changePath(ctx, path, { withdrawnAt: withdraw ? ctx.now : null })
  await noteStock(ctx, path)
  await relist(ctx, path.districtId, path.shown?.steps ?? [])
}
