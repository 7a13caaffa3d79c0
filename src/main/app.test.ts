import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { constraintName, problemOfDatabase } from '#platform/problems.ts'
import { cast, PLACES } from '../../test/cast.ts'
import { testDatabase } from '../../test/database.ts'
import { asking, asPerson, testApp } from '../../test/http.ts'
import type { App } from './app.ts'

let database: Database
let app: App
const log: string[] = []
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  const stream = { write: (line: string) => void log.push(line) }
  app = await testApp(database, { log: { level: 'debug', redact: [], stream } })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

describe('what goes wrong leaves as problem+json', () => {
  test('an address that is not there', async () => {
    const reply = await asking(app).get('/api/nowhere')
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(reply.json()).toEqual({
      type: 'urn:yanzhen:platform.noSuchAddress',
      title: '没有这个地址，请检查网址。',
      status: 404,
      code: 'platform.noSuchAddress',
      facts: {},
      requestId: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    })
  })

  test.each([
    ['a unit that is not there', '/api/units/999', 'platform.notFound'],
    ['a number that is none', '/api/units/abc', 'platform.badInput'],
    ['a number that no unit can have', '/api/units/99999999999999', 'platform.badInput'],
    ['a text that no database takes', `/api/units/${PLACES.c1}/schools?year=2023&q=%00`, 'platform.badInput'],
  ])('%s', async (_, url, code) => {
    expect((await asPerson(app, 'office').get(url)).json()).toMatchObject({ code })
  })

  test('a body that is not JSON, and one that is too long', async () => {
    const post = (body: string) =>
      app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'none' },
        body,
      })
    expect((await post('{"login":')).json()).toMatchObject({ status: 400, code: 'platform.badInput' })
    expect((await post(`"${'x'.repeat(2_000_000)}"`)).json()).toMatchObject({
      status: 413,
      code: 'platform.bodyTooLarge',
    })
  })

  test('what is missing is said in words, field by field', async () => {
    const reply = await asking(app).post('/api/session', { login: '' })
    expect(reply.json()).toMatchObject({
      facts: {
        issues: [
          { path: 'login', message: '请填写这一项' },
          { path: 'password', message: '请填写这一项' },
        ],
      },
    })
  })

  test('a browser that went there itself is told on a page', async () => {
    const visit = (url: string) => app.inject({ url, headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } })
    const reply = await visit('/api/units/999')
    expect(reply.statusCode).toBe(401)
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.body).toContain('<p>请先登录。</p>')
    expect((await visit('/api/<b>nowhere')).body).toContain('<p>没有这个地址，请检查网址。</p>')
  })

  test('haste', async () => {
    const hurried = await testApp(database, { config: { ...app.parts.config, asksPerMinute: 2 } })
    const ask = () => asking(hurried).get('/api/health')
    await ask()
    await ask()
    const third = await ask()
    expect(third.json()).toMatchObject({ status: 429, code: 'platform.tooManyRequests' })
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0)
    await hurried.close()
  })

  test('a bug: the log knows what, the reply only its number', async () => {
    const rename = (from: string, to: string) =>
      database.transact('owner', (db) => sql.raw(`alter table organizations.${from} rename to ${to}`).execute(db))
    await rename('membership', 'hidden')
    const reply = await asPerson(app, 'district').get(`/api/units/${PLACES.c1}/schools?year=2023`)
    await rename('hidden', 'membership')
    expect(reply.json()).toMatchObject({ status: 500, code: 'platform.bug', facts: {} })
    expect(reply.body).not.toContain('membership')
    const line = log.find((text) => text.includes('"a bug"')) ?? ''
    expect(line).toContain(reply.json<{ requestId: string }>().requestId)
    expect(line).toContain('membership')
  })
})

describe('what the database refuses is said in words', () => {
  test.each([
    ['23505', 'account_login', 'platform.taken'],
    ['23P01', 'no_overlap_102678', 'platform.taken'],
    ['23503', 'grant_unit', 'platform.stillUsed'],
    ['23514', 'unit_check', 'platform.against'],
    ['40P01', undefined, 'platform.busy'],
  ])('%s on %s', (code, constraint, problem) => {
    expect(problemOfDatabase({ code, constraint })?.code).toBe(problem)
  })
  test('a statement that is wrong is a bug', () => expect(problemOfDatabase({ code: '42601' })).toBeUndefined())
  test('a shard’s number is no part of a constraint’s name', () => {
    expect(constraintName('no_overlap_102678')).toBe('no_overlap')
    expect(constraintName('account_login')).toBe('account_login')
  })
})

test('every reply carries the headers that keep other sites out', async () => {
  const { headers } = await asking(app).get('/api/health')
  expect(headers['content-security-policy']).toContain("default-src 'self'")
  expect(headers['content-security-policy']).not.toContain('http')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers).not.toHaveProperty('strict-transport-security')
})

test('the log keeps neither cookies nor what people searched for', async () => {
  await asPerson(app, 'office').get(`/api/units/${PLACES.c1}/schools?year=2023&q=%E8%B5%B5`)
  expect(log.join('')).not.toMatch(/the-session-of|%E8%B5%B5|q=/)
})
