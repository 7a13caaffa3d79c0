import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import {
  deleteFactsOf,
  insertFactRows,
  listEditedRows,
  listFactRows,
  listFactScopes,
  listOtherImports,
  type FactRow,
} from '#platform/fact-rows.ts'
import { noteStale } from '#platform/facts.ts'
import type { AnyLedgerSheet } from '#platform/ledger.ts'
import {
  findClusterState,
  frozenBetween,
  restoreClusterState,
  listUnitNames,
  schoolsIn,
  stateDifferences,
} from '#modules/organizations/index.ts'
import type { Obstacle } from './import.contract.ts'
import type { ImportAtHand } from './import.reply.ts'
import { lockLedgers, markImport } from './import.sql.ts'
import { deleteRefused } from './correction.sql.ts'
import { transferProblems } from './problems.ts'
import { findTrace, type TraceRow } from './trace.sql.ts'
import { takeBackHandedIn } from './undo-handed-in.actions.ts'
import {
  changedMembers,
  confirmedBy,
  editedByHand,
  membersChangedBy,
  membersEditedByHand,
  membersFrozen,
  overwrittenBy,
  restingOnIt,
  schoolUsedBy,
} from './undo.rules.ts'
import {
  deleteOverwritten,
  deleteTrace,
  listConfirmers,
  listImportFiles,
  listLaterChangers,
  listOverwriters,
  listOverwritten,
} from './undo.sql.ts'

const BATCH = 1000
/** So many rows are named; that there are more does not matter to whoever must look at them. */
const NAMED = 50

/** What stands in the way of undoing a taken import; nothing: it can be undone. */
export function listObstacles(ctx: Context, one: ImportAtHand): Promise<Obstacle[]> {
  return one.status === 'taken' ? ctx.asOwner((db) => obstaclesOf(db, ctx, one)) : Promise.resolve([])
}

/** Undoes a taken import as a whole: everything is as it was before it, or, where something stands in the way, nothing. */
export async function undoImport(ctx: Context, one: ImportAtHand): Promise<void> {
  await ctx.asOwner(async (db) => {
    await lockLedgers(db, one.unit.name)
    const { districtId, id } = one
    const step = { districtId, id, from: ['taken'], to: 'undone' } as const
    const isFirst = await markImport(db, step, { undoneAt: ctx.now, undoneBy: ctx.actor.name })
    if (!isFirst) throw transferProblems.alreadyDone()
    const obstacles = await obstaclesOf(db, ctx, one)
    if (obstacles.length > 0) throw transferProblems.inTheWay({ n: obstacles.length })
    await takeBack(db, ctx, one)
  })
  ctx.note({ subjectId: one.id, file: one.fileName, schoolYear: one.schoolYear })
}

async function takeBack(db: Db, ctx: Context, one: ImportAtHand): Promise<void> {
  const trace = await findTrace(db, { districtId: one.districtId, importId: one.id })
  for (const sheet of [...ctx.sheets].reverse()) await takeBackRows(db, sheet, one)
  if (trace?.before && trace.after) await restoreClusterState(db, one.unit.id, trace.before, trace.after)
  if (trace) await takeBackHandedIn(db, ctx.sheets, one, trace)
  await deleteOverwritten(db, one)
  await deleteTrace(db, one)
  await deleteRefused(db, one)
}

/** Rows that the import added go, those that it changed are what they were; their figures are counted anew. */
async function takeBackRows(db: Db, sheet: AnyLedgerSheet, one: ImportAtHand): Promise<void> {
  const scopes = await listFactScopes(db, sheet.facts, one.id)
  await deleteFactsOf(db, sheet.facts, one.id)
  for await (const rows of overwritten(db, sheet, one)) {
    await insertFactRows(db, sheet.facts, jsonOf(rows))
    scopes.push(...rows.map(scopeIn))
  }
  await noteStale(
    db,
    scopes.map((scope) => ({ ...scope, source: sheet.source })),
  )
}

async function* overwritten(db: Db, sheet: AnyLedgerSheet, one: ImportAtHand): AsyncGenerator<FactRow[]> {
  for (let after = ''; ;) {
    const rows = await listOverwritten(db, one, sheet.name, after, BATCH)
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)!.place
  }
}

const jsonOf = (rows: readonly FactRow[]) => `[${rows.map(({ row }) => row).join(',')}]`

const plain = ({ row }: FactRow) => JSON.parse(row) as Record<string, unknown>

function scopeIn(row: FactRow) {
  const { district_id, school_id, school_year } = plain(row) as Record<string, number>
  return { districtId: district_id!, schoolId: school_id!, schoolYear: school_year! }
}

async function obstaclesOf(db: Db, ctx: Context, one: ImportAtHand): Promise<Obstacle[]> {
  const overwriters = await listOverwriters(db, one)
  const later = new Set(overwriters.map(({ importId }) => importId))
  const confirmers = (await listConfirmers(db, one)).filter(({ importId }) => !later.has(importId))
  const found = [...overwriters.map(overwrittenBy), ...confirmers.map(confirmedBy)]
  const told = new Set(found.map(({ importId }) => importId))
  const trace = await findTrace(db, { districtId: one.districtId, importId: one.id })
  if (trace?.before && trace.after) {
    const more = await clusterObstacles(db, ctx, one, trace)
    found.push(...more.filter(({ importId }) => !told.has(importId)))
  }
  for (const sheet of ctx.sheets) found.push(...(await rowObstacles(db, sheet, one, later)))
  return found.slice(0, NAMED)
}

/**
 * Rows that a person has changed, taken away or given another place since (those of `later` imports are told with them),
 * and what was recorded about persons who would go.
 */
async function rowObstacles(
  db: Db,
  sheet: AnyLedgerSheet,
  one: ImportAtHand,
  later: ReadonlySet<string>,
): Promise<Obstacle[]> {
  const edited = sheet.facts.edited ? await listEditedRows(db, sheet.facts, one.id) : []
  const seen = new Set(edited.map(({ place }) => place))
  const found = edited.map(plain)
  const comesBack = new Set<unknown>()
  for await (const rows of overwritten(db, sheet, one)) {
    const now = await listFactRows(db, sheet.facts, sheet.facts.key, jsonOf(rows))
    for (const { place, importId } of now) if (importId === one.id || later.has(importId ?? '')) seen.add(place)
    found.push(...rows.filter(({ place }) => !seen.has(place)).map(plain))
    for (const row of rows) comesBack.add(plain(row)['teacher_id'])
  }
  const resting = ((await sheet.restingOn?.(db, one.id)) ?? []).filter(({ teacherId }) => !comesBack.has(teacherId))
  return [...found.map((row) => editedByHand(sheet.name, row)), ...resting.map((what) => restingOnIt(sheet.name, what))]
}

/** Later imports of the cluster, or persons, that changed its members or schools; and rows at schools that would go. */
async function clusterObstacles(db: Db, ctx: Context, one: ImportAtHand, trace: TraceRow): Promise<Obstacle[]> {
  const [before, after] = [trace.before!, trace.after!]
  const later = await listLaterChangers(db, one)
  if (later.length > 0) return later.map(membersChangedBy)
  const now = await findClusterState(db, one.unit.id, schoolsIn(after))
  const known = new Set(schoolsIn(before))
  const fresh = schoolsIn(after).filter((id) => !known.has(id))
  const others = new Set<string>()
  if (fresh.length > 0)
    for (const { facts } of ctx.sheets)
      for (const id of await listOtherImports(db, facts, one.id, fresh)) others.add(id)
  const users = others.size > 0 ? await listImportFiles(db, [...others]) : []
  const changed = await listUnitNames(db, changedMembers(after, now))
  return [
    ...membersEditedByHand(changed, stateDifferences(after, now).schools),
    ...users.map(schoolUsedBy),
    ...membersFrozen(await frozenBetween(ctx, now, before)),
  ]
}
