import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { testDatabaseInMemory } from '../../../test/database.ts'
import { isOpen, isVisible, seesDraft, type Reader, type Shown } from './visible.rules.ts'
import { visibleTo } from './visible.sql.ts'

const nobody: Reader = {
  all: false,
  districtIds: [],
  officeIds: [],
  expertIds: [],
  schoolIds: [],
  clusterIds: [],
  homeDistrictIds: [],
}
const course: Shown = {
  districtId: 1,
  clusterId: 11,
  schoolId: 21,
  partnerSchoolIds: [22],
  audience: '学区',
  state: '已入库',
  published: 1,
  withdrawnAt: null,
}
const near: Reader = { ...nobody, clusterIds: [11], homeDistrictIds: [1], schoolIds: [23] }
const far: Reader = { ...nobody, clusterIds: [12], homeDistrictIds: [1], schoolIds: [31] }
const elsewhere: Reader = { ...nobody, clusterIds: [13], homeDistrictIds: [2], schoolIds: [41] }

describe('who finds a course that is published', () => {
  test.each([
    ['本校', false, false, false],
    ['学区', true, false, false],
    ['全区', true, true, false],
    ['公开', true, true, true],
  ])('%s', (audience, ofCluster, ofDistrict, ofCity) => {
    const told = [near, far, elsewhere].map((reader) => isVisible(reader, { ...course, audience }))
    expect(told).toEqual([ofCluster, ofDistrict, ofCity])
    expect(isOpen({ ...course, audience })).toBe(audience === '公开')
  })

  test('one that was taken back, or was never published, is its own schools’ and those’ over them', () => {
    for (const change of [{ withdrawnAt: new Date() }, { published: 0 }]) {
      const hidden = { ...course, audience: '公开', ...change }
      expect([near, far].some((reader) => isVisible(reader, hidden))).toBe(false)
      expect(isOpen(hidden)).toBe(false)
      for (const reader of [{ schoolIds: [21] }, { schoolIds: [22] }, { officeIds: [11] }, { districtIds: [1] }])
        expect(isVisible({ ...nobody, ...reader }, hidden)).toBe(true)
    }
  })

  test('an expert sees what is written while it is with the experts', () => {
    const expert = { ...nobody, expertIds: [11], clusterIds: [11] }
    expect(seesDraft(expert, { ...course, state: '专家评审', published: 0 })).toBe(true)
    expect(isVisible(expert, { ...course, state: '编写中', published: 0 })).toBe(false)
  })
})

describe('the condition in SQL', () => {
  let database: Database
  beforeAll(async () => void (database = await testDatabaseInMemory()))
  afterAll(() => database.close())

  const ids = (...all: number[]) => fc.subarray(all)
  const readers = fc.record({
    all: fc.boolean(),
    districtIds: ids(1, 2),
    officeIds: ids(11, 12),
    expertIds: ids(11, 12),
    schoolIds: ids(21, 22, 23),
    clusterIds: ids(11, 12),
    homeDistrictIds: ids(1, 2),
  })
  const courses = fc.record({
    districtId: fc.constantFrom(1, 2),
    clusterId: fc.constantFrom(11, 12),
    schoolId: fc.constantFrom(21, 22, 23),
    partnerSchoolIds: ids(22, 23),
    audience: fc.constantFrom('本校', '学区', '全区', '公开'),
    state: fc.constantFrom('编写中', '专家评审', '已入库'),
    published: fc.constantFrom(0, 1),
    withdrawnAt: fc.constantFrom(null, new Date('2026-01-01T00:00:00Z')),
  })

  test('says what the rule says', () =>
    database.transact('owner', (db) =>
      fc.assert(
        fc.asyncProperty(readers, courses, async (reader, shown) => {
          const { rows } = await sql<{ seen: boolean }>`
            select ${visibleTo(reader, 'e')} as seen from (select ${shown.districtId}::int as district_id,
              ${shown.clusterId}::int as cluster_id, ${shown.schoolId}::int as school_id,
              ${shown.partnerSchoolIds}::int[] as partner_school_ids, ${shown.audience}::text as audience,
              ${shown.state}::text as state, ${shown.published}::int as published,
              ${shown.withdrawnAt}::timestamptz as withdrawn_at) e`.execute(db)
          expect(rows).toEqual([{ seen: isVisible(reader, shown) }])
        }),
      ),
    ))
})
