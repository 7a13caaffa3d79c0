import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import type { App } from '../../src/main/app.ts'
import { PLACES, teacherId } from '../cast.ts'
import { handCookie } from '../cover-world.ts'
import { deliveryDatabase } from '../delivery-world.ts'
import { DUTIES, DUTY_DAY, insertDuties } from '../duties-world.ts'
import { asking, asPerson, testApp, type Asking } from '../http.ts'
import { Diary } from './programs.ts'

const { c1, s1, s2, districtA: districtId } = PLACES
const now = new Date('2026-10-12T07:00:00+08:00')
const SHARED = '00000000-0000-7000-9700-00000000000a'

let database: Database
let app: App
beforeAll(async () => {
  database = await deliveryDatabase()
  await database.transact('owner', insertDuties)
  await insertShared()
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** A shared course that the near teacher of S2 teaches at S1. */
async function insertShared(): Promise<void> {
  const offering = { clusterId: c1, schoolId: s2, course: '剪纸', stage: '小学' as const, mode: '教师走教' as const }
  const when = {
    schoolYear: 2026,
    term: '上学期' as const,
    enrolUntil: '2026-09-15',
    writtenAt: now,
    writtenBy: '某人',
  }
  const session = { schoolId: s1, room: '美术教室', state: '待上' as const }
  const span = { fromAt: new Date(`${DUTY_DAY}T18:00:00+08:00`), untilAt: new Date(`${DUTY_DAY}T18:40:00+08:00`) }
  const id = SHARED
  await database.transact('owner', async (db) => {
    const row = { ...offering, ...when, districtId, id, places: 80, state: '已发布' as const, publishedAt: now }
    await db.insertInto('delivery.offering').values(row).execute()
    const lecturer = { districtId, offeringId: id, teacherId: teacherId(s2, 1), schoolId: s2 }
    await db.insertInto('delivery.lecturer').values(lecturer).execute()
    await db.insertInto('delivery.session').values({ ...session, ...span, districtId, id, offeringId: id }).execute() // prettier-ignore
  })
}

async function diaryOf(who: Asking, name: string, subject: object): Promise<Diary> {
  const { path } = (await who.post('/api/my/feeds', subject)).json()
  const diary = new Diary(name)
  diary.take((await asking(app).get(path)).body)
  return diary
}

const shown = (id: string, title: string, place: string, from: string, until: string) => ({
  ...{ uid: `${id}@yanzhen`, title, place, status: 'CONFIRMED' },
  ...{ begins: `${DUTY_DAY} ${from}`, ends: `${DUTY_DAY} ${until}` },
})
const lesson = shown(DUTIES.gap, '代课：七（1）班数学', '春申中学', '09:50', '10:30')
const event = shown(DUTIES.event, '公开教学：识字', '春申中学 三楼录播室', '13:00', '15:00')
const session = shown(DUTIES.session, '研修：命题研究', '礼堂', '16:00', '17:30')
const shared = shown(SHARED, '共享授课：剪纸', '春申中学，美术教室', '18:00', '18:40')

test('khal shows what every module puts into the calendar of a teacher', async () => {
  const diary = await diaryOf(asking(app, handCookie('near')), 'duties', { about: 'person' })
  expect(diary.on(DUTY_DAY)).toEqual([lesson, event, session, shared])
})

test.each([
  ['union', DUTIES.union, [event]],
  ['training', DUTIES.course, [session]],
  ['cluster', String(c1), [event, session, shared]],
] as const)('khal shows the calendar of a %s', async (about, subjectId, expected) => {
  const diary = await diaryOf(asPerson(app, 'office'), about, { about, subjectId })
  expect(diary.on(DUTY_DAY)).toEqual(expected)
})
