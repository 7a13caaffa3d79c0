import { verbsOn } from '#shared/access.ts'
import type { Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { badField } from '#platform/problems.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { tellAnnounced, tellCalled } from './contest.notices.ts'
import { clusterAccess } from './contest.access.ts'
import type { contestApi, ContestFields, ContestLine } from './contest.contract.ts'
import { schoolsNow, type ContestSubject } from './contest.load.ts'
import { stateOf, whyNotChange, whyNotScore, whyNotSet } from './contest.rules.ts'
import { countEntries, insertContest, listContests, lockContest, updateContest, type ContestRow, type ContestWritten } from './contest.sql.ts' // prettier-ignore
import { updateEntry } from './entry.sql.ts'
import { listScores } from './jury.sql.ts'
import { contestsProblems } from './problems.ts'
import { standingsOf } from './standing.actions.ts'

const keyOf = ({ id, districtId }: UnitSubject) => ({ clusterId: id, districtId })

export async function readContests(ctx: Context, unit: UnitSubject): Promise<Reply<typeof contestApi.list>> {
  const rows = await listContests(ctx.db, keyOf(unit))
  return { contests: await linesOf(ctx, unit, rows), can: verbsOn(clusterAccess, ctx.actor, unit) }
}

export async function linesOf(ctx: Context, unit: UnitSubject, rows: readonly ContestRow[]): Promise<ContestLine[]> {
  const counts = await ctx.asOwner((db) => countEntries(db, keyOf(unit)))
  return rows.map((row) => {
    const { entries = 0, schools = 0, prizes = 0 } = counts.find(({ contestId }) => contestId === row.id) ?? {}
    const { id, title, from, until } = row
    return { id, title, from, until, state: stateOf(row, ctx.today), entries, schools, prizes }
  })
}

function writtenOf(ctx: Context, { title, rules, from, until, groups, items }: ContestFields): ContestWritten {
  if (until < from) throw badField('until', '截止日期早于开始日期，请核对')
  const changed = { changedAt: ctx.now, changedBy: ctx.actor.name }
  return { title, rules, fromDay: from, untilDay: until, groups: JSON.stringify(groups), items: JSON.stringify(items), ...changed } // prettier-ignore
}

export async function addContest(ctx: Context, unit: UnitSubject, fields: ContestFields): Promise<string> {
  refuse(whyNotSet(fields))
  const contest = { ...keyOf(unit), id: ctx.newId() }
  await insertContest(ctx.db, { ...contest, ...writtenOf(ctx, fields) })
  ctx.note({ districtId: unit.districtId, unitId: unit.id, subjectId: contest.id, change: fields.title, after: fields })
  await tellCalled(ctx, { ...contest, ...fields }, await schoolsNow(ctx, unit))
  return contest.id
}

export async function changeContest(ctx: Context, subject: ContestSubject, fields: ContestFields): Promise<void> {
  const { row, entries, jurors, unit } = subject
  if (row.announcedOn !== null) throw contestsProblems.announced()
  const used = [...entries, ...jurors].map(({ groupName }) => groupName)
  const isScored = (await ctx.asOwner((db) => listScores(db, row))).length > 0
  refuse(whyNotChange(fields, { items: row.items, used, isScored }))
  await updateContest(ctx.db, row, writtenOf(ctx, fields))
  const { title, rules, from, until, groups, items } = row
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: fields.title, before: { title, rules, from, until, groups, items }, after: fields }) // prettier-ignore
}

/** The scores become results: every work has been judged by all who may. */
export async function announce(ctx: Context, subject: ContestSubject): Promise<{ prizes: number }> {
  const { row, entries, unit } = subject
  await lockContest(ctx.db, row)
  refuse(whyNotScore(row, ctx.today))
  const { works } = await standingsOf(ctx, subject)
  if (works.size === 0) throw contestsProblems.noEntries()
  const open = entries.filter(({ id }) => {
    const work = works.get(id)
    return work && (work.scored === 0 || work.scored < work.due)
  })
  if (open.length > 0)
    throw contestsProblems.notScored({ numbers: open.map(({ number }) => `${number} 号`).join('、') })
  for (const [id, { score, prize }] of works)
    await ctx.asOwner((db) => updateEntry(db, row.districtId, id, { score, prize }))
  await updateContest(ctx.db, row, { announcedOn: ctx.today, announcedBy: ctx.actor.name })
  const prizes = [...works.values()].filter(({ prize }) => prize !== null).length
  ctx.note({
    districtId: row.districtId,
    unitId: unit.id,
    subjectId: row.id,
    change: row.title,
    works: works.size,
    prizes,
  })
  await tellAnnounced(ctx, row, entries)
  return { prizes }
}
