import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, factId, PLACES, YEAR } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { testApp } from '../../../test/http.ts'
import { asOwner, dump, GONE, KEPT, mergeTwo, undoMerge, whose } from '../../../test/merging.ts'
import type { App } from '../../main/app.ts'

const { districtA: districtId, c1: clusterId, s1: schoolId } = PLACES
const tables = ['pool_member', 'pool_task', 'application', 'application_step', 'quota'].map((table) => `posts.${table}`)
const id = (n: number) => `00000000-0000-7000-9000-00000000fd0${n}`
const at = new Date('2023-10-01T00:00:00Z')
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await asOwner(database, async (db) => {
    const stay = { districtId, clusterId, schoolId, schoolYear: YEAR, proposedOn: '2023-09-01', proposedBy: '某人' }
    await db
      .insertInto('posts.poolMember')
      .values([
        { ...stay, id: id(1), teacherId: KEPT, status: '待定' },
        { ...stay, id: id(2), teacherId: GONE, status: '在池', sinceDay: '2023-09-01' },
      ])
      .execute()
    const task = { districtId, schoolId, kind: '带教' as const, fromDay: '2023-09-01', notedAt: at, notedBy: '某人' }
    await db
      .insertInto('posts.poolTask')
      .values([
        { ...task, id: id(3), memberId: id(1), what: '带教甲' },
        { ...task, id: id(4), memberId: id(2), what: '带教乙' },
      ])
      .execute()
    await db.updateTable('posts.quota').set({ granted: 2, allotted: 2 }).where('id', '=', factId('quota', 1)).execute()
    const applied = { districtId, clusterId, schoolId, schoolYear: YEAR, title: '正高级教师', reasons: '教学成绩突出' }
    await db
      .insertInto('posts.application')
      .values({
        ...applied,
        id: id(5),
        quotaId: factId('quota', 1),
        teacherId: KEPT,
        serviceYears: 0,
        status: '已给名额',
        appliedAt: at,
        appliedBy: '某人',
      }) // prettier-ignore
      .execute()
    await db
      .insertInto('posts.applicationStep')
      .values({ districtId, schoolId, id: id(6), applicationId: id(5), what: '给名额', at, byName: '某人' })
      .execute()
  })
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
const quota = () =>
  asOwner(database, (db) =>
    db
      .selectFrom('posts.quota')
      .select(['granted', 'allotted'])
      .where('id', '=', factId('quota', 1))
      .executeTakeFirst(),
  )

test('two open stays become one with the tasks of both, and one person holds one place of a quota', async () => {
  const before = await dump(database, tables)
  const mergeId = await mergeTwo(app)
  expect(await whose(database, 'posts.pool_member', 'status')).toEqual([
    ['kept', '在池'],
    ['kept', '已出池'],
  ])
  const tasks = (await dump(database, ['posts.pool_task']))['posts.pool_task']!.filter((row) => row.includes(id(2)))
  expect(tasks.map((row) => (JSON.parse(row) as { what: string }).what).sort()).toEqual(['带教乙', '带教甲'].sort())
  expect(await whose(database, 'posts.application', "status, coalesce(result, '')")).toEqual([
    ['kept', '已给名额 已通过'],
  ])
  expect(await quota()).toEqual({ granted: 2, allotted: 1 })
  await undoMerge(app, mergeId)
  expect(await dump(database, tables)).toEqual(before)
})

test('a place that was given to somebody else in between is not given twice by an undo', async () => {
  const mergeId = await mergeTwo(app)
  await asOwner(database, (db) =>
    db.updateTable('posts.quota').set({ granted: 1 }).where('id', '=', factId('quota', 1)).execute(),
  )
  await undoMerge(app, mergeId)
  expect(await whose(database, 'posts.application', "status, coalesce(result, '')")).toEqual([
    ['kept', '已申报 '],
    ['gone', '已给名额 已通过'],
  ])
})
