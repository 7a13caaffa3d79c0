import { firstDay } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { spellTitle } from '#platform/pinyin.ts'
import { findHomeCluster, findUnit, listMembersOn } from '#modules/organizations/index.ts'
import { sampleUnion } from './sample.rules.ts'
import { listSampleUnions, type SampleUnion } from './sample.sql.ts'
import { insertConvenor, insertUnion, insertUnionSchools } from './union.sql.ts'

/** The unions that the sample's ledgers tell of: their schools are those that held what they did, their convenor a teacher who gave it. */
export async function insertSampleUnions(ctx: Context): Promise<void> {
  const home = await findHomeCluster(ctx.db)
  const cluster = home && (await findUnit(ctx.db, home.id, ctx.today))
  if (!cluster?.sample) return
  const members = await listMembersOn(ctx.db, cluster.id, ctx.today)
  for (const found of await listSampleUnions(ctx.db, { districtId: cluster.districtId, clusterId: cluster.id }))
    await insertSample(ctx, { districtId: cluster.districtId, clusterId: cluster.id }, found, members)
}

async function insertSample(
  ctx: Context,
  cluster: { districtId: number; clusterId: number },
  { unionName: name, firstYear, schoolIds, stages, lecturer }: SampleUnion,
  members: readonly number[],
): Promise<void> {
  const here = schoolIds.filter((id) => members.includes(id))
  if (here.length < 2) return
  const key = { districtId: cluster.districtId, id: ctx.newId() }
  const sinceDay = firstDay(firstYear)
  const { pinyin } = spellTitle(name)
  const written = { ...sampleUnion(name, stages), name, pinyin, sinceDay, untilDay: null, changedAt: ctx.now, changedBy: ctx.actor.name } // prettier-ignore
  if (!(await insertUnion(ctx.db, { ...cluster, ...key, ...written }))) return
  await insertUnionSchools(ctx.db, key, here.map((schoolId) => ({ id: ctx.newId(), schoolId })), sinceDay) // prettier-ignore
  if (lecturer && here.includes(lecturer.schoolId))
    await insertConvenor(ctx.db, key, { id: ctx.newId(), teacherDistrictId: key.districtId, ...lecturer, fromDay: sinceDay }) // prettier-ignore
}
