import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import { noteStale } from '#platform/facts.ts'
import type { MovedFact, TeacherKey } from '#platform/teacher-facts.ts'
import type { duplicateApi } from './duplicate.contract.ts'
import { yearsToMove } from './duplicate.rules.ts'
import { updateFrozenTeacher } from './duplicate.sql.ts'
import { exemptYears, rejudge } from './eligibility.actions.ts'
import { updateExemptionTeacher, updateExemptionTeacherBack } from './exemption.sql.ts'
import { insertMerge, markUndone, type Merge, type Trace } from './merge.sql.ts'
import { keyOf } from './figures.actions.ts'
import { peopleProblems } from './problems.ts'
import type { TeacherRow } from './teacher.rules.ts'
import { saveTeachers } from './teacher.sql.ts'
import { logChanges } from './year.actions.ts'
import { deleteTeacherRows, updateOrigins, updateTeacherOfYears, updateVolunteering } from './year.sql.ts'

/** Two entries by their rows, the oldest year first. */
export interface TwoEntries {
  kept: readonly TeacherRow[]
  gone: readonly TeacherRow[]
}

/** Makes one entry of two. All that is moved is written down, so that it can be taken back. */
export async function merge(ctx: Context, two: TwoEntries): Promise<Reply<typeof duplicateApi.merge>> {
  const kept = two.kept.at(-1)!
  const gone = two.gone.at(-1)!
  if (kept.teacherId === gone.teacherId) throw peopleProblems.sameTeacher()
  if (kept.districtId !== gone.districtId) throw peopleProblems.tooFarApart()
  const trace = await ctx.asOwner((db) => moveAll(ctx, db, two))
  const id = ctx.newId()
  await insertMerge(ctx.db, {
    districtId: kept.districtId,
    id,
    keptTeacherId: kept.teacherId,
    goneTeacherId: gone.teacherId,
    keptSchoolId: kept.schoolId,
    goneSchoolId: gone.schoolId,
    goneName: gone.name,
    staffNos: [...new Set(two.gone.map(({ staffNo }) => staffNo))],
    trace,
    mergedAt: ctx.now,
    mergedBy: ctx.actor.name,
  })
  await tellFigures(ctx, [...two.kept, ...two.gone], trace)
  await rejudge(ctx, kept, await exemptYears(ctx, kept))
  await logChanges(ctx, '合并', [{ row: kept, before: null, after: null, note: `工号 ${gone.staffNo} 并入` }])
  const facts = Object.values(trace.facts).flat().length
  ctx.note({ gone: gone.teacherId, years: trace.years.length, facts })
  return { mergeId: id, years: trace.years.length, facts }
}

async function moveAll(ctx: Context, db: Db, two: TwoEntries): Promise<Trace> {
  const [to, from] = [keyOfTeacher(two.kept), keyOfTeacher(two.gone)]
  const way = { from: from.teacherId, to: to.teacherId }
  const { moved, dropped } = yearsToMove(two.kept, two.gone)
  const years = moved.map(({ schoolYear }) => schoolYear)
  const origins = await deleteTeacherRows(
    db,
    from,
    dropped.map(({ schoolYear }) => schoolYear),
  )
  await updateTeacherOfYears(db, from.districtId, way, years)
  const exemptions = await updateExemptionTeacher(db, from.districtId, way)
  const frozen = await updateFrozenTeacher(db, from.districtId, way)
  const facts: Record<string, readonly MovedFact[]> = {}
  for (const { name, move } of ctx.teacherFacts) facts[name] = await move(db, from, to)
  return { years, dropped, origins, exemptions, frozen, facts }
}

/** Makes two entries of one again: everything goes back to where the merge found it. */
export async function undoMerge(ctx: Context, merged: Merge): Promise<Record<string, never>> {
  if (merged.undoneAt) throw peopleProblems.mergeUndone()
  const { districtId, trace } = merged
  const from = { districtId, teacherId: merged.keptTeacherId }
  const to = { districtId, teacherId: merged.goneTeacherId }
  const exempt = await exemptYears(ctx, from)
  await ctx.asOwner(async (db) => {
    await updateTeacherOfYears(db, districtId, { from: from.teacherId, to: to.teacherId }, trace.years)
    await saveTeachers(
      db,
      trace.dropped.map((row) => ({ ...row, importId: null, sourceRow: null })),
    )
    await updateVolunteering(db, trace.dropped)
    if (trace.origins) await updateOrigins(db, to, trace.origins)
    await updateExemptionTeacherBack(db, districtId, trace.exemptions, to.teacherId)
    if (trace.frozen.length > 0)
      await updateFrozenTeacher(db, districtId, { from: from.teacherId, to: to.teacherId }, trace.frozen)
    for (const { name, moveBack } of ctx.teacherFacts)
      await moveBack(db, (trace.facts[name] ?? []).map(({ id }) => id), from, to) // prettier-ignore
  })
  await markUndone(ctx.db, merged, { undoneAt: ctx.now, undoneBy: ctx.actor.name })
  const schools = trace.years.flatMap((schoolYear) =>
    [merged.keptSchoolId, merged.goneSchoolId].map((schoolId) => ({ districtId, schoolId, schoolYear })),
  )
  await tellFigures(ctx, [...schools, ...trace.dropped], trace)
  await rejudge(ctx, from, exempt)
  await rejudge(ctx, to, exempt)
  ctx.note({ districtId, unitId: merged.keptSchoolId, subjectId: from.teacherId, gone: to.teacherId })
  return {}
}

/** Figures of the register, and of the facts that went along. */
async function tellFigures(
  { db }: Context,
  rows: readonly Pick<TeacherRow, 'districtId' | 'schoolId' | 'schoolYear'>[],
  { facts }: Trace,
): Promise<void> {
  const districtId = rows[0]?.districtId
  if (districtId === undefined) return
  const moved = Object.entries(facts).flatMap(([source, all]) =>
    all
      .filter(({ schoolYear }) => schoolYear > 0)
      .map(({ schoolId, schoolYear }) => ({ districtId, schoolId, schoolYear, source })),
  )
  await noteStale(db, [...rows.map(keyOf), ...moved])
}

const keyOfTeacher = (rows: readonly TeacherRow[]): TeacherKey => ({
  districtId: rows[0]!.districtId,
  teacherId: rows[0]!.teacherId,
})
