import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { accountId, cast, PLACES, teacherId } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { testApp } from '../../../test/http.ts'
import { asOwner, dump, GONE, KEPT, mergeTwo, undoMerge, whose } from '../../../test/merging.ts'
import { COVER, insertCoverFacts } from '../../../test/walls/cover-facts.ts'
import type { App } from '../../main/app.ts'

const { districtA: districtId, c1: clusterId, s1: schoolId, s2 } = PLACES
const tables = ['timetable', 'lesson', 'absence', 'gap', 'ask', 'post', 'given'].map((table) => `cover.${table}`)
const id = (n: number) => `00000000-0000-7000-9000-00000000fb0${n}`
const at = new Date('2023-11-01T00:00:00Z')
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await asOwner(database, async (db) => {
    await insertCoverFacts(db)
    const days = { fromDay: '2023-09-01', untilDay: '2024-01-20', weekOne: '2023-08-28' }
    const term = { schoolYear: 2023, term: '上学期' as const }
    await db
      .insertInto('cover.timetable')
      .values({
        districtId,
        id: id(1),
        schoolId,
        ...term,
        ...days,
        fileName: '课表.xlsx',
        lessons: 1,
        takenAt: at,
        takenBy: '某人',
      }) // prettier-ignore
      .execute()
    const lesson = { className: '七（1）班', subject: '数学', period: 3 }
    await db
      .insertInto('cover.lesson')
      .values({
        districtId,
        id: id(2),
        timetableId: id(1),
        schoolId,
        teacherId: GONE,
        ...lesson,
        weekday: 1,
        weeks: '每周',
      }) // prettier-ignore
      .execute()
    const gap = { districtId, schoolId, clusterId, ...term, ...lesson, fromTime: '09:50', untilTime: '10:30' }
    const absent = { absenceId: COVER.absence, day: '2023-11-06' }
    await db
      .insertInto('cover.gap')
      .values([
        { ...gap, ...absent, id: id(3), teacherId: KEPT, state: 'asking' },
        { ...gap, ...absent, id: id(4), teacherId: teacherId(s2, 1), schoolId: s2, state: 'taken', takenTeacherId: GONE, takenSchoolId: schoolId }, // prettier-ignore
      ])
      .execute()
    await db
      .updateTable('cover.gap')
      .set({ state: 'taken', takenTeacherId: teacherId(s2, 2), takenSchoolId: s2 })
      .where('id', '=', COVER.gap)
      .execute()
    const ask = { districtId, gapId: id(4), schoolId: s2, teacherSchoolId: schoolId, why: '同学科', rank: 1 }
    await db
      .insertInto('cover.ask')
      .values([
        { ...ask, id: id(5), teacherId: KEPT },
        { ...ask, id: id(6), teacherId: GONE, rank: 2, askedAt: at, answer: 'yes', answeredAt: at },
      ])
      .execute()
    await db
      .insertInto('cover.timetableDraft')
      .values({
        districtId,
        id: id(7),
        schoolId,
        ...term,
        fromDay: days.fromDay,
        untilDay: days.untilDay,
        fileName: '课表.xlsx',
        lessons: JSON.stringify([{ teacherId: GONE }]),
        madeAt: at,
      }) // prettier-ignore
      .execute()
    await db
      .updateTable('identity.account')
      .set({ teacherDistrictId: districtId, teacherId: GONE })
      .where('id', '=', accountId('teacher'))
      .execute()
  })
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

test('lessons, gaps, asks and the account follow a merge: one lesson one gap, one gap one ask; the undo is whole', async () => {
  const before = await dump(database, [...tables, 'identity.account'])
  const mergeId = await mergeTwo(app)
  expect(await whose(database, 'cover.lesson', 'class_name')).toEqual([['kept', '七（1）班']])
  expect(await whose(database, 'cover.absence', 'from_day')).toEqual([['kept', '2023-11-06']])
  expect(await whose(database, 'cover.gap', 'state')).toEqual([['kept', 'taken']])
  expect(await whose(database, 'cover.gap', 'state', 'taken_teacher_id')).toEqual([['kept', 'taken']])
  expect(await whose(database, 'cover.ask', 'answer')).toEqual([['kept', 'yes']])
  expect(await whose(database, 'identity.account', 'login')).toEqual([['kept', 'teacher']])
  expect((await dump(database, ['cover.timetable_draft']))['cover.timetable_draft']![0]).toContain(KEPT)
  await undoMerge(app, mergeId)
  expect(await dump(database, [...tables, 'identity.account'])).toEqual(before)
})
