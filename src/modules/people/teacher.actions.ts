import { within } from '#shared/access.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { maskName } from '#shared/names.ts'
import type { Context } from '#platform/context.ts'
import { listMembers, listUnitNames, type Member } from '#modules/organizations/index.ts'
import type { teacherApi } from './teacher.contract.ts'
import { shown } from './teacher.rules.ts'
import { countListed, findPlace, listTeachers, type FoundYear, type TeacherPlace } from './teacher.sql.ts'

type ListQuery = Input<typeof teacherApi.list>['query']

/** A page of a unit's register. A search looks only where the reader sees names: a hit would give a masked name away. */
export async function readList(ctx: Context, unitId: number, query: ListQuery): Promise<Reply<typeof teacherApi.list>> {
  const schools = await schoolsInReach(ctx, unitId, query)
  const asked = { ...query, schools }
  const after = query.after === undefined ? undefined : await placeOf(ctx, schools, query.after, query.year)
  if (after === null) return { teachers: [], next: null, total: await countListed(ctx.db, asked) }
  const found = await listTeachers(ctx.db, asked, after, query.limit + 1)
  const page = found.slice(0, query.limit)
  return {
    teachers: await named(ctx, page),
    next: found.length > query.limit ? page.at(-1)!.teacherId : null,
    total: await countListed(ctx.db, asked),
  }
}

async function schoolsInReach(
  { db, actor }: Context,
  unitId: number,
  { year, schoolId, q }: ListQuery,
): Promise<Member[]> {
  const reach = q ? actor.names : actor.sees
  const members = await listMembers(db, unitId, [year])
  return members.filter((member) => within(reach, member) && (schoolId === undefined || member.schoolId === schoolId))
}

/** null where the teacher is not in the list any more. */
async function placeOf(
  { db }: Context,
  schools: readonly Member[],
  teacherId: string,
  schoolYear: number,
): Promise<TeacherPlace | null> {
  const districtIds = schools.map(({ districtId }) => districtId)
  return (await findPlace(db, districtIds, teacherId, schoolYear)) ?? null
}

interface Found {
  schoolId: number
  districtId: number
  name: string
  staffNo: string
}

/** Lines with the names of their schools, masked where the reader does not see names. */
async function named<T extends Found>({ db, actor }: Context, lines: readonly T[]) {
  const units = await listUnitNames(db, [...new Set(lines.map(({ schoolId }) => schoolId))])
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return lines.map((line) => shown({ ...line, schoolName: names.get(line.schoolId) ?? '' }, within(actor.names, line)))
}

/** A teacher over the years. Whoever sees the name in one of them knows it. */
export async function readTeacher(ctx: Context, found: readonly FoundYear[]): Promise<Reply<typeof teacherApi.read>> {
  const known = found.find((year) => within(ctx.actor.names, year))
  const { teacherId, name } = known ?? found[0]!
  const years = await named(ctx, found)
  return { teacherId, name: known ? name : maskName(name), masked: !known, years }
}
