import type { Context } from '#platform/context.ts'
import { cityOf } from '#platform/policies/book.ts'
import type { Workbook } from '#platform/sheet/workbook.ts'
import { createCluster, findCluster, listClustersNamed, type Cluster } from '#modules/organizations/index.ts'
import { districtOfCodes, withoutPlace } from './place.rules.ts'
import { transferProblems } from './problems.ts'
import type { FoundSheet } from './workbook.ts'

export interface Wanted {
  name: string
  /** The district that the command line names. */
  districtId: number | undefined
  sample: boolean
}

/** The cluster of a ledger; made, named as in its title, where it is not known yet. */
export async function clusterOf(
  ctx: Context,
  wanted: Wanted,
  workbook: Workbook,
  found: readonly FoundSheet[],
): Promise<Cluster> {
  const known = await listKnown(ctx, wanted)
  if (known.length === 1) return known[0]!
  const districtId = wanted.districtId ?? (await districtOf(ctx, workbook, found))
  const here = known.find((cluster) => cluster.districtId === districtId)
  if (here) return here
  if (known.length > 1) throw transferProblems.severalClusters({ cluster: wanted.name })
  if (districtId === undefined) throw transferProblems.whichDistrict({ cluster: wanted.name })
  if (!isDistrict(ctx, districtId)) throw transferProblems.unknownDistrict({ districtId })
  const { name, sample } = wanted
  return createCluster(ctx.db, { districtId, name, sample }, cityOf(ctx.policies, districtId)?.region)
}

/** Clusters of that name; 闵行区颛桥镇学区 is 颛桥镇学区 where only that is known. */
async function listKnown(ctx: Context, { name, districtId }: Wanted): Promise<Cluster[]> {
  for (const one of new Set([name, withoutPlace(name, placesOf(ctx))])) {
    if (districtId === undefined) {
      const known = await listClustersNamed(ctx.db, one)
      if (known.length > 0) return known
    } else {
      const known = await findCluster(ctx.db, districtId, one)
      if (known) return [known]
    }
  }
  return []
}

/** Whether two names mean one cluster, be the city and the district written before one of them. */
export function sameCluster(ctx: Context, a: string, b: string): boolean {
  const places = placesOf(ctx)
  return withoutPlace(a, places) === withoutPlace(b, places)
}

const placesOf = ({ policies }: Context): string[] =>
  policies.cities.flatMap(({ region }) => [region.city.name, ...region.districts.values()])

const isDistrict = ({ policies }: Context, id: number): boolean =>
  cityOf(policies, id)?.region.districts.has(id) ?? false

/** The district that most 学校标识码 of the ledger begin with. */
async function districtOf(ctx: Context, workbook: Workbook, found: readonly FoundSheet[]): Promise<number | undefined> {
  const schools = found.find(({ sheet }) => sheet.source === 'organizations.schools')
  const column = schools?.heading?.columns.get('学校标识码')
  if (!schools || column === undefined) return undefined
  const codes: string[] = []
  for await (const { cells } of workbook.rows(schools.name))
    codes.push(cells.find((cell) => cell.column === column)?.text ?? '')
  return districtOfCodes(codes, (id) => isDistrict(ctx, id))
}
