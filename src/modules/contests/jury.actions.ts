import type { Input } from '#shared/endpoint.ts'
import { Problem, refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { listAccountsOfTeachers } from '#modules/identity/index.ts'
import { teacherCalled } from '#modules/teaching-research/index.ts'
import { conflictOf } from './conflict.rules.ts'
import { tellJuror } from './contest.notices.ts'
import { schoolsNow, type ContestSubject, type WorkSubject } from './contest.load.ts'
import { whyNotScore } from './contest.rules.ts'
import { lockContest } from './contest.sql.ts'
import { judgeOf } from './judge.load.ts'
import type { juryApi } from './jury.contract.ts'
import { deleteJuror, insertJuror, listJurorAccounts, listScores, saveScore, type JurorAccount } from './jury.sql.ts'
import { contestsProblems } from './problems.ts'
import { round, whyNotMark } from './result.rules.ts'

/** Somebody is asked to judge a group; whoever has to do with a work of it is not. */
export async function nameJuror(
  ctx: Context,
  subject: ContestSubject,
  { group, call }: Input<typeof juryApi.name>['body'],
): Promise<void> {
  const { row, entries, unit } = subject
  if (row.announcedOn !== null) throw contestsProblems.announced()
  if (!row.groups.some(({ name }) => name === group)) throw contestsProblems.noGroup({ group })
  await lockContest(ctx.db, row)
  const account = await accountCalled(ctx, subject, call)
  const judge = await judgeOf(ctx, account)
  for (const entry of entries) {
    const why = entry.groupName === group && entry.withdrawnOn === null ? conflictOf(judge, entry) : undefined
    if (why !== undefined)
      throw contestsProblems.conflict({ name: account.name, group, why: `${why}（${entry.number} 号）` })
  }
  const { accountId, name } = account
  const juror = { id: ctx.newId(), groupName: group, accountId, name }
  if (!(await ctx.asOwner((db) => insertJuror(db, row, juror)))) throw contestsProblems.jurorAlready({ name, group })
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.title, group, jurorAccount: accountId }) // prettier-ignore
  await tellJuror(ctx, row, { accountId, group })
}

/** An expert of the cluster by name, else a teacher of its schools who has an account. */
async function accountCalled(ctx: Context, { unit }: ContestSubject, call: string): Promise<JurorAccount> {
  const { today } = ctx
  const experts = await ctx.asOwner((db) =>
    listJurorAccounts(db, { accountIds: [], expert: { name: call, unitIds: [unit.id, unit.districtId] }, today }),
  )
  if (experts.length > 1) throw contestsProblems.severalJurors({ call })
  return experts[0] ?? teacherAccount(ctx, unit, call)
}

async function teacherAccount(ctx: Context, unit: ContestSubject['unit'], call: string): Promise<JurorAccount> {
  try {
    const { districtId, teacherId } = await teacherCalled(ctx, await schoolsNow(ctx, unit), call)
    const [account] = await ctx.asOwner(async (db) => {
      const found = await listAccountsOfTeachers(db, districtId, [teacherId])
      return listJurorAccounts(db, { accountIds: found.map(({ accountId }) => accountId), today: ctx.today })
    })
    if (account) return account
  } catch (error) {
    const isUnknown = error instanceof Problem && error.code === 'teaching-research.noSuchTeacher'
    if (!isUnknown) throw error
  }
  throw contestsProblems.noSuchJuror({ call })
}

export async function dropJuror(
  ctx: Context,
  { row, unit, jurors, entries }: ContestSubject,
  jurorId: string,
): Promise<void> {
  // prettier-ignore
  const juror = jurors.find(({ id }) => id === jurorId)
  if (!juror) throw platformProblems.notFound()
  if (row.announcedOn !== null) throw contestsProblems.announced()
  const ofGroup = new Set(entries.filter(({ groupName }) => groupName === juror.groupName).map(({ id }) => id))
  const scores = await ctx.asOwner((db) => listScores(db, row))
  if (scores.some(({ accountId, entryId }) => accountId === juror.accountId && ofGroup.has(entryId)))
    throw contestsProblems.hasScored({ name: juror.name })
  await ctx.asOwner((db) => deleteJuror(db, row, jurorId))
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.title, group: juror.groupName, dropped: juror.name }) // prettier-ignore
}

/** What a juror gives a work; given again, it takes the place of what was. */
export async function scoreWork(
  ctx: Context,
  { row, unit, entry }: WorkSubject,
  { marks, words }: Input<typeof juryApi.score>['body'],
): Promise<{ total: number }> {
  await lockContest(ctx.db, row)
  refuse(whyNotScore(row, ctx.today))
  if (entry.withdrawnOn !== null) throw contestsProblems.withdrawnBefore()
  refuse(whyNotMark(row.items, marks))
  const given = row.items.map(({ title, weight }, n) => ({ title, weight, mark: marks[n]! }))
  const total = round(given.reduce((sum, { mark }) => sum + mark, 0))
  const score = { id: ctx.newId(), entryId: entry.id, accountId: ctx.actor.id, marks: given, total, words }
  await saveScore(ctx.db, row, { ...score, scoredAt: ctx.now })
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.title, number: entry.number })
  return { total }
}
