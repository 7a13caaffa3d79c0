import type { Input } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { notify } from '#modules/workbench/index.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import type { PlanLine, planApi } from './plan.contract.ts'
import { planState } from './plan.rules.ts'
import { confirmPlan, deletePlanLine, findPlanLine, insertPlanLine, listPlan, type PlanRow } from './plan.sql.ts'
import { researchProblems } from './problems.ts'
import { unionAccess } from './research.access.ts'
import { loadUnion, type UnionSubject } from './union.load.ts'
import { listUnionSchools } from './union.sql.ts'

/** What a union means to do in a year, in the order of the months, each with how far it has come. */
export async function readPlan(ctx: Context, subject: UnionSubject, year: number): Promise<PlanLine[]> {
  const leads = unionAccess.lead(ctx.actor, subject)
  const rows = await listPlan(ctx.db, subject.row, year)
  return rows.map(({ districtId: _, unionId: __, schoolYear, eventStatus, ...line }) => ({
    ...line,
    state: planState({ ...line, schoolYear, eventStatus }, ctx.today),
    can: leads && line.eventId === null ? [...(line.confirmedOn ? (['arrange'] as const) : []), 'drop'] : [],
  }))
}

export async function addPlanLine(
  ctx: Context,
  { row, unit }: UnionSubject,
  { year, hostId, ...line }: Input<typeof planApi.add>['body'],
): Promise<string> {
  await expectInUnion(ctx, row, [hostId])
  const id = ctx.newId()
  const written = { writtenAt: ctx.now, writtenBy: ctx.actor.name }
  const place = { districtId: row.districtId, id, unionId: row.id, schoolYear: year, schoolId: hostId }
  await insertPlanLine(ctx.db, { ...place, ...line, ...written })
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: line.theme, after: { year, hostId, ...line } }) // prettier-ignore
  return id
}

/** All of these schools are in the union today. */
export async function expectInUnion(
  ctx: Context,
  { districtId, id }: { districtId: number; id: string },
  schoolIds: readonly number[],
): Promise<void> {
  const stays = await listUnionSchools(ctx.db, districtId, [id])
  const inIt = new Set(stays.filter(({ until }) => until === null).map(({ schoolId }) => schoolId))
  if (schoolIds.some((schoolId) => !inIt.has(schoolId))) throw researchProblems.notInUnion()
}

export type LineSubject = UnionSubject & { line: PlanRow }

export async function loadLine(ctx: Context, lineId: string): Promise<LineSubject | undefined> {
  const line = await findPlanLine(ctx.db, await listDistrictIds(ctx.db), lineId)
  const subject = line && (await loadUnion(ctx, line.unionId))
  return line && subject && { ...subject, line }
}

export async function dropPlanLine(ctx: Context, { line, unit }: LineSubject): Promise<void> {
  if (line.eventId !== null) throw researchProblems.lineArranged()
  await deletePlanLine(ctx.db, line)
  ctx.note({ districtId: line.districtId, unitId: unit.id, subjectId: line.unionId, change: line.theme, before: line })
}

/** The office says that the plan stands; who convenes the union and its schools' liaisons hear of it. */
export async function confirmYear(ctx: Context, { row, unit }: UnionSubject, year: number): Promise<number> {
  const confirmed = await confirmPlan(ctx.db, row, year, { confirmedOn: ctx.today, confirmedBy: ctx.actor.name })
  if (confirmed === 0) throw researchProblems.nothingToConfirm({ year })
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, schoolYear: year, lines: confirmed })
  const stays = await listUnionSchools(ctx.db, row.districtId, [row.id])
  await notify(ctx, {
    ...{ kind: 'teaching-research.plan', key: `${row.id}:${year}:${ctx.today}`, districtId: row.districtId },
    title: `${row.name}${year}学年的计划已确认`,
    text: `共确认 ${confirmed} 项活动，请留意时间和主办学校。`,
    to: `/unions/${row.id}?year=${year}`,
    unitIds: stays.filter(({ until }) => until === null).map(({ schoolId }) => schoolId),
    roles: ['liaison'],
  })
  return confirmed
}
