import { dayInWords } from '#shared/day.ts'
import type { Input } from '#shared/endpoint.ts'
import { refuse } from '#shared/problem.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { noteRecorded, noteStale } from '#platform/facts.ts'
import { spellTitle } from '#platform/pinyin.ts'
import { carryOut, partOf } from './change.actions.ts'
import { findClusterDetails, updateClosedOn } from './cluster.sql.ts'
import { listDistrictYears, listYears } from './membership.sql.ts'
import { organizationsProblems } from './problems.ts'
import type { profileApi } from './profile.contract.ts'
import { insertProfile, updateName, updateProfile, updateProfileNames } from './profile.sql.ts'
import { findSchoolNamed, listSchoolsByCode } from './school.sql.ts'
import { isCluster } from './unit.access.ts'
import { newUnit } from './unit.actions.ts'
import type { UnitSubject } from './unit.contract.ts'
import { findUnit, listNewNumbers, listUnitNames, saveUnits } from './unit.sql.ts'

type NewSchool = Input<typeof profileApi.add>['body']

/** A school that no ledger has named yet: below a district, or at once a member of a cluster. */
export async function addSchool(ctx: Context, unit: UnitSubject, fields: NewSchool): Promise<number> {
  await refuseSameCode(ctx, fields.code)
  await refuseSameName(ctx, unit.districtId, fields.name)
  const { districtId } = unit
  const { code, name, kind, ownership, day, role } = fields
  const shortName = fields.shortName || name
  const [id] = await listNewNumbers(ctx.db, 1)
  await saveUnits(ctx.db, [
    newUnit({ id: id!, kind: 'school', parentId: districtId, districtId, code, name, shortName, sample: unit.sample }),
  ])
  const schoolYear = schoolYearOf(day)
  await insertProfile(ctx.db, { districtId, schoolId: id!, schoolYear, name, shortName, kind, ownership })
  await recordYear(ctx, unit, id!, schoolYear)
  ctx.note({ districtId, unitId: unit.id, subjectId: String(id), change: `新增${name}`, after: fields })
  if (!isCluster(unit)) return id!
  const school = (await findUnit(ctx.db, id!, ctx.today))!
  const part = await partOf(ctx, unit, school, { kind: 'join', role, day, untilDay: null })
  await carryOut(ctx, 'join', { told: `新增${name}，自${dayInWords(day)}起加入${unit.name}，为${role}`, parts: [part] })
  return id!
}

/** Only in a year of which the others are on record does one school more make a figure; else its ledger is still to come. */
async function recordYear(ctx: Context, unit: UnitSubject, schoolId: number, schoolYear: number): Promise<void> {
  const { districtId } = unit
  const years = isCluster(unit) ? await listYears(ctx.db, unit.id) : await listDistrictYears(ctx.db, [districtId])
  if (!years.includes(schoolYear)) return
  const keys = [{ districtId, schoolId, schoolYear, source: 'organizations.schools' }]
  await noteRecorded(ctx.db, keys)
  await noteStale(ctx.db, keys)
}

async function refuseSameCode(ctx: Context, code: string): Promise<void> {
  const [same] = await listSchoolsByCode(ctx.db, [code])
  if (!same) return
  const [{ name } = { name: code }] = await listUnitNames(ctx.db, [same.id])
  throw organizationsProblems.sameCode({ code, school: name })
}

/** One school recorded twice has two histories, and only the bureau can put them together again. */
async function refuseSameName(ctx: Context, districtId: number, name: string): Promise<void> {
  const same = await findSchoolNamed(ctx.db, districtId, name, ctx.today)
  refuse(same && organizationsProblems.sameSchoolName({ name, code: same.code ?? '未填', clusters: same.clusters }))
}

/** From the school year of the day on the school has the new name; earlier years keep the one they had. */
export async function renameSchool(
  ctx: Context,
  school: UnitSubject,
  { name, shortName, day }: Input<typeof profileApi.rename>['body'],
): Promise<void> {
  refuse(day > ctx.today ? organizationsProblems.notYet() : undefined)
  const names = { name, shortName: shortName || name }
  const { districtId, id: schoolId } = school
  const schoolYears = await updateProfileNames(ctx.db, { districtId, schoolId }, schoolYearOf(day), names)
  await updateName(ctx.db, schoolId, { ...names, ...spellTitle(name) })
  await stale(ctx, school, schoolYears)
  ctx.note({
    districtId,
    unitId: schoolId,
    change: `${school.name}更名为${name}`,
    before: school.name,
    after: names,
    day,
  })
}

export async function editProfile(
  ctx: Context,
  school: UnitSubject,
  schoolYear: number,
  { kind = null, ownership = null, campuses = null, pupils = null }: Input<typeof profileApi.edit>['body'],
): Promise<void> {
  const { districtId, id: schoolId } = school
  const to = { schoolYear, kind, ownership, campuses, pupils }
  const found = await updateProfile(ctx.db, { districtId, schoolId }, to)
  refuse(found ? undefined : organizationsProblems.noSuchYear({ schoolYear }))
  await stale(ctx, school, [schoolYear])
  ctx.note({ districtId, unitId: schoolId, change: school.name, schoolYear, after: to })
}

const stale = (ctx: Context, { districtId, id }: UnitSubject, schoolYears: readonly number[]) =>
  noteStale(
    ctx.db,
    schoolYears.map((schoolYear) => ({ districtId, schoolId: id, schoolYear, source: 'organizations.schools' })),
  )

/** A school closes: it leaves all its clusters with its last day; its years stay. */
export async function closeSchool(ctx: Context, school: UnitSubject, day: string): Promise<string> {
  const { closedOn } = await findClusterDetails(ctx.db, school.id)
  refuse(closedOn ? organizationsProblems.closedAlready({ day: closedOn }) : undefined)
  refuse(day > ctx.today ? organizationsProblems.notYet() : undefined)
  const told = `${school.name}于${dayInWords(day)}停办`
  const parts = []
  const standing = await findUnit(ctx.db, school.id, day)
  for (const clusterId of standing?.clusterIds ?? []) {
    const cluster = (await findUnit(ctx.db, clusterId, ctx.today))!
    parts.push(await partOf(ctx, cluster, school, { kind: 'leave', day }))
  }
  for (const part of parts)
    await carryOut(ctx, 'leave', { told: `${told}，同日离开${part.cluster.name}`, parts: [part] })
  await updateClosedOn(ctx.db, school.id, day)
  ctx.note({ districtId: school.districtId, unitId: school.id, change: told })
  return told
}
