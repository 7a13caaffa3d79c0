import type { Context } from '#platform/context.ts'
import { findFile, type KeptFile } from '#modules/files/index.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { listDistrictIds, listMembersOn, listUnits, loadCluster } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { findTeacher, type KnownTeacher } from '#modules/teaching-research/index.ts'
import { headsSchool, keepsCollections, type CollectionPlace, type WorkPlace } from './collection.access.ts'
import { findCollection, type CollectionRow } from './collection.sql.ts'
import { listEntries, type EntryRow } from './entry.sql.ts'

/** A volume with what was handed in, and the reader as a teacher, where they are one. */
export interface CollectionSubject extends CollectionPlace {
  row: CollectionRow
  entries: EntryRow[]
  me: KnownTeacher | undefined
}

export async function loadCollection(ctx: Context, collectionId: string): Promise<CollectionSubject | undefined> {
  const row = await findCollection(ctx.db, await listDistrictIds(ctx.db), collectionId)
  const unit = row && (await loadCluster(ctx, row.clusterId))
  if (!row || !unit) return undefined
  const own = await findOwnTeacher(ctx)
  const me = own && (await ctx.asOwner((db) => findTeacher(db, own)))
  return { row, unit, me, entries: await ctx.asOwner((db) => listEntries(db, row)) }
}

export type WorkSubject = CollectionSubject & WorkPlace & { entry: EntryRow }

/** A paper, and what the reader has to do with it. */
export function workOf(subject: CollectionSubject, entry: EntryRow): WorkSubject {
  const { me, row } = subject
  const isOwn = me !== undefined && entry.teachers.some(({ districtId, teacherId }) => districtId === me.districtId && teacherId === me.teacherId) // prettier-ignore
  const isOut = row.finishedOn !== null && entry.place !== null
  return { ...subject, entry, schoolId: entry.schoolId, isOwn, isOut }
}

export async function loadWork(ctx: Context, collectionId: string, entryId: string): Promise<WorkSubject | undefined> {
  const subject = await loadCollection(ctx, collectionId)
  const entry = subject?.entries.find(({ id }) => id === entryId)
  return subject && entry && workOf(subject, entry)
}

export type WorkFile = WorkSubject & { file: KeptFile }

export async function loadWorkFile(ctx: Context, collectionId: string, entryId: string): Promise<WorkFile | undefined> {
  const work = await loadWork(ctx, collectionId, entryId)
  const file = work && (await findFile(ctx.db, work.row.districtId, work.entry.fileId))
  return file && work && { ...work, file }
}

/** The schools that are members of a cluster today. */
export const schoolsNow = async (ctx: Context, unit: { id: number }): Promise<UnitSubject[]> =>
  listUnits(ctx.db, await listMembersOn(ctx.db, unit.id, ctx.today), ctx.today)

/** The office may hand something in for any school, a head for the own, a teacher for the own school. */
export const entrySchools = async (ctx: Context, { unit, me }: CollectionSubject): Promise<UnitSubject[]> =>
  (await schoolsNow(ctx, unit)).filter(
    ({ id }) => keepsCollections(ctx.actor, unit) || headsSchool(ctx.actor, id) || me?.schoolId === id,
  )
