import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { accountId, cast, PASSWORD, PEOPLE } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, testApp } from '../../../test/http.ts'
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

const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))
const signIn = (login: string, password: string) => asking(app).post('/api/session', { login, password })
const cookieOf = (reply: { headers: Record<string, unknown> }) => String(reply.headers['set-cookie']).split(';')[0]!

async function audit(accountOf: string) {
  const { rows } = await database.transact('owner', (db) =>
    sql<{ title: string; result: string }>`select title, result from platform.audit
      where account_id = ${accountOf} order by at, id`.execute(db),
  )
  return rows
}

test('a person signs in, learns who they are, and signs out', async () => {
  const reply = await signIn('principal', PASSWORD)
  expect(reply.statusCode).toBe(200)
  expect(reply.json()).toMatchObject({
    name: PEOPLE.principal.name,
    grants: [{ roleName: '校长', unitName: '春申中学' }],
  })
  expect(String(reply.headers['set-cookie'])).toMatch(/^yanzhen=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  const browser = asking(app, cookieOf(reply))
  expect((await browser.get('/api/session')).json()).toEqual(reply.json())
  expect((await browser.del('/api/session')).statusCode).toBe(200)
  expect((await browser.get('/api/session')).statusCode).toBe(401)
  expect(await audit(accountId('principal'))).toEqual([
    { title: '登录', result: 'done' },
    { title: '退出登录', result: 'done' },
  ])
})

test('a wrong password and an unknown login are told apart by nobody', async () => {
  const wrong = await signIn('expert', 'not the password')
  const unknown = await signIn('nobody', 'not the password')
  const spoken = ({ statusCode, body }: typeof wrong) => ({
    statusCode,
    ...(JSON.parse(body) as object),
    requestId: '',
  })
  expect(spoken(unknown)).toEqual(spoken(wrong))
  expect(wrong.json()).toMatchObject({ code: 'identity.wrongPassword', title: '用户名或密码不对，请再试一次。' })
})

test('five wrong passwords lock the account for ten minutes, and every try is on record', async () => {
  const codes = []
  for (let attempt = 1; attempt <= 6; attempt += 1)
    codes.push((await signIn('teacher', 'not the password')).json<{ code: string }>().code)
  expect(codes).toEqual([...Array<string>(4).fill('identity.wrongPassword'), 'identity.locked', 'identity.locked'])
  const locked = await signIn('teacher', PASSWORD)
  expect(locked.statusCode).toBe(423)
  expect(locked.json()).toMatchObject({ title: '密码连续输错，账号已暂时锁住，请 10 分钟后再试。' })
  expect(await audit(accountId('teacher'))).toEqual(Array(7).fill({ title: '登录', result: 'refused' }))
  later(10)
  expect((await signIn('teacher', PASSWORD)).statusCode).toBe(200)
})

test('guesses sent at the same time are counted one after the other', async () => {
  const replies = await Promise.all(Array.from({ length: 8 }, () => signIn('liaison', 'not the password')))
  expect(replies.filter(({ statusCode }) => statusCode === 401)).toHaveLength(4)
  expect(replies.filter(({ statusCode }) => statusCode === 423)).toHaveLength(4)
})

test('who does nothing for half an hour is signed out; who works stays', async () => {
  const browser = asking(app, cookieOf(await signIn('district', PASSWORD)))
  const statusAfter = async (minutes: number) => {
    later(minutes)
    forget(accountId('district'))
    return (await browser.get('/api/session')).statusCode
  }
  expect([await statusAfter(29), await statusAfter(29), await statusAfter(31)]).toEqual([200, 200, 401])
})

test('nobody stays signed in for longer than a working day', async () => {
  const browser = asking(app, cookieOf(await signIn('district', PASSWORD)))
  const statuses = new Set<number>()
  for (let half = 0; half < 26; half += 1) {
    later(28)
    forget(accountId('district'))
    statuses.add((await browser.get('/api/session')).statusCode)
  }
  expect([...statuses]).toEqual([200, 401])
})

test('a new password must be long, uncommon and without the login', async () => {
  const browser = asking(app, cookieOf(await signIn('expert', PASSWORD)))
  const change = async (next: string) =>
    (await browser.post('/api/session/password', { current: PASSWORD, next })).json<{ title: string }>().title
  expect(await change('1q2w3e4r5t')).toBe('这个密码不够安全：它是最常见的密码之一。')
  expect(await change('expert-2026-9')).toBe('这个密码不够安全：不能含有用户名。')
  expect(await change('ababababab')).toBe('这个密码不够安全：用到的字符太少。')
  expect(await change('fghijklmno')).toBe('这个密码不够安全：不能是一串连着的数字或字母。')
  expect(await change(PASSWORD)).toBe('新密码和现在的一样，请换一个。')
})

test('a password that is too short is refused with the field it concerns', async () => {
  const reply = await asking(app, cookieOf(await signIn('expert', PASSWORD))).post('/api/session/password', {
    current: PASSWORD,
    next: 'short',
  })
  expect(reply.json()).toMatchObject({
    code: 'platform.badInput',
    facts: { issues: [{ path: 'next', message: '新密码至少 10 位' }] },
  })
})

test('a new password ends the sessions on other machines, not this one', async () => {
  const here = asking(app, cookieOf(await signIn('city', PASSWORD)))
  const there = asking(app, cookieOf(await signIn('city', PASSWORD)))
  const reply = await here.post('/api/session/password', { current: PASSWORD, next: 'wild geese return in spring' })
  expect(reply.statusCode).toBe(200)
  expect((await here.get('/api/session')).statusCode).toBe(200)
  expect((await there.get('/api/session')).statusCode).toBe(401)
  expect((await signIn('city', PASSWORD)).statusCode).toBe(401)
  expect((await signIn('city', 'wild geese return in spring')).statusCode).toBe(200)
})

test('the current password must be right, and guessing it locks the account too', async () => {
  const browser = asking(app, cookieOf(await signIn('outsider', PASSWORD)))
  const guess = () => browser.post('/api/session/password', { current: 'guessed', next: 'a very good password' })
  const codes = []
  for (let attempt = 1; attempt <= 5; attempt += 1) codes.push((await guess()).json<{ code: string }>().code)
  expect(codes).toEqual([...Array<string>(4).fill('identity.wrongCurrent'), 'identity.locked'])
})

test('a write from a page of another site is refused', async () => {
  const post = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/session', headers, body: { login: 'city', password: 'x' } })
  expect((await post({ 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({ code: 'platform.foreignOrigin' })
  expect((await post({ origin: 'http://elsewhere.example' })).statusCode).toBe(403)
  expect((await post({})).statusCode).toBe(403)
  expect((await post({ origin: 'http://localhost:3000', host: 'localhost:3000' })).statusCode).toBe(401)
})

test('what every page may send without being asked first, a plain form, is not read', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  const payload = new URLSearchParams({ login: 'city', password: PASSWORD }).toString()
  const reply = await app.inject({ method: 'POST', url: '/api/session', headers, payload })
  expect(reply.json()).toMatchObject({ code: 'platform.badInput', facts: { issues: [] } })
})

test('behind https the cookie is bound to this host and to https', async () => {
  const secure = await testApp(database, { config: { ...app.parts.config, secureCookies: true }, now: () => now })
  const reply = await asking(secure).post('/api/session', { login: 'principal', password: PASSWORD })
  expect(String(reply.headers['set-cookie'])).toMatch(
    /^__Host-yanzhen=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  expect(reply.headers['strict-transport-security']).toContain('max-age=')
  expect((await asking(secure, cookieOf(reply)).get('/api/session')).statusCode).toBe(200)
  expect((await asking(secure, cookieOf(reply).replace('__Host-', '')).get('/api/session')).statusCode).toBe(401)
  await secure.close()
})
