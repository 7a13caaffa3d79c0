import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { accountId, cast, openSessions, PASSWORD, PLACES, teacherId, teacherName } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s1, s2, city } = PLACES
let database: Database
let app: App
let now = new Date()
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database, { now: () => now })
})
afterEach(() => database.transact('owner', openSessions))
afterAll(async () => {
  await app.close()
  await database.close()
})

const laterDays = (days: number) => (now = new Date(now.getTime() + days * 86_400_000))
const cookieOf = (reply: { headers: Record<string, unknown> }) => String(reply.headers['set-cookie']).split(';')[0]!
const problem = (reply: { json<T>(): T }) => reply.json<{ code?: string }>().code
const tokenIn = (reply: { json<T>(): T }) => reply.json<{ path: string }>().path.split('/').at(-1)!
const invite = (unitId: number, body: object) => asPerson(app, 'office').post(`/api/units/${unitId}/invitations`, body)
const join = (token: string, login: string) =>
  asking(app).post(`/api/join/${token}`, { login, password: 'wild geese in a line' })
const audited = async (title: string) => {
  const { rows } = await database.transact('owner', (db) =>
    sql<{ actorName: string; facts: Record<string, unknown>; unitId: number; result: string }>`
      select actor_name, facts, unit_id, result from platform.audit where title = ${title} order by at, id`.execute(db),
  )
  return rows
}

test('an invited person sees by whom and to what, chooses login and password, and is in', async () => {
  const made = await invite(s1, { name: '王联络', role: 'liaison', untilDay: '2090-08-31', phone: '13800000000' })
  const token = tokenIn(made)
  expect((await asking(app).get(`/api/join/${token}`)).json()).toMatchObject({
    name: '王联络',
    madeByName: '陈办一',
    mine: null,
    grants: [{ roleName: '学校联络员', unitName: '春申中学', untilDay: '2090-08-31' }],
  })
  expect((await asking(app).post(`/api/join/${token}`, { login: 'wang', password: '1234567890' })).statusCode).toBe(422)
  expect(problem(await join(token, 'Office'))).toBe('identity.loginTaken')
  const joined = await join(token, 'wanglianluo')
  expect(joined.json()).toMatchObject({ name: '王联络', grants: [{ role: 'liaison', unitId: s1 }] })
  expect((await asking(app, cookieOf(joined)).get(`/api/units/${c1}`)).statusCode).toBe(200)
  expect(problem(await join(token, 'another'))).toBe('identity.linkGone')
  expect((await audited('接受邀请')).at(-1)).toMatchObject({ actorName: '王联络', unitId: s1, result: 'done' })
})

test('the database keeps no link, and the record neither', async () => {
  const token = tokenIn(await invite(s1, { name: '无痕', role: 'liaison' }))
  const { rows } = await database.transact('owner', (db) =>
    sql<{ text: string }>`select i::text as text from identity.invitation i
      union all select a::text from platform.audit a`.execute(db),
  )
  expect(rows.length).toBeGreaterThan(1)
  for (const { text } of rows) expect(text).not.toContain(token)
})

test('two who open a link at once are not both let in', async () => {
  const token = tokenIn(await invite(s1, { name: '一个人', role: 'liaison' }))
  const replies = await Promise.all([join(token, 'first.one'), join(token, 'second.one')])
  expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410])
})

test('a link is good for 14 days; a new one takes its place; taken back, it opens nothing', async () => {
  const made = await invite(s1, { name: '李联络', role: 'liaison' })
  const first = tokenIn(made)
  laterDays(15)
  await database.transact('owner', (db) =>
    sql`update identity.session set created_at = ${now}, seen_at = ${now}`.execute(db),
  )
  expect(problem(await asking(app).get(`/api/join/${first}`))).toBe('identity.linkGone')
  const { id } = made.json<{ id: string }>()
  const second = tokenIn(await asPerson(app, 'office').post(`/api/invitations/${id}/link`))
  expect((await asking(app).get(`/api/join/${second}`)).statusCode).toBe(200)
  await asPerson(app, 'office').del(`/api/invitations/${id}`)
  expect(problem(await asking(app).get(`/api/join/${second}`))).toBe('identity.linkGone')
  now = new Date()
})

test('a list invites the liaisons of many schools, all or none', async () => {
  const send = (lines: object[]) =>
    asPerson(app, 'office').post(`/api/units/${c1}/invitations/liaisons`, { untilDay: null, lines })
  const wrong = await send([
    { name: '赵', school: '春申中学' },
    { name: '钱', school: '不在的学校' },
  ])
  expect(wrong.json()).toMatchObject({
    code: 'identity.noSuchSchools',
    title: expect.stringContaining('不在的学校') as string,
  })
  const twice = await send([
    { name: '赵', school: '春申中学' },
    { name: '赵', school: '春申中学', phone: '13900000000' },
  ])
  expect(problem(twice)).toBe('identity.invitedTwice')
  const before = (await asPerson(app, 'office').get(`/api/units/${c1}/invitations`)).json<{ invitations: object[] }>()
  const reply = await send([
    { name: '赵', school: '春申中学', phone: '13900000000' },
    { name: '钱', school: '春申小学' },
  ])
  expect(reply.json<{ links: object[] }>().links).toMatchObject([
    { name: '赵', schoolName: '春申中学' },
    { name: '钱', schoolName: '春申小学' },
  ])
  const after = (await asPerson(app, 'office').get(`/api/units/${c1}/invitations`)).json<{ invitations: object[] }>()
  expect(after.invitations).toHaveLength(before.invitations.length + 2)
  expect((await audited('批量邀请联络员')).at(-1)).toMatchObject({ facts: { people: 2 }, unitId: c1 })
})

test('a teacher is picked from the register, reads what is stored about them, and who looked', async () => {
  const name = teacherName(s1, 1)
  const persons = (await asPerson(app, 'office').get(`/api/units/${s1}/persons?q=${encodeURIComponent(name)}`)).json<{
    persons: { personId: string; name: string }[]
  }>().persons
  expect(persons.map((person) => person.name)).toContain(name)
  expect(problem(await invite(s2, { name, role: 'teacher', personId: teacherId(s1, 1) }))).toBe(
    'identity.inviteeNotOnFile',
  )
  const token = tokenIn(await invite(s1, { name, role: 'teacher', personId: teacherId(s1, 1) }))
  const teacher = asking(app, cookieOf(await join(token, 'laoshi')))
  expect((await asPerson(app, 'district').get(`/api/teachers/${teacherId(s1, 1)}`)).statusCode).toBe(200)
  const { parts, canAsk } = (await teacher.get('/api/account/data')).json<{
    parts: { title: string; rows: string[][] }[]
    canAsk: boolean
  }>()
  const rowsOf = (title: string) => parts.find((part) => part.title === title)?.rows ?? []
  expect(canAsk).toBe(true)
  expect(rowsOf('账号')[0]).toContain('laoshi')
  expect(rowsOf('邀请')[0]).toContain('陈办一')
  expect([rowsOf('交流轮岗'), rowsOf('跨校带教')].flat()).not.toEqual([])
  expect(rowsOf('谁看过我的资料').map(([, who, what]) => [who, what])).toContainEqual(['闵行区 区教育局', '查看教师'])
  expect((await teacher.get('/api/account/data.json')).headers['content-disposition']).toContain('.json')
})

test('a request for correction waits for the school and is answered', async () => {
  const teacher = asPerson(app, 'teacher')
  await teacher.post('/api/account/corrections', { wish: '我的学科应当是数学' })
  const liaison = asPerson(app, 'liaison')
  const [open] = (await liaison.get('/api/corrections')).json<{ corrections: { id: string; wish: string }[] }>()
    .corrections
  expect(open).toMatchObject({ wish: '我的学科应当是数学' })
  expect((await asPerson(app, 'expert').get('/api/corrections')).json()).toEqual({ corrections: [] })
  await liaison.post(`/api/corrections/${open!.id}/answer`, { answer: '已经改好' })
  expect((await liaison.get('/api/corrections')).json()).toEqual({ corrections: [] })
  expect((await teacher.get('/api/account/data')).body).toContain('已经改好')
})

test('roles are given with an end, changed and taken back at once', async () => {
  const joined = await join(tokenIn(await invite(s1, { name: '孙', role: 'liaison' })), 'sun.lianluo')
  const { id } = joined.json<{ id: string }>()
  const sun = asking(app, cookieOf(joined))
  const office = asPerson(app, 'office')
  const grant = { role: 'expert', unitId: c1, untilDay: '2090-08-31' }
  expect((await office.post(`/api/accounts/${id}/grants`, grant)).statusCode).toBe(200)
  expect(problem(await office.post(`/api/accounts/${id}/grants`, grant))).toBe('identity.grantTwice')
  const listed = (await office.get(`/api/units/${c1}/accounts?q=sun`)).json<{
    accounts: { can: string[]; grants: { id: string; role: string }[] }[]
  }>()
  expect(listed.accounts).toHaveLength(1)
  expect(listed.accounts[0]!.can).toEqual(['handOver', 'passwordLink', 'signOut', 'close'])
  const [liaison, expert] = ['liaison', 'expert'].map((role) =>
    listed.accounts[0]!.grants.find((one) => one.role === role),
  )
  await office.patch(`/api/grants/${expert!.id}`, { untilDay: '2089-08-31' })
  expect((await audited('改角色的期限')).at(-1)).toMatchObject({
    facts: { changes: [{ what: '期限', before: '2090-08-31', after: '2089-08-31' }] },
  })
  await office.del(`/api/grants/${expert!.id}`)
  await office.del(`/api/grants/${liaison!.id}`)
  expect((await sun.get('/api/session')).json()).toMatchObject({ grants: [] })
  expect((await sun.get(`/api/units/${c1}`)).statusCode).toBe(403)
})

test('without a role or closed, an account is found by who looked after it, and comes back', async () => {
  const joined = await join(tokenIn(await invite(s1, { name: '何', role: 'liaison' })), 'he.lianluo')
  const { id } = joined.json<{ id: string }>()
  interface Line {
    id: string
    last: object | null
    can: string[]
    grants: { id: string; toCome: boolean }[]
  }
  const found = async (person: 'administrator' | 'office', role: string) => {
    const at = person === 'office' ? c1 : city
    const reply = await asPerson(app, person).get(`/api/units/${at}/accounts?q=he.lianluo&role=${role}`)
    return reply.json<{ accounts: Line[] }>().accounts.find((one) => one.id === id)
  }
  const office = asPerson(app, 'office')
  await office.del(`/api/grants/${(await found('office', 'liaison'))!.grants[0]!.id}`)
  for (const person of ['administrator', 'office'] as const)
    expect(await found(person, 'none')).toMatchObject({
      grants: [],
      last: { unitName: '春申中学', roleName: '学校联络员' },
      can: ['passwordLink', 'signOut', 'close'],
    })
  expect((await office.post(`/api/accounts/${id}/close`)).statusCode).toBe(200)
  expect(await found('office', 'none')).toBeUndefined()
  expect(await found('administrator', 'closed')).toMatchObject({ closed: true, can: ['reopen'] })
  expect((await office.post(`/api/accounts/${id}/reopen`)).statusCode).toBe(200)
  const role = { role: 'liaison', unitId: s1, untilDay: null }
  expect((await office.post(`/api/accounts/${id}/grants`, role)).statusCode).toBe(200)
  expect(await found('office', 'liaison')).toMatchObject({ last: null, grants: [{ toCome: false }] })
})

test('who leaves hands the roles over from a day on, to a new person', async () => {
  const joined = await join(tokenIn(await invite(s1, { name: '周', role: 'liaison' })), 'zhou')
  const { id } = joined.json<{ id: string }>()
  const office = asPerson(app, 'office')
  const fromDay = new Date(now.getTime() + 3 * 86_400_000).toISOString().slice(0, 10)
  const handed = await office.post(`/api/accounts/${id}/hand-over`, { fromDay, toName: '吴接手' })
  const { link } = handed.json<{ link: { path: string }; grants: number }>()
  expect(handed.json()).toMatchObject({ grants: 1 })
  const wu = await join(link.path.split('/').at(-1)!, 'wu.jieshou')
  expect(wu.json()).toMatchObject({ grants: [] })
  expect((await office.get(`/api/units/${c1}/accounts?q=wu.jieshou`)).json()).toMatchObject({
    accounts: [{ grants: [{ fromDay, toCome: true }] }],
  })
  laterDays(4)
  await database.transact('owner', (db) =>
    sql`update identity.session set created_at = ${now}, seen_at = ${now}`.execute(db),
  )
  const grantsOf = async (login: string) => {
    const reply = await asking(app).post('/api/session', { login, password: 'wild geese in a line' })
    return reply.json<{ grants: object[] }>().grants.length
  }
  expect([await grantsOf('zhou'), await grantsOf('wu.jieshou')]).toEqual([0, 1])
  now = new Date()
})

test('who keeps the accounts cannot make themself an office by any way, and the try is on record', async () => {
  const admin = asPerson(app, 'administrator')
  const self = accountId('administrator')
  const office = { role: 'cluster-office', unitId: c1, untilDay: null }
  expect((await admin.post(`/api/accounts/${self}/grants`, office)).statusCode).toBe(403)
  expect((await audited('增加角色')).at(-1)).toMatchObject({ actorName: '陈管理', result: 'refused' })
  const token = tokenIn(await admin.post(`/api/units/${c1}/invitations`, { name: '自己', role: 'cluster-office' }))
  expect((await admin.post(`/api/join/${token}/account`)).statusCode).toBe(403)
  const handing = { fromDay: '2090-01-01', toLogin: 'administrator' }
  const other = await admin.post(`/api/accounts/${accountId('outsider')}/hand-over`, handing)
  expect(problem(other)).toBe('identity.notToOneself')
  expect((await audited('移交账号的角色')).at(-1)).toMatchObject({ actorName: '陈管理', result: 'refused' })
})

test('a signed-in person takes up a further role with the account they have', async () => {
  const token = tokenIn(await invite(s2, { name: '陈联络', role: 'liaison' }))
  expect((await asPerson(app, 'liaison').get(`/api/join/${token}`)).json()).toMatchObject({ mine: '陈联络' })
  await asPerson(app, 'liaison').post(`/api/join/${token}/account`)
  const grants = (await asPerson(app, 'liaison').get('/api/session')).json<{ grants: { unitId: number }[] }>().grants
  expect(grants.map(({ unitId }) => unitId).sort()).toEqual([s1, s2])
})

test('a password is set by a link that its giver cannot use for a session of the other', async () => {
  const made = await asPerson(app, 'office').post(`/api/accounts/${accountId('expert')}/password-link`)
  const token = tokenIn(made)
  expect((await asking(app).get(`/api/password/${token}`)).json()).toEqual({ login: 'expert', name: '陈专家' })
  expect((await asking(app).post(`/api/password/${token}`, { password: 'expert geese fly' })).statusCode).toBe(422)
  expect((await asking(app).post(`/api/password/${token}`, { password: 'new geese fly south' })).statusCode).toBe(200)
  expect((await asking(app).post('/api/session', { login: 'expert', password: PASSWORD })).statusCode).toBe(401)
  expect(problem(await asking(app).get(`/api/password/${token}`))).toBe('identity.linkGone')
})

test('who keeps the accounts finds offices and liaisons, and no account of a teacher', async () => {
  const { accounts } = (await asPerson(app, 'administrator').get(`/api/units/${city}/accounts?limit=200`)).json<{
    accounts: { login: string; grants: { role: string }[] }[]
  }>()
  const roles = new Set(accounts.flatMap(({ grants }) => grants.map(({ role }) => role)))
  expect(roles.has('cluster-office')).toBe(true)
  expect(roles.has('teacher')).toBe(false)
  const page = async (after: string): Promise<string[]> => {
    const reply = await asPerson(app, 'administrator').get(`/api/units/${city}/accounts?limit=2&after=${after}`)
    const { accounts: some, next } = reply.json<{ accounts: { login: string }[]; next: string | null }>()
    return [...some.map(({ login }) => login), ...(next ? await page(next) : [])]
  }
  expect(await page('')).toEqual(accounts.map(({ login }) => login))
})

test('closed, an account signs in nowhere and its invitations are void', async () => {
  const token = tokenIn(
    await asPerson(app, 'principal').post(`/api/units/${s1}/invitations`, { name: '郑', role: 'teacher' }),
  )
  await asPerson(app, 'office').post(`/api/accounts/${accountId('principal')}/close`)
  expect((await asPerson(app, 'principal').get('/api/session')).statusCode).toBe(401)
  expect(problem(await asking(app).get(`/api/join/${token}`))).toBe('identity.linkGone')
})
