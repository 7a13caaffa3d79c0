import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import type { Venue, VenueLine } from './venue.contract.ts'

const { c1, s1, s2, s5 } = PLACES
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const listed = async (person: Person): Promise<VenueLine[]> =>
  (await asPerson(app, person).get(`/api/units/${c1}/venues`)).json().venues
const read = async (id: string, person: Person = 'principal'): Promise<Venue> =>
  (await asPerson(app, person).get(`/api/venues/${id}`)).json()
const hall = { name: '风雨操场', kind: '体育场馆', capacity: 120 }
const add = async (fields: object, school: number = s1): Promise<string> => {
  const reply = await asPerson(app, 'principal').post(`/api/schools/${school}/venues`, fields)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().id
}

test('a school adds a venue by its name, kind and size; the cluster sees it with the usual rules', async () => {
  const id = await add({
    ...hall,
    openings: [
      { dayKind: '上学日', weekdays: [1, 2, 3, 4, 5], fromTime: '16:00', untilTime: '18:00' },
      { dayKind: '上学日', weekdays: [1, 2, 3, 4, 5], fromTime: '18:00', untilTime: '20:00' },
    ],
  })
  const line = { id, name: '风雨操场', owner: '春申中学', opening: '上学日 16:00–20:00', state: '可预约' }
  expect(await listed('teacher')).toMatchObject([{ ...line, openTo: '成员校', needsApproval: false }])
  expect(await read(id)).toMatchObject({ ...line, releaseMinutes: 15, daysAhead: 120, can: ['keep'] })
  expect(await read(id, 'teacher')).toMatchObject({ can: [] })
  expect((await asPerson(app, 'outsider').get(`/api/venues/${id}`)).statusCode).toBe(403)
})

test('a name is there once at a school; bad hours and half a place are refused where they stand', async () => {
  const principal = asPerson(app, 'principal')
  const url = `/api/schools/${s1}/venues`
  expect((await principal.post(url, hall)).json()).toMatchObject({ code: 'venues.nameTaken', status: 409 })
  const backwards = [{ dayKind: '上学日', weekdays: [1], fromTime: '18:00', untilTime: '16:00' }]
  const refused = await principal.post(url, { ...hall, name: '体操房', openings: backwards })
  expect(refused.json().facts.issues[0]).toMatchObject({ path: 'openings' })
  const half = await principal.post(url, { ...hall, name: '体操房', longitude: 121.4 })
  expect(half.json().facts.issues[0]).toMatchObject({ path: 'latitude' })
  expect((await principal.post(url, { ...hall, name: '' })).statusCode).toBe(400)
})

test('who keeps whose venues', async () => {
  expect((await asPerson(app, 'teacher').post(`/api/schools/${s1}/venues`, hall)).statusCode).toBe(403)
  expect((await asPerson(app, 'principal').post(`/api/schools/${s2}/venues`, hall)).statusCode).toBe(403)
  expect((await asPerson(app, 'office').post(`/api/schools/${s5}/venues`, hall)).statusCode).toBe(403)
  expect((await asPerson(app, 'office').post(`/api/schools/${s2}/venues`, hall)).statusCode).toBe(200)
})

test('a venue is changed, closed and taken back into use', async () => {
  const id = await add({ ...hall, name: '篮球馆' })
  const principal = asPerson(app, 'principal')
  const changed = { ...hall, name: '篮球馆', capacity: 60, needsApproval: true, stages: ['初中'] }
  expect((await principal.patch(`/api/venues/${id}`, changed)).statusCode).toBe(200)
  expect(await read(id)).toMatchObject({ capacity: 60, needsApproval: true, stages: ['初中'], openings: [] })
  expect((await principal.post(`/api/venues/${id}/close`)).json()).toEqual({ clashes: 0 })
  expect((await principal.post(`/api/venues/${id}/close`)).statusCode).toBe(409)
  expect(await read(id)).toMatchObject({ state: '已停用' })
  expect((await principal.post(`/api/venues/${id}/reopen`)).statusCode).toBe(200)
  expect(await read(id)).toMatchObject({ state: '可预约' })
})

test('repairs close it for a while, with the reason, and are taken back', async () => {
  const id = await add({ ...hall, name: '羽毛球馆' })
  const principal = asPerson(app, 'principal')
  const closing = {
    fromDay: '2020-01-01',
    fromTime: '00:00',
    untilDay: '2999-01-01',
    untilTime: '24:00',
    why: '地板维修',
  }
  const url = `/api/venues/${id}/closings`
  const turned = await principal.post(url, { ...closing, untilDay: '2019-01-01' })
  expect(turned.json().facts.issues[0].path).toBe('untilDay')
  const made = (await principal.post(url, closing)).json()
  expect(made).toMatchObject({ clashes: 0 })
  expect(await read(id)).toMatchObject({ state: '暂停开放', closedWhy: '地板维修', closings: [{ why: '地板维修' }] })
  expect((await principal.post(`${url}/${made.id}/undo`)).statusCode).toBe(200)
  expect(await read(id)).toMatchObject({ state: '可预约', closings: [] })
})

test('equipment is kept as one list', async () => {
  const id = await add({ ...hall, name: '乒乓球房' })
  const principal = asPerson(app, 'principal')
  const url = `/api/venues/${id}/equipment`
  const balls = { name: '乒乓球拍', unit: '副', stock: 40 }
  expect((await principal.post(url, { equipment: [balls, balls] })).json().facts.issues[0].path).toBe('equipment')
  expect((await principal.post(url, { equipment: [balls, { name: '球网', unit: '', stock: 8 }] })).statusCode).toBe(200)
  const { equipment } = await read(id)
  expect(equipment.map(({ name, unit, stock }) => [name, unit, stock]).sort()).toEqual([
    ['乒乓球拍', '副', 40],
    ['球网', '件', 8],
  ])
  const kept = equipment.filter(({ name }) => name === '乒乓球拍').map((one) => ({ ...one, stock: 30 }))
  expect((await principal.post(url, { equipment: kept })).statusCode).toBe(200)
  expect((await read(id)).equipment).toEqual(kept)
  await principal.post(url, { equipment: kept.map((one) => ({ ...one, shared: true })) })
  await principal.post(url, { equipment: kept.map(({ shared: _, ...one }) => one) })
  expect((await read(id)).equipment).toMatchObject([{ name: '乒乓球拍', shared: true }])
})

test('the list goes into a workbook', async () => {
  const reply = await asPerson(app, 'office').get(`/api/units/${c1}/venues.xlsx`)
  expect(reply.statusCode).toBe(200)
  expect(reply.rawPayload.subarray(0, 2).toString()).toBe('PK')
})
