import { verbsOn } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { badField } from '#platform/problems.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { shownName } from '#modules/teaching-research/index.ts'
import { appraisalsFor, rubricOf } from './appraisal.actions.ts'
import { told, writtenOf } from './begin.actions.ts'
import { readCalls } from './call.actions.ts'
import { settleStudio } from './counted.actions.ts'
import { hostOf, memberSchool, type HostFields } from './host.actions.ts'
import { studiosProblems } from './problems.ts'
import { clusterAccess, studioAccess } from './studio.access.ts'
import type { Studio, StudioFields, StudioLine, studioApi } from './studio.contract.ts'
import type { StudioSubject } from './studio.load.ts'
import { standsIn, yearsWorked } from './studio.rules.ts'
import { countStudioWork, listStudios, updateStudio, type StudioRow } from './studio.sql.ts'
import { readTasks } from './task.actions.ts'

const keyOf = ({ id, districtId }: UnitSubject) => ({ clusterId: id, districtId })

export async function readStudios(
  ctx: Context,
  unit: UnitSubject,
  year: number,
): Promise<Reply<typeof studioApi.list>> {
  const rows = (await listStudios(ctx.db, keyOf(unit))).filter((row) => standsIn(row, year))
  return {
    studios: await linesOf(ctx, unit, rows, year),
    calls: await readCalls(ctx, unit),
    can: verbsOn(clusterAccess, ctx.actor, unit),
  }
}

async function linesOf(ctx: Context, { districtId }: UnitSubject, rows: readonly StudioRow[], year: number) {
  const ids = rows.map(({ id }) => id)
  const counts = await countStudioWork(ctx.db, districtId, ids, { year, today: ctx.today })
  const byId = new Map(counts.map(({ studioId, ...count }) => [studioId, count]))
  return rows.map((row): StudioLine => {
    const { id, line, kind, name, field, from, until, endedOn, schoolId, school } = row
    const host = { ...shownName(ctx, { districtId: row.schoolDistrictId, schoolId, name: row.hostName }), schoolId, school } // prettier-ignore
    return { id, line, kind, name, field, host, from, until, endedOn, ...byId.get(id)! }
  })
}

export async function readStudio(ctx: Context, subject: StudioSubject, year: number): Promise<Studio> {
  const { row, unit, members, own } = subject
  const [line] = await linesOf(ctx, unit, [row], year)
  const isIn = own !== null
  const years = [...new Set([...yearsWorked(row, ctx.today), year])].sort((a, b) => a - b)
  return {
    ...line!,
    ...(isIn && { host: { ...line!.host, name: row.hostName, masked: false } }),
    ...{ unitId: unit.id, unit: unit.name, sample: unit.sample, year, years },
    ...{ about: row.about, endedWhy: row.endedWhy },
    people: members.map((one) => ({
      ...shownName(ctx, one, isIn),
      ...{ id: one.id, schoolId: one.schoolId, school: one.school, from: one.from, until: one.until },
    })),
    plan: await readTasks(ctx, row, year),
    appraisals: await appraisalsFor(ctx, subject),
    rubric: rubricOf(ctx, unit) ?? null,
    can: doable(ctx, subject, year),
  }
}

/** Nobody is offered to judge what is their own, or a year in which it did not work. */
function doable(ctx: Context, subject: StudioSubject, year: number): Studio['can'] {
  const can = verbsOn(studioAccess, ctx.actor, subject)
  const isJudged = subject.own === null && standsIn(subject.row, year)
  return can.filter((verb) => verb !== 'appraise' || isJudged)
}

export async function changeStudio(ctx: Context, { row, unit }: StudioSubject, fields: StudioFields): Promise<void> {
  const others = (await listStudios(ctx.db, keyOf(unit))).filter(({ id }) => id !== row.id)
  if (others.some(({ name }) => name === fields.name)) throw studiosProblems.nameTaken({ name: fields.name })
  const isSameHost = fields.schoolId === row.schoolId && fields.host === row.hostName
  const host = isSameHost ? hostNow(row) : await hostOf(ctx, await memberSchool(ctx, unit, fields.schoolId), fields)
  await updateStudio(ctx.db, row, writtenOf(ctx, fields, host))
  await settleStudio(ctx, row)
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: fields.name, before: told(row), after: told(fields) }) // prettier-ignore
}

const hostNow = ({ hostDistrictId, hostId, hostName, schoolDistrictId, schoolId }: StudioRow): HostFields => ({ hostDistrictId, hostId, hostName, schoolDistrictId, schoolId }) // prettier-ignore

export async function endStudio(
  ctx: Context,
  { row, unit }: StudioSubject,
  { on, why }: Input<typeof studioApi.end>['body'],
): Promise<void> {
  if (row.endedOn !== null) throw studiosProblems.ended()
  if (on < row.from) throw badField('on', '早于工作室开始的日期，请核对')
  if (on > ctx.today) throw badField('on', '日期还没到，请核对')
  await updateStudio(ctx.db, row, { endedOn: on, endedWhy: why, changedAt: ctx.now, changedBy: ctx.actor.name })
  await settleStudio(ctx, row)
  ctx.note({ districtId: row.districtId, unitId: unit.id, subjectId: row.id, change: row.name, on, why })
}
