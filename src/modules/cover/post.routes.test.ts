import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, teacherId, teacherName } from '../../../test/cast.ts'
import { HANDS, insertCoverWorld, MORNING } from '../../../test/cover-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, districtA, s1, s2, s3 } = PLACES
const [NEAR, FAR] = [9001, 9002]
let now = MORNING
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await insertCoverWorld(database)
  await database.transact('owner', async (db) => {
    await db.updateTable('organizations.unit').set({ longitude: 121.4, latitude: 31.05 }).where('id', 'in', [s1, s2]).execute() // prettier-ignore
    const campus = { kind: 'campus' as const, parentId: s1, districtId: districtA, pinyin: '', initials: '' }
    await db
      .insertInto('organizations.unit')
      .values([
        { ...campus, id: NEAR, name: '本部', shortName: '本部', longitude: 121.4, latitude: 31.05 },
        { ...campus, id: FAR, name: '东校区', shortName: '东校区', longitude: 121.48, latitude: 31.05 },
      ])
      .execute()
  })
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const office = () => asPerson(app, 'office')
const lesson = { weekday: 1, period: 5, className: '七（3）班', subject: '数学', weeks: '每周' }
const body = {
  ...{ teacherId: HANDS.near, toSchoolId: s1, form: '走教', fromDay: '2023-10-16', untilDay: '2024-01-19' },
  lessons: [lesson],
}
const add = async (change: object = {}) => {
  const reply = await office().post(`/api/units/${c1}/cover/posts`, { ...body, ...change })
  return { status: reply.statusCode, ...reply.json() }
}
const posts = async (unit: number = c1, person: 'office' | 'principal' = 'office') =>
  (await asPerson(app, person).get(`/api/units/${unit}/cover/posts`)).json()
const id = async () => (await posts()).posts[0].id as string

test('the office chooses a teacher, a school and, where there are several, its campus', async () => {
  const { schools, teachers } = await posts()
  expect(schools.find(({ schoolId }: { schoolId: number }) => schoolId === s1).campuses).toEqual([
    { id: NEAR, name: '本部' },
    { id: FAR, name: '东校区' },
  ])
  expect(teachers).toHaveLength(9)
  expect(await add({ campusId: NEAR })).toMatchObject({ status: 200, rotation: false })
  expect((await posts()).posts).toMatchObject([
    { teacherName: teacherName(s2, 1), fromSchool: '春申小学', toSchool: '春申中学', campus: '本部', can: ['end'] },
  ])
  expect((await posts(s1, 'principal')).posts).toHaveLength(1)
  expect((await posts(s1, 'principal')).schools).toEqual([])
})

test('nobody is in two places at once, be it by the timetable or by another post', async () => {
  const two = await add({ lessons: [{ ...lesson, period: 7 }] })
  expect(two).toMatchObject({ status: 409, code: 'cover.clashes' })
  expect(two.title).toContain('周一第7节数学（春申中学七（3）班')
  expect(two.title).toContain('是同一时间，一位教师不能在两处上课')
  const again = await add({ campusId: NEAR })
  expect(again.title).toContain('春申中学本部七（3）班')
  expect(await add({ lessons: [lesson, { ...lesson, weekday: 3, weeks: '单周' }] })).toMatchObject({ status: 409 })
  expect(await add({ lessons: [{ ...lesson, weekday: 3 }, { ...lesson, weekday: 3, className: '八（1）班' }] })).toMatchObject({ status: 409 }) // prettier-ignore
})

test('the way between campuses counts: what is near can be reached in the break, what is far cannot', async () => {
  const second = { teacherId: teacherId(s2, 2), lessons: [{ ...lesson, period: 3 }] }
  const far = await add({ ...second, campusId: FAR })
  expect(far).toMatchObject({ status: 409, code: 'cover.clashes' })
  expect(far.title).toMatch(/春申中学东校区七（3）班.*到.*春申小学六（2）班.*路上要 \d+ 分钟，中间只有 \d+ 分钟/)
  expect(await add({ ...second, campusId: NEAR })).toMatchObject({ status: 200 })
})

test('what cannot be is refused at its field', async () => {
  const issue = async (change: object) => (await add(change)).facts?.issues?.[0]?.path
  expect(await issue({ campusId: 4711 })).toBe('campusId')
  expect(await issue({ toSchoolId: s3, campusId: NEAR })).toBe('campusId')
  expect(await issue({ toSchoolId: s2 })).toBe('toSchoolId')
  expect(await issue({ untilDay: '2023-09-01' })).toBe('untilDay')
  expect(await issue({ untilDay: '2024-06-30' })).toBe('untilDay')
  expect(await add({ teacherId: teacherId(PLACES.s4, 1) })).toMatchObject({ code: 'cover.notOfSchool' })
})

test('lessons given stand on the page of the school that gave and of the one that took', async () => {
  now = new Date('2023-10-24T08:00:00+08:00')
  const counts = async (unit: number) =>
    (await office().get(`/api/units/${unit}/cover/given?year=2023`)).json().schools as {
      schoolId: number
      given: number
      taken: number
    }[]
  expect(await counts(s1)).toMatchObject([{ schoolId: s1, given: 0, taken: 4 }])
  expect(await counts(s2)).toMatchObject([{ schoolId: s2, given: 4, taken: 0 }])
  expect(await counts(c1)).toMatchObject([
    { schoolId: s2, given: 4, taken: 0 },
    { schoolId: s1, given: 0, taken: 4 },
  ])
  const own = (await asPerson(app, 'principal').get(`/api/units/${s1}/cover/given?year=2023`)).json()
  expect(own).toMatchObject({ schools: [{ schoolId: s1, taken: 4 }], total: 4 })
})

test('a post ends on a day: what was given stays, what was to come does not', async () => {
  const end = async (day: string) => (await office().post(`/api/cover-posts/${await id()}/end`, { day })).json()
  expect(await end('2023-10-01')).toMatchObject({ code: 'cover.endsOutside' })
  expect(await end('2024-02-01')).toMatchObject({ code: 'cover.endsOutside' })
  expect(await end('2023-10-30')).toEqual({})
  expect((await posts()).posts.map(({ untilDay }: { untilDay: string }) => untilDay)).toContain('2023-10-30')
})
