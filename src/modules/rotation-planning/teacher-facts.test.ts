import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { testApp } from '../../../test/http.ts'
import { asOwner, dump, GONE, KEPT, mergeTwo, undoMerge, whose } from '../../../test/merging.ts'
import { insertSeasons, planId, seasonId } from '../../../test/walls/season.ts'
import type { App } from '../../main/app.ts'

const { districtA: districtId, c1: clusterId, s1: schoolId, s2, s3 } = PLACES
const tables = ['wish', 'request', 'kept_teacher', 'team_member', 'pin', 'plan_move'].map(
  (table) => `rotation_planning.${table}`,
)
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await asOwner(database, async (db) => {
    await insertSeasons(db)
    const said = { districtId, clusterId, schoolId, seasonId: seasonId(1) }
    const wish = { attitude: 'refuses' as const, ranked: [], statedBy: '某人', onBehalf: false }
    await db
      .insertInto('rotationPlanning.wish')
      .values({ ...said, ...wish, teacherId: KEPT, statedAt: new Date('2022-01-01T00:00:00Z') })
      .execute()
    await db
      .insertInto('rotationPlanning.request')
      .values({
        ...said,
        id: id(1),
        teacherId: GONE,
        kind: '怀孕',
        fromDay: '2022-09-01',
        untilDay: '2023-01-31',
        askedAt: new Date(),
      }) // prettier-ignore
      .execute()
    await db
      .insertInto('rotationPlanning.keptTeacher')
      .values([GONE, KEPT].map((teacherId) => ({ ...said, teacherId, reason: '毕业班' })))
      .execute()
    await db
      .insertInto('rotationPlanning.teamMember')
      .values([
        { ...said, teacherId: KEPT, teamId: id(2) },
        { ...said, teacherId: GONE, teamId: id(3) },
      ])
      .execute()
    await db
      .insertInto('rotationPlanning.pin')
      .values([
        { ...said, id: id(4), teacherId: KEPT, kind: 'to', toSchoolId: s2 },
        { ...said, id: id(5), teacherId: GONE, kind: 'stays', toSchoolId: null },
        { ...said, id: id(6), teacherId: GONE, kind: 'not-to', toSchoolId: s3 },
      ])
      .execute()
    const move = { districtId, clusterId, planId: planId(1), fromSchoolId: schoolId, stage: '小学' }
    await db
      .insertInto('rotationPlanning.planMove')
      .values({ ...move, teacherId: KEPT, toSchoolId: s3 })
      .execute()
  })
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
const id = (n: number) => `00000000-0000-7000-9000-00000000fe0${n}`

test('all that a season holds of a teacher follows a merge; of what contradicts, the newer stays; the undo is whole', async () => {
  const before = await dump(database, tables)
  const mergeId = await mergeTwo(app)
  expect(await whose(database, tables[0]!, 'attitude')).toEqual([['kept', 'willing']])
  expect(await whose(database, tables[1]!, 'kind')).toEqual([['kept', '怀孕']])
  expect(await whose(database, tables[2]!, 'reason')).toEqual([['kept', '毕业班']])
  expect(await whose(database, tables[3]!, 'right(team_id::text, 1)')).toEqual([['kept', '3']])
  expect(await whose(database, tables[4]!, 'kind')).toEqual([
    ['kept', 'not-to'],
    ['kept', 'stays'],
  ])
  expect(await whose(database, tables[5]!, 'to_school_id')).toEqual([['kept', String(s3)]])
  await undoMerge(app, mergeId)
  expect(await dump(database, tables)).toEqual(before)
})
