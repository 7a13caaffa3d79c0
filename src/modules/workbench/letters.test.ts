import { sql } from 'kysely'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import type { Database } from '#platform/database/database.ts'
import { systemOf } from '../../main/contexts.ts'
import type { App } from '../../main/app.ts'
import { accountId, cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { openPostOffice, type PostOffice } from '../../../test/post-office.ts'
import { notify } from './index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'yanzhen-letters-'))
let database: Database
let office: PostOffice
let apps: [App, App]
let now = new Date('2026-03-02T02:00:00Z')
const handling: NonNullable<Parameters<typeof openPostOffice>[0]> = {}

beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  office = await openPostOffice({
    onMail: (mail) => handling.onMail?.(mail),
    onHook: (body, response) => handling.onHook?.(body, response) ?? false,
  })
  const { smtpUrl } = office
  const config = { ...readConfig({}), dataDir, smtpUrl, insideWebhooks: true, asksPerMinute: 1_000_000 }
  const one = () => testApp(database, { config, now: () => now })
  apps = [await one(), await one()]
  await setUp()
})
afterEach(() => {
  delete handling.onMail
  delete handling.onHook
  office.mails.length = office.hooks.length = 0
})
afterAll(async () => {
  for (const app of apps) await app.close()
  await office.close()
  await database.close()
})

const system = () => systemOf(apps[0].parts)
const settled = () => Promise.all(apps.map((app) => app.jobs.settled()))
const tell = (key: string) =>
  system().inContext((ctx: Context) =>
    notify(ctx, {
      kind: 'transfer.remind',
      key,
      districtId: PLACES.districtA,
      title: `请报送台账 ${key}`,
      text: '还差 2 张表。',
      to: '/notices',
      accountIds: [accountId('liaison')],
    }),
  )

/** The liaison has a confirmed mail address and a bot. */
async function setUp(): Promise<void> {
  const me = asPerson(apps[0], 'liaison')
  const { id } = (await me.post('/api/notice-channels/mail', { address: 'liaison@school.example' })).json<{
    id: string
  }>()
  await settled()
  const code = /验证码是 (\d{6})/.exec(office.mails[0]!.text)![1]
  expect((await me.post(`/api/notice-channels/${id}/confirm`, { code: '000000' })).statusCode).toBe(422)
  expect((await me.post(`/api/notice-channels/${id}/confirm`, { code })).statusCode).toBe(200)
  expect((await me.post('/api/notice-channels/webhook', { bot: 'json', address: office.hookUrl })).statusCode).toBe(200)
  office.mails.length = 0
}

const statesOf = async (subject: string) => {
  const { rows } = await database.transact('owner', (db) =>
    sql<{ channel: string; state: string }>`
      select channel, state from platform.letter where subject = ${subject} order by channel`.execute(db),
  )
  return rows.map(({ channel, state }) => `${channel} ${state}`)
}

describe('a notice', () => {
  test('comes once by each channel, with the link to what is to be done', async () => {
    expect(await tell('a')).toEqual({ told: 1, unreached: [] })
    await settled()
    expect(office.mails).toMatchObject([{ to: 'liaison@school.example', subject: '请报送台账 a' }])
    expect(office.mails[0]!.text).toContain('/notices')
    expect(office.hooks).toMatchObject([{ title: '请报送台账 a', repeated: false }])
    expect(await statesOf('请报送台账 a')).toEqual(['mail sent', 'webhook sent'])
  })

  test('told again under the same key is told to nobody', async () => {
    await tell('b')
    expect(await tell('b')).toEqual({ told: 0, unreached: [] })
    await settled()
    expect(office.mails).toHaveLength(1)
    expect(office.hooks).toHaveLength(1)
  })

  test('to units reaches who has the role there, and says where there is nobody', async () => {
    const { s1, s2 } = PLACES
    const told = await system().inContext((ctx) =>
      notify(ctx, {
        kind: 'transfer.remind',
        key: 'units',
        districtId: PLACES.districtA,
        title: '到校',
        text: '内容',
        to: '/notices',
        unitIds: [s1, s2],
        roles: ['liaison'],
      }),
    )
    expect(told).toEqual({ told: 1, unreached: [s2] })
    await settled()
  })

  test('fifty at once, with two servers at work, come once each', { timeout: 120_000 }, async () => {
    const keys = Array.from({ length: 50 }, (_, n) => `many-${n}`)
    await Promise.all([...keys, ...keys].map((key) => tell(key)))
    await settled()
    await settled()
    const subjects = office.mails.map(({ subject }) => subject).sort()
    expect(subjects).toEqual(keys.map((key) => `请报送台账 ${key}`).sort())
    expect(office.hooks.map(({ title }) => title).sort()).toEqual(subjects)
  })
})

describe('a letter that may have arrived', () => {
  test('goes out once more, marked, under the same Message-ID, and then no more', async () => {
    handling.onMail = () => {
      throw Object.assign(new Error('gone'), { responseCode: 451 })
    }
    handling.onHook = (_, response) => {
      response.destroy()
      return true
    }
    await tell('maybe')
    await settled()
    expect(await statesOf('请报送台账 maybe')).toEqual(['mail waiting', 'webhook waiting'])
    now = new Date(now.getTime() + 3600_000)
    await settled()
    now = new Date(now.getTime() + 3600_000)
    delete handling.onMail
    await settled()
    expect(office.hooks.map(({ repeated }) => repeated)).toEqual([false, true])
    expect(await statesOf('请报送台账 maybe')).toEqual(['mail sent', 'webhook unsure'])
    const mine = (await asPerson(apps[0], 'liaison').get('/api/notices')).json<{ notices: { title: string }[] }>()
    expect(mine.notices.filter(({ title }) => title === '有一条消息没有送到')).toHaveLength(1)
  })

  test('a mail server that says no for good is not asked again, and the person is told in the product', async () => {
    handling.onMail = () => {
      throw Object.assign(new Error('no such user'), { responseCode: 550 })
    }
    await tell('refused')
    await settled()
    now = new Date(now.getTime() + 24 * 3600_000)
    await settled()
    expect(office.mails).toHaveLength(1)
    expect(await statesOf('请报送台账 refused')).toEqual(['mail failed', 'webhook sent'])
  })
})

describe('as each person chooses', () => {
  const me = () => asPerson(apps[0], 'liaison')

  test('a matter is not sent by a channel where it is not wanted', async () => {
    await me().post('/api/notice-ways/topics', { topic: 'ledgers', channel: 'webhook', on: false })
    await tell('muted')
    await settled()
    await me().post('/api/notice-ways/topics', { topic: 'ledgers', channel: 'webhook', on: true })
    expect(office.mails).toHaveLength(1)
    expect(office.hooks).toHaveLength(0)
  })

  test('quiet hours that begin and end at one hour are refused', async () => {
    const reply = await me().patch('/api/notice-ways', { digestHour: null, quietFrom: 7, quietUntil: 7 })
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([422, 'workbench.quietNever'])
  })

  test('what comes in the quiet hours is sent when they are over', async () => {
    await me().patch('/api/notice-ways', { digestHour: null, quietFrom: 21, quietUntil: 7 })
    now = new Date('2026-03-10T15:00:00Z')
    await tell('night')
    await settled()
    expect(office.mails).toHaveLength(0)
    now = new Date('2026-03-10T23:00:00Z')
    await settled()
    expect(office.mails).toHaveLength(1)
  })

  test('a digest gathers what was not read, once a day', async () => {
    await me().patch('/api/notice-ways', { digestHour: 17, quietFrom: null, quietUntil: null })
    now = new Date('2026-03-11T02:00:00Z')
    await tell('digest-1')
    await tell('digest-2')
    await settled()
    expect(office.mails).toHaveLength(0)
    now = new Date('2026-03-11T09:00:00Z')
    await settled()
    now = new Date('2026-03-12T09:00:00Z')
    await settled()
    await me().patch('/api/notice-ways', { digestHour: null, quietFrom: null, quietUntil: null })
    expect(office.mails).toMatchObject([{ subject: '今天有 2 条通知' }])
    expect(office.hooks).toHaveLength(1)
  })

  test('who is told by a digest and closes the account before it goes out is written to no more', async () => {
    const close = (closedAt: Date | null) =>
      database.transact('owner', (db) => sql`update identity.account set closed_at = ${closedAt}`.execute(db))
    await me().patch('/api/notice-ways', { digestHour: 17, quietFrom: null, quietUntil: null })
    now = new Date('2026-03-13T02:00:00Z')
    await tell('before-the-end')
    await close(now)
    now = new Date('2026-03-13T09:00:00Z')
    await settled()
    await close(null)
    await me().patch('/api/notice-ways', { digestHour: null, quietFrom: null, quietUntil: null })
    expect([office.mails, office.hooks]).toEqual([[], []])
  })

  test('nothing that is shown or kept in clear says where a bot is', async () => {
    const ways = (await me().get('/api/notice-ways')).body
    expect(ways).not.toContain('very-secret')
    const { rows } = await database.transact('owner', (db) =>
      sql<{ all: string }>`
        select (select coalesce(string_agg(l::text, ''), '') from platform.letter l)
          || (select string_agg(c::text, '') from workbench.channel c)
          || (select string_agg(j::text, '') from platform.job j)
          || (select string_agg(a::text, '') from platform.audit a) as all`.execute(db),
    )
    expect(rows[0]!.all).not.toContain('very-secret')
  })
})
