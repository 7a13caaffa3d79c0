import { Secret, TOTP } from 'otpauth'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { accountId, cast, PASSWORD, PLACES, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { forget } from './who.actions.ts'

let database: Database
let app: App
let now = new Date()
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000))
const cookieOf = (reply: { headers: Record<string, unknown> }) => String(reply.headers['set-cookie']).split(';')[0]!
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() })
const signIn = (login: string) => asking(app).post('/api/session', { login, password: PASSWORD })
const problem = (reply: { json<T>(): T }) => reply.json<{ code?: string }>().code

/** Sets up a phone for a person, and returns its secret and the recovery codes. */
async function setUp(person: Person): Promise<{ secret: string; codes: string[] }> {
  const asker = asPerson(app, person)
  const begun = await asker.post('/api/session/second-factor/begin', { password: PASSWORD })
  const { secret } = begun.json<{ secret: string }>()
  const { codes } = (await asker.post('/api/session/second-factor', { code: codeOf(secret) })).json<{
    codes: string[]
  }>()
  return { secret, codes }
}

test('a phone is set up with the password and a code; the database holds neither secret nor codes', async () => {
  const asker = asPerson(app, 'expert')
  expect((await asker.get('/api/session/second-factor')).json()).toEqual({ state: 'off', since: null, codesLeft: 0 })
  expect(problem(await asker.post('/api/session/second-factor', { code: '123456' }))).toBe(
    'identity.secondFactorNotBegun',
  )
  const { secret, codes } = await setUp('expert')
  expect(codes).toHaveLength(10)
  expect((await asker.get('/api/session/second-factor')).json()).toMatchObject({ state: 'on', codesLeft: 10 })
  const { rows } = await database.transact('owner', (db) =>
    sql<{ kept: Buffer }>`select totp_secret as kept from identity.account where totp_secret is not null
      union all select code_hash from identity.recovery_code`.execute(db),
  )
  const kept = Buffer.concat(rows.map(({ kept }) => Buffer.from(kept))).toString('latin1')
  for (const text of [secret, ...codes]) expect(kept).not.toContain(text)
})

test('after the password a session is but half: it opens nothing until the code is there', async () => {
  const { secret } = await setUp('office')
  later(60)
  const half = await signIn('office')
  expect(half.json()).toEqual({ owes: 'code' })
  const cookie = cookieOf(half)
  expect((await asking(app, cookie).get('/api/session')).statusCode).toBe(401)
  expect((await asking(app, cookie).get('/api/clusters')).statusCode).toBe(401)
  const whole = await asking(app, cookie).post('/api/session/code', { code: codeOf(secret) })
  expect(whole.json()).toMatchObject({ login: 'office', secondFactor: 'on' })
  expect(cookieOf(whole)).not.toBe(cookie)
  expect((await asking(app, cookieOf(whole)).get('/api/session')).statusCode).toBe(200)
  expect((await asking(app, cookie).post('/api/session/code', { code: codeOf(secret) })).statusCode).toBe(401)

  const again = cookieOf(await signIn('office'))
  expect(problem(await asking(app, again).post('/api/session/code', { code: codeOf(secret) }))).toBe(
    'identity.wrongCode',
  )
  later(30)
  expect((await asking(app, again).post('/api/session/code', { code: codeOf(secret) })).statusCode).toBe(200)
})

test('a half session waits ten minutes and no longer', async () => {
  const { secret } = await setUp('district')
  later(60)
  const cookie = cookieOf(await signIn('district'))
  later(10 * 60 + 1)
  expect(problem(await asking(app, cookie).post('/api/session/code', { code: codeOf(secret) }))).toBe(
    'identity.signInAgain',
  )
})

test('a recovery code is good once', async () => {
  const { codes } = await setUp('liaison')
  const use = async () =>
    asking(app, cookieOf(await signIn('liaison'))).post('/api/session/code', { code: codes[3]!.toUpperCase() })
  expect((await use()).statusCode).toBe(200)
  expect(problem(await use())).toBe('identity.wrongCode')
})

test('wrong codes lock the account, and the right password does not start the count anew', async () => {
  const { secret } = await setUp('principal')
  later(60)
  const codes = []
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const cookie = cookieOf(await signIn('principal'))
    codes.push(problem(await asking(app, cookie).post('/api/session/code', { code: '000000' })))
  }
  expect(codes).toEqual([...Array<string>(4).fill('identity.wrongCode'), 'identity.locked'])
  expect(problem(await signIn('principal'))).toBe('identity.locked')
  later(10 * 60 + 1)
  const cookie = cookieOf(await signIn('principal'))
  expect((await asking(app, cookie).post('/api/session/code', { code: codeOf(secret) })).statusCode).toBe(200)
})

test('who is over the account takes the factor away, on record; the sessions end', async () => {
  const reply = await asPerson(app, 'city').del(`/api/accounts/${accountId('district')}/second-factor`)
  expect(reply.statusCode).toBe(200)
  expect((await signIn('district')).json()).toMatchObject({ login: 'district', secondFactor: 'advised' })
  const { rows } = await database.transact('owner', (db) =>
    sql`select actor_name, facts->>'login' as login, unit_id from platform.audit where title = '重设第二重验证'`.execute(
      db,
    ),
  )
  expect(rows).toEqual([{ actorName: '陈市一', login: 'district', unitId: PLACES.districtA }])
})

test('where it is required, an office has no rights until it is set up, and cannot give it up', async () => {
  forget(accountId('outsider'))
  const config = { ...app.parts.config, secondFactor: 'required' as const }
  const strict = await testApp(database, { config, now: () => now })
  const asker = asPerson(strict, 'outsider')
  expect((await asker.get('/api/session')).json()).toMatchObject({ secondFactor: 'required', grants: [] })
  expect((await asker.get(`/api/units/${PLACES.c3}`)).statusCode).toBe(403)
  const begun = await asker.post('/api/session/second-factor/begin', { password: PASSWORD })
  const { secret } = begun.json<{ secret: string }>()
  await asker.post('/api/session/second-factor', { code: codeOf(secret) })
  expect((await asker.get(`/api/units/${PLACES.c3}`)).statusCode).toBe(200)
  later(30)
  expect(problem(await asker.post('/api/session/second-factor/end', { code: codeOf(secret) }))).toBe(
    'identity.secondFactorRequired',
  )
  await strict.close()
})
