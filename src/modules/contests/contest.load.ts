import type { Context } from '#platform/context.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds, listMembersOn, listUnits, loadCluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { findTeacher, type KnownTeacher } from '#modules/teaching-research/index.ts'
import { conflictOf, type Judge } from './conflict.rules.ts'
import { headsSchool, keepsContests, type ContestPlace, type WorkPlace } from './contest.access.ts'
import { findContest, type ContestRow } from './contest.sql.ts'
import { listEntries, type EntryRow } from './entry.sql.ts'
import { judgesOf } from './judge.load.ts'
import { listJurors, type JurorRow } from './jury.sql.ts'

/** A contest with its works and jury, and the reader as one of the jury, where they are. */
export interface ContestSubject extends ContestPlace {
  row: ContestRow
  entries: EntryRow[]
  jurors: JurorRow[]
  me: KnownTeacher | undefined
  judge: Judge | undefined
}

export async function loadContest(ctx: Context, contestId: string): Promise<ContestSubject | undefined> {
  const row = await findContest(ctx.db, await listDistrictIds(ctx.db), contestId)
  const unit = row && (await loadCluster(ctx, row.clusterId))
  if (!row || !unit) return undefined
  const own = await findOwnTeacher(ctx)
  const me = own && (await ctx.asOwner((db) => findTeacher(db, own)))
  const jurors = await ctx.asOwner((db) => listJurors(db, row))
  const isJuror = jurors.some(({ accountId }) => accountId === ctx.actor.id)
  const judge = isJuror ? (await judgesOf(ctx, [ctx.actor.id])).get(ctx.actor.id) : undefined
  return { row, unit, jurors, isJuror, me, judge, entries: await ctx.asOwner((db) => listEntries(db, row)) }
}

export type WorkSubject = ContestSubject & WorkPlace & { entry: EntryRow }

/** A work of a contest, and what the reader has to do with it. */
export function workOf(ctx: Context, subject: ContestSubject, entry: EntryRow): WorkSubject {
  const { me, judge, jurors } = subject
  const isOwn = me !== undefined && entry.teachers.some(({ districtId, teacherId }) => districtId === me.districtId && teacherId === me.teacherId) // prettier-ignore
  const isOfGroup = jurors.some(({ accountId, groupName }) => accountId === ctx.actor.id && groupName === entry.groupName) // prettier-ignore
  const judges = judge !== undefined && isOfGroup && conflictOf(judge, entry) === undefined
  return { ...subject, entry, schoolId: entry.schoolId, isOwn, judges }
}

export async function loadWork(ctx: Context, contestId: string, entryId: string): Promise<WorkSubject | undefined> {
  const subject = await loadContest(ctx, contestId)
  const entry = subject?.entries.find(({ id }) => id === entryId)
  return subject && entry && workOf(ctx, subject, entry)
}

/** The schools that are members of a cluster today. */
export const schoolsNow = async (ctx: Context, unit: { id: number }): Promise<UnitSubject[]> =>
  listUnits(ctx.db, await listMembersOn(ctx.db, unit.id, ctx.today), ctx.today)

/** The office may enter something for any school, a head for the own, a teacher for the own school. */
export const entrySchools = async (ctx: Context, { unit, me }: ContestSubject): Promise<UnitSubject[]> =>
  (await schoolsNow(ctx, unit)).filter(
    ({ id }) => keepsContests(ctx.actor, unit) || headsSchool(ctx.actor, id) || me?.schoolId === id,
  )
