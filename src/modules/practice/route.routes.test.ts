import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1 } = PLACES
const url = `/api/units/${c1}/study-routes`
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

const stop = (name: string, longitude: number) => ({ name, longitude, latitude: 31.07, task: `看${name}` })
const line = {
  name: '行走光华路',
  stages: ['小学'],
  stops: [stop('船模馆', 121.4), stop('石桥', 121.41), stop('公园', 121.42)],
}
const office = () => asPerson(app, 'office')
const save = async (body: object) => {
  const reply = await office().post(url, body)
  return { status: reply.statusCode, ...reply.json() }
}
const seenBy = async (person: 'office' | 'teacher') => (await asPerson(app, person).get(url)).json()

test('a draft is the office’s alone until it is published; its stops keep their order', async () => {
  const { id } = await save(line)
  expect((await seenBy('teacher')).routes).toEqual([])
  const [draft] = (await seenBy('office')).routes
  expect(draft).toMatchObject({ id, isPublished: false, stops: line.stops, metres: 2500, minutes: 40 })
  await save({ ...line, routeId: id, isPublished: true, stops: [...line.stops].reverse() })
  const seen = await seenBy('teacher')
  expect(seen.can).toEqual([])
  expect(seen.routes).toMatchObject([{ id, isPublished: true }])
  expect(seen.routes[0].stops.map(({ name }: { name: string }) => name)).toEqual(['公园', '石桥', '船模馆'])
})

test('a name is given once, a route has two stops at least, and what is gone is told', async () => {
  expect(await save(line)).toMatchObject({ status: 409, title: '已经有一条路线叫“行走光华路”，请换一个名称。' })
  const short = await save({ ...line, name: '短路线', stops: line.stops.slice(0, 1) })
  expect(short.status).toBe(400)
  expect(JSON.stringify(short)).toContain('一条路线至少要有两站')
  const { id } = await save({ ...line, name: '水边的一天' })
  expect((await office().post(`${url}/${id}/drop`)).statusCode).toBe(200)
  expect((await office().post(`${url}/${id}/drop`)).json()).toMatchObject({ code: 'practice.noRoute' })
  expect((await seenBy('office')).routes).toHaveLength(1)
})
