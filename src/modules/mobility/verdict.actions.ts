import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { policiesOf } from '#platform/policies/book.ts'
import { listMembers } from '#modules/organizations/index.ts'
import type { Loaded } from './rotation.reply.ts'
import { listSchoolStandings } from './standing.sql.ts'
import { verdictsOf, type Standing, type Verdict } from './verdict.rules.ts'

export interface Judgement {
  fromStanding: Standing | null
  toStanding: Standing | null
  verdicts: Verdict[]
}

/** What each rule says of some rotations, with what is known of their schools. */
export async function judge(ctx: Context, rotations: readonly Loaded[]): Promise<ReadonlyMap<string, Judgement>> {
  const years = [...new Set(rotations.map(({ startOn }) => schoolYearOf(startOn)))]
  const schools = rotations.flatMap(({ districtId, fromSchoolId, toSchoolId }) =>
    [fromSchoolId, toSchoolId].map((schoolId) => ({ districtId, schoolId })),
  )
  const said = await listSchoolStandings(ctx.db, schools, years)
  const members = await membersOf(ctx, rotations, years)
  return new Map(
    rotations.map((one) => {
      const year = schoolYearOf(one.startOn)
      const standing = (id: number) =>
        said.find(({ schoolId, schoolYear }) => schoolId === id && schoolYear === year)?.standing ?? null
      const [fromStanding, toStanding] = [standing(one.fromSchoolId), standing(one.toSchoolId)]
      const isInside = [one.fromSchoolId, one.toSchoolId].every((id) => members.has(`${one.clusterId}:${year}:${id}`))
      const known = { today: ctx.today, clusterName: one.unit.name, isInside, fromStanding, toStanding }
      const { rules } = policiesOf(ctx.policies, one.districtId).rotation
      return [one.id, { fromStanding, toStanding, verdicts: verdictsOf(one, known, rules) }]
    }),
  )
}

/** Which schools were in which clusters in which years: 'cluster:year:school'. */
async function membersOf(ctx: Context, rotations: readonly Loaded[], years: readonly number[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (const clusterId of new Set(rotations.map((one) => one.clusterId)))
    for (const { schoolId, schoolYear } of await listMembers(ctx.db, clusterId, years))
      found.add(`${clusterId}:${schoolYear}:${schoolId}`)
  return found
}
