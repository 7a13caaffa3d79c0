import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { insertVenues, VENUES } from '../../../test/booking-world.ts'
import { cast } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { MOST_PICTURES, PICTURE_KB } from './picture.rules.ts'

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  await insertVenues(database)
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const principal = () => asPerson(app, 'principal')
const add = async (words: string, content = PNG) => {
  const query = new URLSearchParams({ words, width: '800', height: '600' }).toString()
  const reply = await principal().upload(`/api/venues/${VENUES.gym}/pictures?${query}`, { name: '照片.jpg', content })
  return { status: reply.statusCode, ...reply.json() }
}
const shown = async (): Promise<{ id: string; words: string }[]> =>
  (await asPerson(app, 'teacher').get(`/api/venues/${VENUES.gym}`)).json().pictures

test('a picture is what its bytes say, is kept for good by the browser, and is seen by the cluster alone', async () => {
  expect(await add('内景', Buffer.from('<svg onload="alert(1)">'))).toMatchObject({ code: 'venues.notAPicture' })
  expect(await add('内景', Buffer.alloc(PICTURE_KB * 1024 + 1))).toMatchObject({ code: 'venues.pictureTooLarge' })
  expect(await add('')).toMatchObject({ status: 400 })
  const { id } = await add('体育馆内景')
  const seen = await asPerson(app, 'teacher').get(`/api/pictures/${id}`)
  expect(seen.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
  expect(seen.headers['cache-control']).toContain('private')
  expect(seen.rawPayload.equals(PNG)).toBe(true)
  expect((await asPerson(app, 'outsider').get(`/api/pictures/${id}`)).statusCode).toBe(403)
  expect((await asPerson(app, 'teacher').del(`/api/pictures/${id}`)).statusCode).toBe(403)
})

test('pictures are put in order, told anew and taken away; there are only so many', async () => {
  const { id } = await add('看台')
  expect((await principal().post(`/api/pictures/${id}/forward`)).statusCode).toBe(200)
  expect((await shown()).map(({ words }) => words)).toEqual(['看台', '体育馆内景'])
  expect((await principal().post(`/api/pictures/${id}/forward`)).statusCode).toBe(200)
  await principal().patch(`/api/pictures/${id}`, { words: '看台，可坐 200 人' })
  expect((await shown())[0]).toMatchObject({ id, words: '看台，可坐 200 人', width: 800, height: 600 })
  for (let n = 2; n < MOST_PICTURES; n++) await add(`第 ${n} 张`)
  expect(await add('再来一张')).toMatchObject({ code: 'venues.tooManyPictures' })
  expect((await principal().del(`/api/pictures/${id}`)).statusCode).toBe(200)
  expect((await principal().get(`/api/pictures/${id}`)).statusCode).toBe(404)
})
