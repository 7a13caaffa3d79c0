import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { handCookie, insertCoverWorld, type Hand } from '../../../test/cover-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s1, s2, s5 } = PLACES
const routes = `/api/units/${c1}/study-routes`
let now = new Date('2026-10-13T08:30:00+08:00')
const at = (time: string, day = '2026-10-13') => new Date(`${day}T${time}:00+08:00`)
let database: Database
let app: App
let route: { id: string; stops: { id: string; name: string }[] }
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await insertCoverWorld(database)
  app = await testApp(database, { now: () => now })
  await office().post(routes, { name: '行走光华路', isPublished: true, stops: [stop('船模馆', 121.4), stop('石桥', 121.41)] }) // prettier-ignore
  route = (await office().get(routes)).json().routes[0]
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const stop = (name: string, longitude: number) => ({ name, longitude, latitude: 31.07, task: `看${name}` })
const office = () => asPerson(app, 'office')
const hand = (who: Hand = 'near') => asking(app, handCookie(who))
const group = { classes: '四（1）班', headCount: 38 }
const start = async (body: object = group, who: Hand = 'near') => {
  const reply = await hand(who).post(`${routes}/${route.id}/walks`, body)
  return { status: reply.statusCode, ...reply.json() }
}
const checkIn = async (walkId: string, n: number, body: object, who: Hand = 'near') => {
  const reply = await hand(who).post(`/api/walks/${walkId}/stops/${route.stops[n]!.id}/check-in`, body)
  return { status: reply.statusCode, ...reply.json() }
}
const codeAt = async (n: number) =>
  (await office().get(`${routes}/${route.id}/stops/${route.stops[n]!.id}/code`)).json()
const scanned = async (n: number) => ({
  way: '二维码',
  code: new URL((await codeAt(n)).path, 'http://site').searchParams.get('c'),
})
const here = (longitude: number, accuracy = 20) => ({ way: '定位', longitude, latitude: 31.07, accuracy })
const rowsOf = (walkId: string) =>
  database.transact('owner', (db) =>
    db
      .selectFrom('practice.walkStop')
      .selectAll()
      .where('walkId', '=', walkId)
      .where('cameAt', 'is not', null)
      .execute(),
  )

test('a class comes past every stop, each once, and has a certificate that anybody can check', async () => {
  now = at('08:30')
  const { id } = await start()
  now = at('09:05')
  const first = await checkIn(id, 0, await scanned(0))
  expect(first).toMatchObject({ state: 'now', walk: { doneAt: null, stops: [{ way: '二维码' }, { cameAt: null }] } })
  now = at('09:06')
  expect(await checkIn(id, 0, here(121.4), 'free')).toMatchObject({ state: 'before', walk: { stops: [{ cameAt: at('09:05').toISOString() }, {}] } }) // prettier-ignore
  expect((await hand().get(`/api/walks/${id}/certificate/pdf`)).json()).toMatchObject({ code: 'practice.walkNotDone' })
  now = at('10:20')
  const { walk } = await checkIn(id, 1, { way: '备用码', digits: (await codeAt(1)).digits })
  expect(walk).toMatchObject({ number: '研学证〔2026〕1号', doneAt: now.toISOString(), can: [] })
  expect(await rowsOf(id)).toHaveLength(2)

  const file = await hand().get(`/api/walks/${id}/certificate/docx`)
  expect([file.statusCode, file.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  const code = await database.transact('owner', (db) =>
    db.selectFrom('practice.walk').select('code').where('id', '=', id).executeTakeFirstOrThrow(),
  )
  const seen = (await asking(app).get(`/api/open/walks/${code.code!.toLowerCase()}`)).json()
  expect(seen.walk).toMatchObject({
    number: '研学证〔2026〕1号',
    route: '行走光华路',
    classes: '四（1）班',
    headCount: 38,
  })
  expect(JSON.stringify(seen)).not.toContain('near')
  expect((await asking(app).get('/api/open/walks/ABCD')).json()).toEqual({ walk: null })
})

test('who is not there is told so, and nothing is written', async () => {
  now = at('09:00')
  const { id } = await start()
  expect(await checkIn(id, 0, here(121.45))).toMatchObject({ status: 409, code: 'practice.notThere' })
  expect((await checkIn(id, 0, here(121.4, 900))).title).toContain('定位信号弱')
  expect((await checkIn(id, 0, { ...(await scanned(0)), code: 'abc.AAAAAAAAAAAAAA' })).title).toContain('认不出来')
  expect((await checkIn(id, 0, await scanned(1))).title).toContain('认不出来')
  expect((await checkIn(id, 0, { way: '备用码', digits: '000 000' })).title).toContain('备用码不对或已过期')
  const shown = await scanned(0)
  now = at('09:03')
  expect((await checkIn(id, 0, shown)).title).toContain('已过期')
  expect(await rowsOf(id)).toEqual([])
})

test('a walk is of one day; one that is not done can be given up, one that is done stays', async () => {
  now = at('09:00')
  const { id } = await start()
  now = at('09:00', '2026-10-14')
  expect(await checkIn(id, 0, here(121.4))).toMatchObject({ status: 409, title: '这次研学是2026年10月13日开始的，已经过了当天，请重新开始。' }) // prettier-ignore
  expect((await hand('absent').post(`/api/walks/${id}/drop`)).statusCode).toBe(403)
  expect((await hand().post(`/api/walks/${id}/drop`)).statusCode).toBe(200)
  expect((await hand().get(`/api/walks/${id}`)).statusCode).toBe(404)
})

test('one leads for the own school; of the cluster’s office all', async () => {
  now = at('09:00')
  expect(await start({ ...group, schoolId: s1 })).toMatchObject({ status: 422, code: 'practice.whichSchool' })
  expect((await office().post(`${routes}/${route.id}/walks`, group)).json()).toMatchObject({ code: 'practice.whichSchool' }) // prettier-ignore
  expect((await office().post(`${routes}/${route.id}/walks`, { ...group, schoolId: s5 })).statusCode).toBe(422)
  expect((await office().post(`${routes}/${route.id}/walks`, { ...group, schoolId: s2 })).statusCode).toBe(200)
  const { walks, routes: own } = (await hand().get('/api/walks')).json()
  expect(own).toMatchObject([{ id: route.id, name: '行走光华路', stops: 2, schools: [{ id: s2 }] }])
  expect(walks.every(({ leader }: { leader: string }) => leader === 'near')).toBe(true)
})

test('a route that is changed keeps its stops’ ids, and changes no walk that has begun', async () => {
  now = at('11:00')
  const { id } = await start()
  const [first, second] = route.stops
  const changed = [{ ...stop('船模博物馆', 121.4), id: first!.id }, stop('公园', 121.43)]
  await office().post(routes, { name: '行走光华路', isPublished: true, routeId: route.id, stops: changed })
  const [now1, now2] = (await office().get(routes)).json().routes[0].stops
  expect([now1.id, now1.name]).toEqual([first!.id, '船模博物馆'])
  expect(now2.id).not.toBe(second!.id)
  const walk = (await hand().get(`/api/walks/${id}`)).json()
  expect(walk.stops.map(({ name }: { name: string }) => name)).toEqual(['船模馆', '石桥'])
  expect(await checkIn(id, 1, here(121.41))).toMatchObject({ state: 'now' })
})

test('the office sees the walks of a school year', async () => {
  const { year, walks } = (await office().get(`/api/units/${c1}/walks?year=2026`)).json()
  expect(year).toBe(2026)
  expect(walks.filter(({ number }: { number: string | null }) => number)).toHaveLength(1)
  expect((await office().get(`/api/units/${c1}/walks?year=2025`)).json().walks).toEqual([])
})
