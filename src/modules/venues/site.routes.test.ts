import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayAfter, dayOf } from '#shared/day.ts'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1 } = PLACES
const url = `/api/units/${c1}/sites`
const today = dayOf(new Date())
const museum = { name: '示例博物馆', kind: '社会场馆', themes: ['传统文化', '古建筑'], stages: ['小学'] }
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

test('the office keeps partners; their places are in the list of venues, until the agreement ends', async () => {
  const office = asPerson(app, 'office')
  const { id } = (await office.post(url, { ...museum, agreementUntil: dayAfter(today, 30) })).json()
  const hall = { name: '古建模型教室', kind: '社会场馆', capacity: 45 }
  expect((await office.post(`/api/sites/${id}/venues`, hall)).statusCode).toBe(200)
  const listed = (await asPerson(app, 'teacher').get(url)).json()
  expect(listed).toMatchObject({ sites: [{ ...museum, state: '协议快到期', venues: 1 }], can: [] })
  const venues = () => asPerson(app, 'teacher').get(`/api/units/${c1}/venues`)
  expect((await venues()).json().venues).toMatchObject([{ owner: museum.name, state: '可预约' }])
  expect(JSON.stringify((await office.get('/api/today')).json())).toContain('与“示例博物馆”的协议快到期')

  await office.patch(`/api/sites/${id}`, { ...museum, agreementUntil: dayAfter(today, -1) })
  expect((await venues()).json().venues).toMatchObject([{ state: '协议已到期' }])
  expect((await office.post(`/api/sites/${id}/close`)).statusCode).toBe(200)
  expect((await office.get(`/api/sites/${id}`)).json()).toMatchObject({
    state: '已停用',
    venues: [{ state: '已停用' }],
  })
  expect((await office.post(`/api/sites/${id}/reopen`)).statusCode).toBe(200)
})

test('one name once, and an agreement that ends before it begins is refused where it stands', async () => {
  const office = asPerson(app, 'office')
  expect((await office.post(url, museum)).json().code).toBe('venues.nameTaken')
  const turned = { ...museum, name: '另一处', agreementFrom: '2026-02-01', agreementUntil: '2026-01-01' }
  expect((await office.post(url, turned)).json().facts.issues[0].path).toBe('agreementUntil')
  expect((await asPerson(app, 'principal').post(url, museum)).statusCode).toBe(403)
})
