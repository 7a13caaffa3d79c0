import { grouped } from '#shared/group.ts'
import type { Context } from '#platform/context.ts'
import { conflictOf, type Judge } from './conflict.rules.ts'
import type { ContestSubject } from './contest.load.ts'
import type { Prize } from './entry.contract.ts'
import { judgesOf } from './judge.load.ts'
import { listScores, type ScoreRow } from './jury.sql.ts'
import { meanOf, prizesOf } from './result.rules.ts'

/** How a work stands: what it came to, and by how many of those who may judge it. */
export interface Standing {
  score: number | null
  scored: number
  due: number
  prize: Prize | null
}

/** How all works of a contest stand by the scores so far; of a juror who is bound to a work nothing counts. */
export async function standingsOf(
  ctx: Context,
  { row, entries, jurors }: ContestSubject,
): Promise<{ works: Map<string, Standing>; scores: ScoreRow[]; judges: Map<string, Judge> }> {
  const scores = await ctx.asOwner((db) => listScores(db, row))
  const byEntry = grouped(scores, ({ entryId }) => entryId)
  const judges = await judgesOf(ctx, [...new Set(jurors.map(({ accountId }) => accountId))])
  const works = new Map<string, Standing>()
  for (const group of row.groups) {
    const here = entries.filter(({ groupName, withdrawnOn }) => groupName === group.name && withdrawnOn === null)
    const free = (entry: ContestSubject['entries'][number]) =>
      jurors.filter(({ groupName, accountId }) => groupName === group.name && !isBound(judges.get(accountId), entry))
    const found = here.map((entry) => {
      const accounts = new Set(free(entry).map(({ accountId }) => accountId))
      const own = (byEntry.get(entry.id) ?? []).filter(({ accountId }) => accounts.has(accountId))
      return { id: entry.id, score: meanOf(own.map(({ total }) => total)), scored: own.length, due: accounts.size }
    })
    const prizes = prizesOf(found, group)
    for (const { id, ...work } of found) works.set(id, { ...work, prize: prizes.get(id) ?? null })
  }
  return { works, scores, judges }
}

const isBound = (judge: Judge | undefined, entry: ContestSubject['entries'][number]) =>
  judge === undefined || conflictOf(judge, entry) !== undefined
