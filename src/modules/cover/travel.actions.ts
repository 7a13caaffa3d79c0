import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/database/database.ts'
import { platformProblems } from '#platform/problems.ts'
import { listMembersOn, listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { listPlaces } from './day.sql.ts'
import type { Travel } from './rank.rules.ts'
import { findRule } from './rule.sql.ts'
import { leadsCluster } from './school.access.ts'
import type { travelApi } from './travel.contract.ts'
import { pairKey, pairOf, travelMinutes, UNKNOWN_MINUTES } from './travel.rules.ts'
import { deleteTravel, listTravel, saveTravel, type ClusterKey } from './travel.sql.ts'

/** How many minutes the way takes between any two of these schools and their campuses. To be asked as the owner. */
export async function travelBetween(db: Db, at: ClusterKey, schoolIds: readonly number[]): Promise<Travel> {
  const points = new Map((await listPlaces(db, schoolIds)).map((place) => [place.id, place]))
  const rule = await findRule(db, at.districtId, at.clusterId)
  const lines = await listTravel(db, at)
  const said = new Map(lines.map(({ schoolId, toSchoolId, minutes }) => [pairKey(schoolId, toSchoolId), minutes]))
  return (from, to) => travelMinutes(from, to, points, rule, said)
}

const keyOf = ({ id, districtId }: UnitSubject): ClusterKey => ({ districtId, clusterId: id })

export async function readTravel(ctx: Context, unit: UnitSubject): Promise<Reply<typeof travelApi.list>> {
  const lines = await listTravel(ctx.db, keyOf(unit))
  const members = await listMembersOn(ctx.db, unit.id, ctx.today)
  const ids = [...new Set([...members, ...lines.flatMap((line) => [line.schoolId, line.toSchoolId])])]
  const names = await listUnitNames(ctx.db, ids)
  const nameOf = (id: number) => names.find((one) => one.id === id)?.name ?? ''
  return {
    lines: lines.map((line) => ({ ...line, school: nameOf(line.schoolId), toSchool: nameOf(line.toSchoolId) })),
    schools: names.filter(({ id }) => members.includes(id)).map(({ id, name }) => ({ id, name })),
    unknown: UNKNOWN_MINUTES,
    can: leadsCluster(ctx.actor, unit) ? ['keep'] : [],
  }
}

export async function keepTravel(
  ctx: Context,
  unit: UnitSubject,
  { schoolId: a, toSchoolId: b, minutes }: Input<typeof travelApi.keep>['body'],
): Promise<void> {
  const members = await listMembersOn(ctx.db, unit.id, ctx.today)
  const wrong = (path: string, message: string) => platformProblems.badInput({ issues: [{ path, message }] })
  if (!members.includes(a)) throw wrong('schoolId', '这所学校不是学区的成员校，请另选一所')
  if (!members.includes(b)) throw wrong('toSchoolId', '这所学校不是学区的成员校，请另选一所')
  if (a === b) throw wrong('toSchoolId', '两所学校是同一所，请另选一所')
  const [schoolId, toSchoolId] = pairOf(a, b)
  if (minutes === null || minutes === undefined) await deleteTravel(ctx.db, keyOf(unit), { schoolId, toSchoolId })
  else await saveTravel(ctx.db, keyOf(unit), { schoolId, toSchoolId, minutes })
  ctx.note({ districtId: unit.districtId, unitId: unit.id, schoolId, toSchoolId, minutes: minutes ?? null })
}
