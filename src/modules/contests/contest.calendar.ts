import type { CalendarEntry, CalendarSource, CalendarSubject } from '#platform/calendar.ts'
import type { Context } from '#platform/context.ts'
import { findUnit, listDistrictIds } from '#modules/organizations/index.ts'
import { listOpen, type ContestRow } from './contest.sql.ts'

/** The last days on which contests take works: for a cluster, its schools, and whoever works at one of them. */
export const contestCalendar: CalendarSource = {
  name: 'contests.days',
  list: async (ctx, subject, since) => {
    const clusterIds = await clustersOf(ctx, subject)
    if (clusterIds.length === 0) return []
    return (await listOpen(ctx.db, await listDistrictIds(ctx.db), clusterIds, since)).map(entryOf)
  },
}

async function clustersOf(ctx: Context, { about, subjectId }: CalendarSubject): Promise<readonly number[]> {
  if (about === 'cluster') return [Number(subjectId)]
  if (about === 'school') return (await findUnit(ctx.db, Number(subjectId), ctx.today))?.clusterIds ?? []
  return about === 'person' ? ownClusters(ctx) : []
}

/** Those of the reader's schools, and those whose office the reader is. */
async function ownClusters(ctx: Context): Promise<number[]> {
  const ids = new Set<number>()
  for (const { unitId, unitKind } of ctx.actor.grants) {
    if (unitKind === 'school')
      for (const id of (await findUnit(ctx.db, unitId, ctx.today))?.clusterIds ?? []) ids.add(id)
    if (unitKind === 'cluster' || unitKind === 'group') ids.add(unitId)
  }
  return [...ids]
}

const entryOf = ({ id, title, until, changedAt }: ContestRow): CalendarEntry => ({
  id,
  title: `报送截止：${title}`,
  when: { day: until },
  isDue: true,
  changedAt,
})
