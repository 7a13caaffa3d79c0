import { Command } from 'commander'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Cli } from '#platform/cli.ts'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import { userCommands } from './account.commands.ts'
import { makeFirstAccounts } from './first.actions.ts'

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

/** Runs `yanzhen user …` against the test's database and returns what it prints. */
async function yanzhen(...args: string[]): Promise<string> {
  const printed: string[] = []
  const cli: Cli = {
    program: new Command().exitOverride(),
    withSystem: async (work) => void (await work(systemOf(app.parts))),
    print: (line) => void printed.push(line),
    complain: () => {},
    progress: () => () => {},
  }
  userCommands(cli)
  await cli.program.parseAsync(['user', ...args], { from: 'user' })
  return printed.join('\n')
}

const passwordIn = (text: string) => / {2}密码 (\S+)/.exec(text)?.[1] ?? ''
const signIn = (login: string, password: string) => asking(app).post('/api/session', { login, password })

test('a new account signs in with the password that is printed once', async () => {
  const password = passwordIn(await yanzhen('add', 'lihua', '--name', '李华', '--role', '校长', '--at', '春申小学'))
  expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
  expect((await signIn('LiHua', password)).json()).toMatchObject({
    name: '李华',
    mustChangePassword: true,
    grants: [{ role: 'principal', unitName: '春申小学' }],
  })
  const { rows } = await database.transact('owner', (db) =>
    sql`select title, actor_name, facts from platform.audit where verb = 'command'`.execute(db),
  )
  expect(rows).toEqual([
    { title: '新增账号', actorName: '系统', facts: { login: 'lihua', role: '校长', unit: '春申小学' } },
  ])
})

test.each([
  [['add', 'lihua', '--name', '李', '--role', '校长', '--at', '春申中学'], '用户名 lihua 已经有人用了。'],
  [
    ['add', '李 华', '--name', '李', '--role', '校长', '--at', '春申中学'],
    '用户名请用 2 到 40 个字母、数字、点、横线或下划线。',
  ],
  [['add', 'wang', '--name', '王', '--role', '园丁', '--at', '春申中学'], '没有“园丁”这种角色'],
  [['add', 'wang', '--name', '王', '--role', '校长', '--at', '无名中学'], '没有叫“无名中学”的单位。'],
  [['add', 'wang', '--name', '王', '--role', '校长', '--at', '春申学区'], '校长只能设在学校。'],
  [['add', 'wang', '--name', '王', '--role', '校长', '--at', '春申中学', '--until', '2027年'], '“2027年”不是日期'],
  [['password', 'nobody'], '没有用户名 nobody。'],
])('%s is refused with a reason', async (args, reason) => {
  await expect(yanzhen(...args)).rejects.toThrow(reason)
})

test('a role ends with its last day, and a further one is added', async () => {
  const args = ['--name', '张', '--role', 'expert', '--at', String(PLACES.c1), '--until', '2020-01-01', '--json']
  const { password } = JSON.parse(await yanzhen('add', 'zhang', ...args)) as { password: string }
  expect((await signIn('zhang', password)).json()).toMatchObject({ grants: [] })
  await yanzhen('grant', 'zhang', '--role', '专家', '--at', '龙华学区')
  const signedIn = await signIn('zhang', password)
  expect(signedIn.json()).toMatchObject({ grants: [{ unitName: '龙华学区' }] })
  const zhang = asking(app, String(signedIn.headers['set-cookie']).split(';')[0]!)
  // The first role comes with the password; only the further one is news.
  const { notices } = (await zhang.get('/api/notices')).json<{ notices: object[] }>()
  expect(notices).toHaveLength(1)
  expect(notices).toMatchObject([{ title: '您有了新角色：龙华学区 专家', text: '系统给的，长期有效。' }])
})

test('a person is invited from the command line, and a role is taken back', async () => {
  const args = ['李四', '--role', '校长', '--at', '春申小学', '--until', '2090-08-31', '--json']
  const { path } = JSON.parse(await yanzhen('invite', ...args)) as { path: string }
  const joined = await asking(app).post(`/api${path}`, { login: 'lisi', password: 'geese in autumn' })
  expect(joined.json()).toMatchObject({ name: '李四', grants: [{ role: 'principal' }] })
  await yanzhen('revoke', 'lisi', '--role', '校长', '--at', '春申小学')
  expect((await signIn('lisi', 'geese in autumn')).json()).toMatchObject({ grants: [] })
  await expect(yanzhen('revoke', 'lisi', '--role', '校长', '--at', '春申小学')).rejects.toThrow('没有“校长”这个角色')
  expect(await yanzhen('reset-second-factor', 'lisi')).toContain('已取消')
})

test('a new password ends all sessions, a closed account cannot sign in', async () => {
  const before = await signIn('expert', 'geese fly in line')
  const cookie = String(before.headers['set-cookie']).split(';')[0]!
  const password = passwordIn(await yanzhen('password', 'expert'))
  expect((await asking(app, cookie).get('/api/session')).statusCode).toBe(401)
  expect((await signIn('expert', password)).statusCode).toBe(200)
  await yanzhen('close', 'expert')
  expect((await signIn('expert', password)).statusCode).toBe(401)
  expect(await yanzhen('list')).toContain('expert  陈专家  春申学区 专家  已停用')
})

test('a new installation gets an office and, apart from it, who keeps the accounts', async () => {
  const system = systemOf(app.parts)
  expect(await makeFirstAccounts(system, () => Promise.reject(new Error('not new')))).toEqual([])
  await database.transact('owner', (db) => sql.raw('delete from identity.session').execute(db))
  await database.transact('owner', (db) => sql.raw('delete from identity."grant"').execute(db))
  await database.transact('owner', (db) => sql.raw('delete from identity.account').execute(db))
  let filled = false
  const [office = '', admin = ''] = await makeFirstAccounts(system, async () => void (filled = true))
  expect(filled).toBe(true)
  expect((await signIn('office', passwordIn(office))).json()).toMatchObject({ grants: [{ role: 'city-officer' }] })
  expect((await signIn('admin', passwordIn(admin))).json()).toMatchObject({ grants: [{ role: 'administrator' }] })
})
