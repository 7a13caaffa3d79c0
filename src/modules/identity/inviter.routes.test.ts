import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { accountId, cast, openSessions, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s1 } = PLACES
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
})
afterEach(() => database.transact('owner', openSessions))
afterAll(async () => {
  await app.close()
  await database.close()
})

type Answer = { json<T>(): T }
const made = (reply: Answer) => reply.json<{ id: string; path: string }>()
const tokenIn = (reply: Answer) => made(reply).path.split('/').at(-1)!
const problem = (reply: Answer) => reply.json<{ code?: string }>().code
const join = (token: string, login: string) =>
  asking(app).post(`/api/join/${token}`, { login, password: 'wild geese in a line' })

test('who lost the right to invite lets nobody in by a link made before, until another renews it', async () => {
  const invited = await asPerson(app, 'principal').post(`/api/units/${s1}/invitations`, {
    name: '影子',
    role: 'liaison',
  })
  const accounts = await asPerson(app, 'office').get(`/api/units/${c1}/accounts`)
  const { grants } = accounts
    .json<{ accounts: { id: string; grants: { id: string }[] }[] }>()
    .accounts.find(({ id }) => id === accountId('principal'))!
  expect((await asPerson(app, 'office').del(`/api/grants/${grants[0]!.id}`)).statusCode).toBe(200)

  expect(problem(await asking(app).get(`/api/join/${tokenIn(invited)}`))).toBe('identity.linkGone')
  expect(problem(await join(tokenIn(invited), 'shadow'))).toBe('identity.linkGone')
  expect(problem(await asPerson(app, 'teacher').post(`/api/join/${tokenIn(invited)}/account`, {}))).toBe(
    'identity.linkGone',
  )

  const renewed = await asPerson(app, 'office').post(`/api/invitations/${made(invited).id}/link`, {})
  expect((await join(tokenIn(renewed), 'shadow')).statusCode).toBe(200)
})

test('the login of a closed account is taken, and the person is told so', async () => {
  const invite = () => asPerson(app, 'office').post(`/api/units/${s1}/invitations`, { name: '新人', role: 'liaison' })
  const first = await join(tokenIn(await invite()), 'newcomer')
  const { id } = first.json<{ id: string }>()
  expect((await asPerson(app, 'office').post(`/api/accounts/${id}/close`, {})).statusCode).toBe(200)
  const token = tokenIn(await invite())
  expect(problem(await join(token, 'Newcomer'))).toBe('identity.loginTaken')
  expect((await join(token, 'newcomer2')).statusCode).toBe(200)
})
