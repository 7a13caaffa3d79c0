import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database, Db } from '#platform/database/database.ts'
import { bookingDatabase } from '../../../test/booking-database.ts'
import { PLACES } from '../../../test/cast.ts'
import { handAccount, handCookie, HANDS } from '../../../test/cover-world.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s1, s2, districtA: districtId } = PLACES
const now = new Date('2026-10-12T07:00:00+08:00')
const id = (n: number) => `00000000-0000-7000-9800-0000000000${String(n).padStart(2, '0')}`
const written = { writtenAt: now, writtenBy: '某人' }
const changed = { changedAt: now, changedBy: '某人' }

let database: Database
let app: App
beforeAll(async () => {
  database = await bookingDatabase()
  await database.transact('owner', async (db) => {
    for (const insert of [insertPost, insertWalk, insertPair, insertStudio, insertContest]) await insert(db)
  })
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** On Wednesdays of two weeks; between them lies none of the state's holidays. */
async function insertPost(db: Db): Promise<void> {
  const at = { districtId, schoolId: s2, toSchoolId: s1 }
  const days = { fromDay: '2026-10-12', untilDay: '2026-10-23', weekOne: '2026-10-12' }
  const about = { form: '走教' as const, schoolYear: 2026, term: '上学期' as const, madeAt: now, madeBy: '某人' }
  await db
    .insertInto('cover.post')
    .values({ ...at, id: id(1), teacherId: HANDS.near, ...days, ...about })
    .execute()
  const lesson = { className: '七（3）班', subject: '数学', weekday: 3, period: 5, weeks: '每周' as const }
  await db
    .insertInto('cover.postLesson')
    .values({ ...at, id: id(2), postId: id(1), ...lesson })
    .execute()
}

async function insertWalk(db: Db): Promise<void> {
  const who = { accountId: handAccount('near'), leader: '某人', classes: '四（1）班', headCount: 38 }
  const route = { routeId: id(4), route: '行走光华路', startedAt: new Date('2026-10-12T06:30:00+08:00') }
  await db
    .insertInto('practice.walk')
    .values({ districtId, id: id(3), clusterId: c1, schoolId: s2, ...who, ...route })
    .execute()
  const stop = { position: 1, name: '图书馆', longitude: 121.4, latitude: 31.07 }
  await db
    .insertInto('practice.walkStop')
    .values({ districtId, walkId: id(3), stopId: id(5), ...stop })
    .execute()
}

async function insertPair(db: Db): Promise<void> {
  const schools = { mentorSchoolId: s2, schoolId: s1 }
  const who = { mentorDistrictId: districtId, mentorId: HANDS.near, menteeId: HANDS.own }
  const about = { subject: '数学', goals: '上好一节课', fromDay: '2026-09-01', untilDay: '2027-06-30' }
  await db
    .insertInto('teachingResearch.pair')
    .values({ districtId, id: id(6), clusterId: c1, schoolYear: 2026, ...schools, ...who, ...about, ...written })
    .execute()
  const meeting = { kind: '活动' as const, heldOn: '2026-10-12', words: '听课' }
  await db
    .insertInto('teachingResearch.pairEntry')
    .values({ districtId, id: id(7), pairId: id(6), ...schools, ...meeting, ...written })
    .execute()
}

/** The free teacher hosts it, the near one learns in it. One task is due within thirty days, one later. */
async function insertStudio(db: Db): Promise<void> {
  const kind = { line: '名师工作室' as const, kind: '学区工作室' as const, field: '数学' }
  const name = { name: '数学工作室', pinyin: 'shu xue', fromDay: '2026-09-01', untilDay: '2028-08-31' }
  const host = { hostDistrictId: districtId, hostId: HANDS.free, hostName: '某人', schoolDistrictId: districtId, schoolId: s2 } // prettier-ignore
  await db
    .insertInto('studios.studio')
    .values({ districtId, id: id(8), clusterId: c1, ...kind, ...name, ...host, ...changed })
    .execute()
  const member = { teacherDistrictId: districtId, teacherId: HANDS.near, schoolId: s2, fromDay: '2026-09-01' }
  await db
    .insertInto('studios.member')
    .values({ districtId, id: id(9), studioId: id(8), ...member })
    .execute()
  const task = { districtId, studioId: id(8), schoolYear: 2026 }
  await db
    .insertInto('studios.task')
    .values([
      { ...task, id: id(10), what: '公开课', dueOn: '2026-10-30' },
      { ...task, id: id(11), what: '读书报告', dueOn: '2026-12-20' },
    ])
    .execute()
}

async function insertContest(db: Db): Promise<void> {
  const contest = { title: '青年教师评比', fromDay: '2026-10-01', untilDay: '2026-10-25', groups: '[]', items: '[]' }
  await db
    .insertInto('contests.contest')
    .values({ districtId, id: id(12), clusterId: c1, ...contest, ...changed })
    .execute()
}

interface Shown {
  title: string
  day: string | null
  fromAt: string | null
  isDue: boolean
}
const own = async (who: 'near' | 'free' | 'own') => {
  const { entries } = (await asking(app, handCookie(who)).get('/api/my/calendar')).json()
  return entries.map(({ title, day, fromAt, isDue }: Shown) => [title, day ?? fromAt, isDue])
}
const walk = ['研学：行走光华路', '2026-10-12', false]
const meeting = ['跨校带教：数学', '2026-10-12', false]
const lessons = [
  ['走教：七（3）班数学', '2026-10-14T04:40:00.000Z', false],
  ['走教：七（3）班数学', '2026-10-21T04:40:00.000Z', false],
]
const contest = ['报送截止：青年教师评比', '2026-10-25', true]
const tasks = [
  ['工作室任务：公开课', '2026-10-30', true],
  ['工作室任务：读书报告', '2026-12-20', true],
]

test('standing lessons, walks, meetings of mentoring, tasks of studios and last days of contests stand in one’s own', async () => {
  expect((await own('near')).sort()).toEqual([walk, meeting, ...lessons, contest, ...tasks].sort())
  expect((await own('own')).sort()).toEqual([meeting, contest].sort())
})

test('what waits for a host of a studio among the todos stands there once', async () => {
  expect((await own('free')).sort()).toEqual([contest, ['截止：工作室任务（数学工作室）', '2026-10-30', true], tasks[1]].sort()) // prettier-ignore
})

test('a school has those of its teachers and classes, a cluster those of its studios and contests; nobody is named', async () => {
  const calendar = async (about: string, subjectId: number) =>
    (await asPerson(app, 'office').get(`/api/calendars/${about}/${subjectId}/calendar.ics`)).body
  const titles = [walk, meeting, lessons[0]!, contest, tasks[0]!].map(([title]) => title as string)
  const school = await calendar('school', s2)
  for (const title of titles) expect(school).toContain(title)
  const other = await calendar('school', s1)
  expect(titles.filter((title) => other.includes(title))).toEqual([meeting, lessons[0]!, contest].map(([title]) => title)) // prettier-ignore
  const cluster = await calendar('cluster', c1)
  expect(titles.filter((title) => cluster.includes(title))).toEqual([contest[0], tasks[0]![0]])
  expect(school + other + cluster).not.toContain('某人')
})
