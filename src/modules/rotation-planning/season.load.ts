import type { Context } from '#platform/context.ts'
import { findUnit, listDistrictIds, listMembers, listSchoolsOf, type Member } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { listEligibleTeachers, type EligibleTeacher } from '#modules/people/index.ts'
import { findSeason, type SeasonRow } from './season.sql.ts'

export interface SeasonSubject {
  season: SeasonRow
  cluster: UnitSubject
}

export async function loadSeason(ctx: Context, id: string): Promise<SeasonSubject | undefined> {
  const season = await findSeason(ctx.db, await listDistrictIds(ctx.db), id)
  const cluster = season && (await findUnit(ctx.db, season.clusterId, ctx.today))
  return season && cluster && { season, cluster }
}

export interface SchoolSubject extends SeasonSubject {
  school: UnitSubject
}

/** A member school of a season's year; undefined for any other. */
export async function loadSchool(
  ctx: Context,
  { seasonId, schoolId }: { seasonId: string; schoolId: number },
): Promise<SchoolSubject | undefined> {
  const found = await loadSeason(ctx, seasonId)
  if (!found || !(await membersOf(ctx, found.season)).some((member) => member.schoolId === schoolId)) return undefined
  const school = await findUnit(ctx.db, schoolId, ctx.today)
  return school && { ...found, school }
}

export interface TeacherSubject extends SchoolSubject {
  teacher: EligibleTeacher
}

/** A teacher of the frozen lists of a season, and the school that answers for them. */
export async function loadTeacher(
  ctx: Context,
  { seasonId, teacherId }: { seasonId: string; teacherId: string },
): Promise<TeacherSubject | undefined> {
  const found = await loadSeason(ctx, seasonId)
  const teacher = found && (await findTeacher(ctx, found.season, teacherId))
  const school = teacher && (await findUnit(ctx.db, teacher.schoolId, ctx.today))
  return school && { ...found, school, teacher }
}

export const membersOf = (ctx: Context, { clusterId, schoolYear }: SeasonRow): Promise<Member[]> =>
  listMembers(ctx.db, clusterId, [schoolYear])

export async function findTeacher(
  ctx: Context,
  season: SeasonRow,
  teacherId: string,
): Promise<EligibleTeacher | undefined> {
  const members = await membersOf(ctx, season)
  return (await listEligibleTeachers(ctx.db, members, season.schoolYear, [teacherId]))[0]
}

/** Work on what is the reader's own, outside the wall and in the same transaction. */
export const outside = <T>(ctx: Context, work: (free: Context) => Promise<T>): Promise<T> =>
  ctx.asOwner((db) => work({ ...ctx, db, asOwner: (inner) => inner(db) }))

/** School names of a season, for lists. */
export async function schoolNames(ctx: Context, season: SeasonRow): Promise<ReadonlyMap<number, string>> {
  const schools = await listSchoolsOf(ctx.db, season.clusterId, season.schoolYear)
  return new Map(schools.map(({ id, name }) => [id, name]))
}
