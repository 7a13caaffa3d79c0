import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { accountId, cast, openSessions, PLACES, tokenOf } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { CLIENT, openHouse, type House } from '../../../test/house.ts'
import { testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const site = 'http://yanzhen.localhost:3000'
let database: Database
let house: House
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  house = await openHouse(`${site}/outside`)
  const plain = await testApp(database)
  app = await testApp(database, { config: { ...plain.parts.config, oidc: { ...CLIENT, issuer: house.issuer } } })
  await plain.close()
})
afterEach(() => database.transact('owner', openSessions))
afterAll(async () => {
  await app.close()
  await house.close()
  await database.close()
})

/** A browser that keeps its cookies. */
function browser(over: App = app, first: Record<string, string> = {}) {
  const jar = new Map(Object.entries(first))
  const post = async (url: string, body: object, method: 'POST' | 'DELETE' = 'POST') => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, host: 'yanzhen.localhost:3000', 'sec-fetch-site': 'same-origin' }
    const reply = await over.inject({ method, url, body, headers })
    for (const { name, value } of reply.cookies) jar.set(name, value)
    return reply
  }
  return {
    jar,
    post,
    set: async (body: object) => (await post('/api/outside/start', body)).json<{ address: string }>().address,
    back: (answer: string) => post('/api/outside/finish', { answer }),
  }
}
const asOffice = () => browser(app, { yanzhen: tokenOf('office') })
const codeOf = (reply: { json<T>(): T }) => reply.json<{ code?: string }>().code

test('who is not linked gets no account, no session and no rights', async () => {
  const page = browser()
  const reply = await page.back(await house.signIn(await page.set({ purpose: 'sign-in' }), 'stranger'))
  expect(reply.statusCode).toBe(401)
  expect(codeOf(reply)).toBe('identity.outsideUnlinked')
  expect(page.jar.has('yanzhen')).toBe(false)
})

test('a person links their account and signs in by the house from then on', async () => {
  const desk = asOffice()
  const linked = await desk.back(await house.signIn(await desk.set({ purpose: 'link' }), 'chen-1'))
  expect(linked.json()).toEqual({ linked: '统一身份 chen-1' })
  const phone = browser()
  const reply = await phone.back(await house.signIn(await phone.set({ purpose: 'sign-in' }), 'chen-1'))
  expect(reply.json()).toMatchObject({ login: 'office', grants: [{ role: 'cluster-office' }] })
  expect(phone.jar.get('yanzhen')).toMatch(/^[\w-]{43}$/)
})

test('somebody of the house is linked to one account alone, until it is undone', async () => {
  const other = browser(app, { yanzhen: tokenOf('principal') })
  const answer = await house.signIn(await other.set({ purpose: 'link' }), 'chen-1')
  expect(codeOf(await other.back(answer))).toBe('identity.outsideTaken')
  await asOffice().post('/api/outside', {}, 'DELETE')
  const page = browser()
  const reply = await page.back(await house.signIn(await page.set({ purpose: 'sign-in' }), 'chen-1'))
  expect(codeOf(reply)).toBe('identity.outsideUnlinked')
})

test('an invitation may be taken up with the sign-in of the house, and only with an invitation', async () => {
  const made = await asOffice().post(`/api/units/${PLACES.s1}/invitations`, { name: '李联络', role: 'liaison' })
  const token = made.json<{ path: string }>().path.split('/').at(-1)!
  const page = browser()
  const answer = await house.signIn(await page.set({ purpose: 'join', token, login: 'lilianluo' }), 'li-1')
  expect((await page.back(answer)).json()).toMatchObject({ login: 'lilianluo', grants: [{ role: 'liaison' }] })
  const again = await browser().post('/api/outside/start', { purpose: 'join', token, login: 'another' })
  expect(codeOf(again)).toBe('identity.linkGone')
  const visitor = await browser().post('/api/outside/start', { purpose: 'link' })
  expect(codeOf(visitor)).toBe('platform.signInFirst')
})

test('a wrong state, a wrong nonce and an answer without an errand are refused', async () => {
  const page = browser()
  const answer = await house.signIn(await page.set({ purpose: 'sign-in' }), 'chen-1')
  expect(codeOf(await page.back(answer.replace(/state=[^&]+/, 'state=another')))).toBe('identity.outsideBroken')
  const address = await page.set({ purpose: 'sign-in' })
  const other = await house.signIn(address.replace(/nonce=[^&]+/, 'nonce=another'), 'chen-1')
  expect(codeOf(await page.back(other))).toBe('identity.outsideBroken')
  const elsewhere = await house.signIn(await page.set({ purpose: 'sign-in' }), 'chen-1')
  expect(codeOf(await browser().back(elsewhere))).toBe('identity.outsideBroken')
  expect(page.jar.has('yanzhen')).toBe(false)
})

test('an answer is good once', async () => {
  const page = browser()
  await page.set({ purpose: 'sign-in' })
  const kept = page.jar.get('yanzhen-outside')!
  const answer = await house.signIn(await page.set({ purpose: 'sign-in' }), 'chen-1')
  const errand = page.jar.get('yanzhen-outside')!
  await page.back(answer)
  page.jar.set('yanzhen-outside', errand)
  expect(codeOf(await page.back(answer))).toBe('identity.outsideBroken')
  page.jar.set('yanzhen-outside', `${kept.slice(0, -4)}AAAA`)
  expect(codeOf(await page.back(answer))).toBe('identity.outsideBroken')
})

test('a code that has run out is refused, and so is who said no', async () => {
  const quick = await openHouse(`${site}/outside`, { codeSeconds: 1 })
  const own = await testApp(database, {
    config: { ...app.parts.config, oidc: { ...CLIENT, issuer: quick.issuer } },
  })
  const page = browser(own)
  const answer = await quick.signIn(await page.set({ purpose: 'sign-in' }), 'chen-1')
  await new Promise((resolve) => setTimeout(resolve, 2100))
  expect(codeOf(await page.back(answer))).toBe('identity.outsideBroken')
  await page.set({ purpose: 'sign-in' })
  expect(codeOf(await page.back('error=access_denied&state=x'))).toBe('identity.outsideDenied')
  await own.close()
  await quick.close()
})

test('an issuer that is down is told in plain words, and an issuer elsewhere must speak https', async () => {
  const gone = await openHouse(`${site}/outside`)
  await gone.close()
  for (const issuer of [gone.issuer, 'http://sso.example.test']) {
    const own = await testApp(database, { config: { ...app.parts.config, oidc: { ...CLIENT, issuer } } })
    const reply = await browser(own).post('/api/outside/start', { purpose: 'sign-in' })
    expect(reply.json()).toMatchObject({ status: 502, title: expect.stringContaining('暂时连不上') as string })
    await own.close()
  }
})

test('what happened is on record, by whom', async () => {
  const { rows } = await database.transact('owner', (db) =>
    sql<{ result: string }>`select distinct result from platform.audit
      where title = '统一身份登录' and account_id = ${accountId('office')}`.execute(db),
  )
  expect(rows).toEqual([{ result: 'done' }])
})
