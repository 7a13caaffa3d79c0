import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { accountId, cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { pseudonym } from './tool-key.ts'

const url = `/api/units/${PLACES.c1}/lti-tools`
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

const tool = {
  name: '几何画板',
  address: 'https://tool.example.cn/lti',
  loginAddress: 'https://tool.example.cn/login',
  redirects: ['https://tool.example.cn/launch'],
}
const wall = {
  accountId: accountId('office'),
  managesAccounts: false,
  sees: { all: true, districtIds: [], schoolIds: [] },
}
const office = () => asPerson(app, 'office')
const save = async (body: object) => {
  const reply = await office().post(url, body)
  return { status: reply.statusCode, ...reply.json() }
}

test('a tool is told its client id and where our key is; both stay when it is changed', async () => {
  const { id } = await save(tool)
  const { tools, issuer, can } = (await office().get(url)).json()
  expect(can).toEqual(['keep'])
  expect(tools).toEqual([
    { ...tool, id, isOpen: true, deploymentId: String(PLACES.c1), keysAddress: `${issuer}/api/lti/tools/${id}/keys` },
  ])
  const keysOf = async () => (await asking(app).get(`/api/lti/tools/${id}/keys`)).json()
  const before = await keysOf()
  expect(before.keys).toMatchObject([{ kty: 'RSA', kid: id, alg: 'RS256', use: 'sig' }])
  expect(Object.keys(before.keys[0]).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  expect(await save({ ...tool, toolId: id, name: '几何画板在线', isOpen: false })).toMatchObject({ status: 200, id })
  expect((await asPerson(app, 'city').get(url)).json()).toMatchObject({
    tools: [{ id, name: '几何画板在线', isOpen: false }],
    can: [],
  })
  expect(await keysOf()).toEqual(before)
})

test('what cannot be kept is said in words', async () => {
  const plain = await save({ ...tool, loginAddress: 'http://tool.example.cn/login' })
  expect(plain.status).toBe(400)
  expect(JSON.stringify(plain)).toContain('请填写以 https:// 开头的完整地址')
  expect(await save({ ...tool, redirects: [] })).toMatchObject({ status: 400 })
  const unknown = { ...tool, toolId: '00000000-0000-7000-8000-00000000dead' }
  expect(await save(unknown)).toMatchObject({ status: 404, code: 'lti.noTool' })
})

test('the beginning of a closed tool is free for another; of two open ones it is not', async () => {
  const again = await save({ ...tool, name: '再登记' })
  expect(again).toMatchObject({ status: 200 })
  const [first] = (await office().get(url)).json().tools.filter(({ isOpen }: { isOpen: boolean }) => !isOpen)
  expect(await save({ ...tool, toolId: first.id, isOpen: true })).toMatchObject({ code: 'lti.addressTaken' })
})

test('a key that another installation sealed is said to be lost', () => {
  const row = { publicJwk: { kty: 'RSA', n: '', e: '', kid: '', alg: '', use: '' }, sealed: Buffer.alloc(64) }
  expect(() => pseudonym(app.parts.config.dataDir, row, 'somebody')).toThrow('密钥打不开了')
})

test('the private key is the owner’s alone to read, and sealed even then', async () => {
  const asApp = sql`select sealed from lti.tool_key`
  await expect(database.transact(wall, (db) => asApp.execute(db))).rejects.toThrow(/permission denied/)
  const { rows } = await database.transact('owner', (db) => sql<{ sealed: Buffer }>`${asApp}`.execute(db))
  expect(rows).toHaveLength(2)
  expect(Buffer.from(rows[0]!.sealed).toString('latin1')).not.toMatch(/"d"|salt/)
})
