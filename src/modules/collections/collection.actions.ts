import type { Reply } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { badField } from '#platform/problems.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { collectionApi, CollectionFields } from './collection.contract.ts'
import { schoolsNow, type CollectionSubject } from './collection.load.ts'
import { tellCalled, tellFinished } from './collection.notices.ts'
import { whyNotFinish } from './collection.rules.ts'
import { insertCollection, lockCollection, updateCollection, type CollectionWritten } from './collection.sql.ts'
import { listEntries } from './entry.sql.ts'
import { collectionsProblems } from './problems.ts'

function writtenOf(ctx: Context, { kind, title, words, from, until }: CollectionFields): CollectionWritten {
  if (until < from) throw badField('until', '截止日期早于开始日期，请核对')
  const changed = { changedAt: ctx.now, changedBy: ctx.actor.name }
  return { kind, title, words, fromDay: from, untilDay: until, ...changed }
}

const noteOf = ({ row, unit }: CollectionSubject) => ({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.title }) // prettier-ignore

export async function addCollection(ctx: Context, unit: UnitSubject, fields: CollectionFields): Promise<string> {
  const collection = { districtId: unit.districtId, clusterId: unit.id, id: ctx.newId() }
  await insertCollection(ctx.db, { ...collection, ...writtenOf(ctx, fields) })
  ctx.note({ districtId: unit.districtId, unitId: unit.id, subjectId: collection.id, change: fields.title, after: fields }) // prettier-ignore
  await tellCalled(ctx, { ...collection, ...fields }, await schoolsNow(ctx, unit))
  return collection.id
}

export async function changeCollection(
  ctx: Context,
  subject: CollectionSubject,
  fields: CollectionFields,
): Promise<void> {
  const { row } = subject
  if ((await lockCollection(ctx.db, row)) !== null) throw collectionsProblems.finished()
  await updateCollection(ctx.db, row, writtenOf(ctx, fields))
  ctx.note({ ...noteOf(subject), after: fields })
}

/** Finished, nothing changes any more, and the cluster reads what stands in it. */
export async function finish(ctx: Context, subject: CollectionSubject): Promise<Reply<typeof collectionApi.finish>> {
  const { row } = subject
  const finishedOn = await lockCollection(ctx.db, row)
  const entries = await ctx.asOwner((db) => listEntries(db, row))
  const chosen = entries.filter(({ place }) => place !== null)
  refuse(whyNotFinish({ ...row, finishedOn }, ctx.today, chosen.length))
  await updateCollection(ctx.db, row, { finishedOn: ctx.today, finishedBy: ctx.actor.name })
  ctx.note({ ...noteOf(subject), chosen: chosen.length })
  await tellFinished(ctx, row, entries)
  return { chosen: chosen.length }
}
