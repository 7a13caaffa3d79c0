import { within } from '#shared/access.ts'
import { maskName } from '#shared/names.ts'
import type { Context } from '#platform/context.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import { researchProblems } from './problems.ts'
import { listCalled, type KnownTeacher } from './teacher.sql.ts'

interface School {
  id: number
  districtId: number
}

/**
 * The teachers of these schools who are meant by what somebody wrote. A convenor sees no register; whoever writes a
 * colleague's name in full knows it already, and learns only that it is not there, or that there are two.
 */
export async function teachersCalled(
  ctx: Context,
  schools: readonly School[],
  calls: readonly string[],
): Promise<KnownTeacher[]> {
  const districtIds = [...new Set(schools.map(({ districtId }) => districtId))]
  const schoolIds = schools.map(({ id }) => id)
  const found = await ctx.asOwner((db) => listCalled(db, { districtIds, schoolIds }, calls))
  return Promise.all(calls.map((call) => oneOf(ctx, call, found)))
}

async function oneOf(
  ctx: Context,
  call: string,
  found: readonly (KnownTeacher & { staffNo: string })[],
): Promise<KnownTeacher> {
  const meant = found.filter(({ name, staffNo }) => name === call || staffNo === call)
  const [first, second] = meant
  if (!first) throw researchProblems.noSuchTeacher({ call })
  if (!second) return first
  const schools = await listUnitNames(ctx.db, [...new Set(meant.map(({ schoolId }) => schoolId))])
  throw researchProblems.severalCalled({ call, n: meant.length, schools: schools.map(({ name }) => name) })
}

export const teacherCalled = async (ctx: Context, schools: readonly School[], call: string): Promise<KnownTeacher> =>
  (await teachersCalled(ctx, schools, [call]))[0]!

/** A person's name for this reader; `known`: they have to do with one another in this matter. */
export function shownName(
  { actor }: Pick<Context, 'actor'>,
  person: { districtId: number; schoolId: number; name: string },
  known = false,
): { name: string; masked: boolean } {
  const masked = !known && !within(actor.names, person)
  return { name: masked ? maskName(person.name) : person.name || '—', masked }
}
