import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { accountId, cast, PLACES, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import { openPostOffice, type PostOffice } from '../../../test/post-office.ts'
import type { App } from '../../main/app.ts'

const { c1, s1, s2 } = PLACES
let database: Database
let post: PostOffice
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  post = await openPostOffice()
  const dataDir = mkdtempSync(join(tmpdir(), 'yanzhen-told-'))
  const config = { ...readConfig({}), dataDir, insideWebhooks: true, asksPerMinute: 1_000_000 }
  app = await testApp(database, { config })
  await asPerson(app, 'liaison').post('/api/notice-channels/webhook', { bot: 'json', address: post.hookUrl })
})
afterEach(() => void (post.hooks.length = 0))
afterAll(async () => {
  await app.close()
  await post.close()
  await database.close()
})

interface Notice {
  title: string
  text: string
  to: string
}
/** What the person has not read yet, the newest first; from then on they have. */
async function told(person: Person): Promise<Notice[]> {
  const me = asPerson(app, person)
  const { notices } = (await me.get('/api/notices')).json<{ notices: (Notice & { read: boolean })[] }>()
  await me.post('/api/notices/read')
  return notices.filter(({ read }) => !read).map(({ title, text, to }) => ({ title, text, to }))
}
const give = (person: Person, role: string, unitId: number, untilDay: string | null = null) =>
  asPerson(app, 'office').post(`/api/accounts/${accountId(person)}/grants`, { role, unitId, untilDay })

async function grantOf(person: Person, role: string): Promise<string> {
  const reply = await asPerson(app, 'office').get(`/api/units/${c1}/accounts?q=${person}`)
  const { accounts } = reply.json<{ accounts: { login: string; grants: { id: string; role: string }[] }[] }>()
  return accounts.find(({ login }) => login === person)!.grants.find((one) => one.role === role)!.id
}
const handOver = (person: Person, body: object) =>
  asPerson(app, 'office').post(`/api/accounts/${accountId(person)}/hand-over`, body)

test('a role that is given, ends on another day or is taken back is told once each, in the product and by the bot', async () => {
  await give('liaison', 'expert', c1, '2090-08-31')
  const given = { title: '您有了新角色：春申学区 专家', text: '陈办一给的，到2090年8月31日为止。', to: '/account' }
  expect((await give('liaison', 'expert', c1)).statusCode).toBe(409)
  expect(await told('liaison')).toEqual([given])

  const office = asPerson(app, 'office')
  const grant = `/api/grants/${await grantOf('liaison', 'expert')}`
  const until = (untilDay: string | null) => office.patch(grant, { untilDay })
  await Promise.all([until('2089-08-31'), until('2089-08-31')])
  await until('2089-08-31')
  await until('2090-08-31')
  await until('2089-08-31')
  const changed = (before: string, after: string) =>
    `陈办一改的，原来到${before}年8月31日为止，现在到${after}年8月31日为止。`
  expect((await told('liaison')).map(({ text }) => text)).toEqual([
    changed('2090', '2089'),
    changed('2089', '2090'),
    changed('2090', '2089'),
  ])

  await office.del(grant)
  await office.del(grant)
  expect(await told('liaison')).toEqual([
    { title: '您的角色已收回：春申学区 专家', text: '陈办一收回的，已经生效。', to: '/account' },
  ])
  expect(await told('office')).toEqual([])
  await app.jobs.settled()
  const titles = post.hooks.map(({ title }) => title)
  expect(titles.sort()).toEqual(
    ['您有了新角色', '您的角色已收回', '您的角色改了期限', '您的角色改了期限', '您的角色改了期限'].map(
      (title) => `${title}：春申学区 专家`,
    ),
  )
})

test('who chose not to hear of 账号和权限 by the bot reads it in the product alone', async () => {
  const me = asPerson(app, 'liaison')
  const ways = (await me.get('/api/notice-ways')).json<{ topics: object[] }>()
  expect(ways.topics).toContainEqual({ name: 'accounts', title: '账号和权限' })
  const topic = { topic: 'accounts', channel: 'webhook' }
  await me.post('/api/notice-ways/topics', { ...topic, on: false })
  await give('liaison', 'liaison', s2)
  await app.jobs.settled()
  expect(post.hooks).toEqual([])
  expect(await told('liaison')).toMatchObject([{ title: '您有了新角色：春申小学 学校联络员' }])
  await me.post('/api/notice-ways/topics', { ...topic, on: true })
})

test('a handing over is told to both sides, whatever is handed over in one notice', async () => {
  await give('principal', 'expert', c1, '2090-08-31')
  await told('principal')
  expect((await handOver('principal', { fromDay: '2089-03-05', toLogin: 'teacher' })).json()).toMatchObject({
    grants: 2,
  })
  expect(await told('teacher')).toEqual([
    {
      title: '陈校长的工作移交给您',
      text: '从2089年3月5日起，您接手春申中学 校长（长期有效）、春申学区 专家（到2090年8月31日为止），没办完的事一并交给您。陈办一办理的。',
      to: '/',
    },
  ])
  expect(await told('principal')).toEqual([
    {
      title: '您的工作移交给陈老师',
      text: '从2089年3月5日起，春申中学 校长、春申学区 专家由陈老师接手，没办完的事一并移交。陈办一办理的。',
      to: '/account',
    },
  ])
})

test('a successor without an account is invited; what somebody takes up by an own click is no news to them', async () => {
  const reply = await handOver('expert', { fromDay: '2089-03-05', toName: '吴新' })
  const { link } = reply.json<{ link: { path: string } }>()
  expect((await told('expert')).map(({ text }) => text)).toEqual([
    '从2089年3月5日起，春申学区 专家由吴新接手（已发邀请），没办完的事一并移交。陈办一办理的。',
  ])
  const joined = await asking(app).post(`/api${link.path}`, { login: 'wu', password: 'wild geese in a line' })
  const wu = asking(app, String(joined.headers['set-cookie']).split(';')[0]!)
  expect((await wu.get('/api/notices')).json()).toMatchObject({ notices: [] })
})

test('a handing over that is refused tells nobody', async () => {
  const refused = await handOver('liaison', { fromDay: '2089-03-05', toLogin: 'liaison' })
  expect(refused.statusCode).toBe(422)
  expect(await told('liaison')).toEqual([])
})

test('a role at a school that its principal gives is told under the principal’s name', async () => {
  await asPerson(app, 'principal').post(`/api/accounts/${accountId('teacher')}/grants`, {
    role: 'liaison',
    unitId: s1,
    untilDay: null,
  })
  expect(await told('teacher')).toMatchObject([{ text: '陈校长给的，长期有效。' }])
})
