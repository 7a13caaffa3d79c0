import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, factId, PLACES, YEAR } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { testApp } from '../../../test/http.ts'
import { asOwner, dump, GONE, KEPT, mergeTwo, undoMerge, whose } from '../../../test/merging.ts'
import type { App } from '../../main/app.ts'

const { districtA: districtId, c1: clusterId, s1, s2, s3 } = PLACES
const tables = ['rotation', 'appraisal', 'certificate'].map((table) => `mobility.${table}`)
const id = (n: number) => `00000000-0000-7000-9000-00000000fc0${n}`
const at = new Date('2023-10-01T00:00:00Z')
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await asOwner(database, async (db) => {
    const rotation = { districtId, schoolYear: YEAR, schoolId: s1, fromSchoolId: s1, form: '定期交流', clusterId }
    await db
      .insertInto('mobility.rotation')
      .values([
        { ...rotation, id: id(1), teacherId: KEPT, toSchoolId: s2, startOn: '2023-09-01', status: '已结束' },
        { ...rotation, id: id(2), teacherId: GONE, toSchoolId: s3, startOn: '2024-02-20', status: '拟定' },
      ])
      .execute()
    await sql`update mobility.rotation set batch_id = ${factId('batch', 1)} where id = ${factId('rotation', 1)}`.execute(
      db,
    )
    await db
      .insertInto('mobility.appraisal')
      .values({
        districtId,
        rotationId: factId('rotation', 1),
        schoolYear: YEAR,
        homeSchoolId: s1,
        schoolId: s2,
        isFinal: false,
        grade: '优秀',
        saidAt: at,
        saidBy: '某人',
      }) // prettier-ignore
      .execute()
    const paper = { code: 'ABCD', number: 1, numberYear: 2023, purpose: '职称', content: '{}', issuedOn: '2023-10-01' }
    await db
      .insertInto('mobility.certificate')
      .values({
        ...paper,
        districtId,
        id: id(3),
        teacherId: GONE,
        schoolId: s1,
        rotationIds: [factId('rotation', 1)],
        issuedAt: at,
        issuedBy: '某人',
      }) // prettier-ignore
      .execute()
  })
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

test('of one stay under both entries that of the batch remains, with its appraisal and certificate; the undo is whole', async () => {
  const before = await dump(database, tables)
  const mergeId = await mergeTwo(app)
  expect(await whose(database, 'mobility.rotation', 'start_on, status, batch_id is not null')).toEqual([
    ['kept', '2023-09-01 已生效 t'],
    ['kept', '2024-02-20 拟定 f'],
  ])
  expect(await whose(database, 'mobility.certificate', 'code')).toEqual([['kept', 'ABCD']])
  expect((await dump(database, ['mobility.appraisal']))['mobility.appraisal']).toEqual(before['mobility.appraisal'])
  await undoMerge(app, mergeId)
  expect(await dump(database, tables)).toEqual(before)
})
