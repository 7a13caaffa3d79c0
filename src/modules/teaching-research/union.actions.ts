import { verbsOn } from '#shared/access.ts'
import { dayAfter } from '#shared/day.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { grouped } from '#shared/group.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { spellTitle } from '#platform/pinyin.ts'
import { listDistrictIds, listYears } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { shownName, teacherCalled } from './called.ts'
import { linesOf } from './event-lines.ts'
import { readPlan } from './plan.actions.ts'
import { researchProblems } from './problems.ts'
import { clusterAccess, unionAccess } from './research.access.ts'
import type { Union, unionApi } from './union.contract.ts'
import { schoolsNow, type UnionSubject } from './union.load.ts'
import { countsByYear, schoolChanges, standsIn } from './union.rules.ts'
import {
  countDone,
  endConvenor,
  endUnionSchools,
  insertConvenor,
  insertUnion,
  insertUnionSchools,
  listConvenors,
  listUnions,
  listUnionSchools,
  updateUnion,
  type ConvenorRow,
  type StayRow,
  type UnionRow,
  type UnionWritten,
} from './union.sql.ts'

type Fields = Input<typeof unionApi.add>['body']

const keyOf = ({ id, districtId }: UnitSubject) => ({ clusterId: id, districtId })

export async function readUnions(ctx: Context, unit: UnitSubject, year: number): Promise<Reply<typeof unionApi.list>> {
  const all = await listUnions(ctx.db, keyOf(unit))
  const years = [...new Set([...(await listYears(ctx.db, unit.id)), year])].sort((a, b) => a - b)
  const here = all.filter((union) => standsIn(union, year))
  return {
    unions: await unionsOf(ctx, unit, here, year),
    years: countsByYear(all, years),
    can: verbsOn(clusterAccess, ctx.actor, unit),
  }
}

/** Unions of one cluster with who convenes them, their schools, and how much they planned and held in a year. */
async function unionsOf(ctx: Context, unit: UnitSubject, rows: readonly UnionRow[], year: number): Promise<Union[]> {
  const { districtId } = unit
  const ids = rows.map(({ id }) => id)
  const schools = grouped(await listUnionSchools(ctx.db, districtId, ids), ({ unionId }) => unionId)
  const convenors = grouped(await listConvenors(ctx.db, districtId, ids), ({ unionId }) => unionId)
  const districtIds = await listDistrictIds(ctx.db)
  const done = new Map((await countDone(ctx.db, { ...keyOf(unit), districtIds }, year)).map((one) => [one.unionId, one])) // prettier-ignore
  return rows.map(({ districtId: _, clusterId: __, ...row }) => {
    const [convenor] = (convenors.get(row.id) ?? []).filter(({ until }) => until === null)
    return {
      ...row,
      convenor: convenor ? personOf(ctx, convenor) : null,
      schools: (schools.get(row.id) ?? []).filter(isNow).map(({ schoolId, name }) => ({ id: schoolId, name })),
      planned: done.get(row.id)?.planned ?? 0,
      held: done.get(row.id)?.held ?? 0,
    }
  })
}

const isNow = ({ until }: { until: string | null }) => until === null

const personOf = (ctx: Context, { schoolId, school, ...person }: ConvenorRow) => ({
  ...shownName(ctx, { ...person, schoolId }),
  schoolId,
  school,
})

export async function readUnion(
  ctx: Context,
  subject: UnionSubject,
  year: number,
): Promise<Reply<typeof unionApi.read>> {
  const { unit, row } = subject
  const [union] = await unionsOf(ctx, unit, [row], year)
  const convenors = await listConvenors(ctx.db, row.districtId, [row.id])
  const left = (await listUnionSchools(ctx.db, row.districtId, [row.id])).filter((stay) => !isNow(stay))
  return {
    ...{ unitId: unit.id, unit: unit.name, sample: unit.sample, union: union! },
    convenors: convenors.map((one) => ({ ...shownName(ctx, one), school: one.school, from: one.from, until: one.until })), // prettier-ignore
    left: left.map(({ name, from, until }) => ({ name, from, until })),
    plan: await readPlan(ctx, subject, year),
    events: await linesOf(ctx, unit, { year, unionId: row.id }),
    can: verbsOn(unionAccess, ctx.actor, subject),
  }
}

export async function addUnion(ctx: Context, unit: UnitSubject, fields: Fields): Promise<string> {
  const members = await membersAmong(ctx, unit, fields.schoolIds)
  const convenor = fields.convenor ? await teacherCalled(ctx, members, fields.convenor) : undefined
  const key = { districtId: unit.districtId, id: ctx.newId() }
  if (!(await insertUnion(ctx.db, { ...keyOf(unit), id: key.id, ...writtenOf(ctx, fields) })))
    throw researchProblems.nameTaken({ name: fields.name })
  await insertUnionSchools(ctx.db, key, schoolRows(ctx, fields.schoolIds), fields.since)
  if (convenor) await insertConvenor(ctx.db, key, { id: ctx.newId(), ...convenorOf(convenor), fromDay: fields.since })
  ctx.note({
    districtId: unit.districtId,
    unitId: unit.id,
    subjectId: key.id,
    change: fields.name,
    after: told(fields),
  })
  return key.id
}

const told = ({ convenor: _, ...fields }: Fields) => fields

const schoolRows = (ctx: Context, schoolIds: readonly number[]) =>
  [...new Set(schoolIds)].map((schoolId) => ({ id: ctx.newId(), schoolId }))

const convenorOf = ({ districtId, teacherId, schoolId }: { districtId: number; teacherId: string; schoolId: number }) => ({ teacherDistrictId: districtId, teacherId, schoolId }) // prettier-ignore

function writtenOf(ctx: Context, { name, stages, field, since, until }: Fields): UnionWritten {
  if (until !== undefined && until < since)
    throw platformProblems.badInput({ issues: [{ path: 'until', message: '停止日期早于成立日期，请核对' }] })
  const { pinyin } = spellTitle(name)
  const changed = { changedAt: ctx.now, changedBy: ctx.actor.name }
  return { name, pinyin, stages, field, sinceDay: since, untilDay: until ?? null, ...changed }
}

/** The schools, all of them members today. */
async function membersAmong(ctx: Context, unit: UnitSubject, ids: readonly number[]): Promise<UnitSubject[]> {
  const members = await schoolsNow(ctx, unit)
  if (ids.some((id) => !members.some((member) => member.id === id))) throw researchProblems.notMember()
  return members.filter(({ id }) => ids.includes(id))
}

/** What the form says takes the place of what was; who leaves, leaves today, and stays on file. */
export async function changeUnion(ctx: Context, { row, unit }: UnionSubject, fields: Fields): Promise<void> {
  const others = (await listUnions(ctx.db, keyOf(unit))).filter(({ id }) => id !== row.id)
  if (others.some(({ name }) => name === fields.name)) throw researchProblems.nameTaken({ name: fields.name })
  const now = (await listUnionSchools(ctx.db, row.districtId, [row.id])).filter(isNow)
  await moveSchools(ctx, { row, unit }, now, fields.schoolIds)
  if (fields.convenor) await changeConvenor(ctx, { row, unit }, fields)
  await updateUnion(ctx.db, row, writtenOf(ctx, fields))
  const before = { name: row.name, stages: row.stages, field: row.field, since: row.since, until: row.until, schoolIds: now.map(({ schoolId }) => schoolId) } // prettier-ignore
  ctx.note({ districtId: unit.districtId, unitId: unit.id, subjectId: row.id, change: fields.name, before, after: told(fields) }) // prettier-ignore
}

type Own = Pick<UnionSubject, 'row' | 'unit'>

async function moveSchools(ctx: Context, { row, unit }: Own, now: readonly StayRow[], wanted: readonly number[]) {
  const { left, joined } = schoolChanges(
    now.map(({ schoolId }) => schoolId),
    wanted,
  )
  await membersAmong(ctx, unit, joined)
  await endUnionSchools(ctx.db, row, left, dayAfter(ctx.today, -1))
  await insertUnionSchools(ctx.db, row, schoolRows(ctx, joined), ctx.today)
}

async function changeConvenor(ctx: Context, { row, unit }: Own, { convenor = '', schoolIds }: Fields) {
  const members = (await schoolsNow(ctx, unit)).filter(({ id }) => schoolIds.includes(id))
  const teacher = await teacherCalled(ctx, members, convenor)
  const [now] = (await listConvenors(ctx.db, row.districtId, [row.id])).filter(isNow)
  if (now?.teacherId === teacher.teacherId && now.districtId === teacher.districtId) return
  await endConvenor(ctx.db, row, dayAfter(ctx.today, -1))
  await insertConvenor(ctx.db, row, { id: ctx.newId(), ...convenorOf(teacher), fromDay: ctx.today })
}
