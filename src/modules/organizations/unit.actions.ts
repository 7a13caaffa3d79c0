import type { Db } from '#platform/database/database.ts'
import { spellTitle } from '#platform/pinyin.ts'
import type { Region } from '#platform/policies/book.ts'
import { clusterKindOf } from './cluster.rules.ts'
import { findCluster, listNewNumbers, saveUnits, type Cluster, type NewUnit } from './unit.sql.ts'

type Draft = Pick<NewUnit, 'id' | 'kind' | 'parentId' | 'districtId' | 'name'> & Partial<NewUnit>

/** A unit with what follows from its name. */
export const newUnit = (unit: Draft): NewUnit => ({
  code: null,
  shortName: unit.name,
  longitude: null,
  latitude: null,
  sample: false,
  ...spellTitle(unit.name),
  ...unit,
})

/** Puts the city, its districts and its known towns on file, under their GB/T 2260 codes; what is there stays. */
export async function ensureRegions(db: Db, region: Region): Promise<void> {
  const { city, districts, towns } = region
  await saveUnits(db, [
    newUnit({ id: city.code, kind: 'city', parentId: null, districtId: city.code, name: city.name }),
  ])
  const below = [...districts].map(([id, name]) =>
    newUnit({ id, kind: 'district', parentId: city.code, districtId: id, name }),
  )
  await saveUnits(db, below)
  await saveUnits(
    db,
    towns.map(({ code, name, districtId }) =>
      newUnit({ id: code, kind: 'town', parentId: districtId, districtId, name }),
    ),
  )
}

/**
 * Makes a cluster or a group (by its name, see clusterKindOf) under the town whose name it begins with, else under the
 * district. The district must be on file: call `ensureRegions` first.
 */
export async function createCluster(
  db: Db,
  cluster: { districtId: number; name: string; sample?: boolean },
  region: Region | undefined,
): Promise<Cluster> {
  const { districtId, name } = cluster
  const town = region?.towns.find((one) => one.districtId === districtId && name.startsWith(one.name))
  const [id] = await listNewNumbers(db, 1)
  const kind = clusterKindOf(name)
  const parentId = town?.code ?? districtId
  await saveUnits(db, [newUnit({ id: id!, kind, parentId, districtId, name, sample: cluster.sample ?? false })])
  return { id: id!, kind, name, districtId }
}

/** The cluster of that name in the district, made if it is not there. */
export async function ensureCluster(
  db: Db,
  cluster: { districtId: number; name: string; sample?: boolean },
  region: Region | undefined,
): Promise<Cluster> {
  return (await findCluster(db, cluster.districtId, cluster.name)) ?? createCluster(db, cluster, region)
}
