import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, districtA } = PLACES
const NOW = new Date('2025-10-15T09:00:00Z')
const guide = `/api/units/${c1}/guide`

let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database, { now: () => NOW })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const site = (n: number, name: string) => ({
  ...{ districtId: districtA, clusterId: c1, id: `00000000-0000-7000-9600-00000000000${n}`, name, pinyin: name },
  ...{ kind: '企业' as const, contactPhone: '021-1', stages: ['小学'], themes: ['科技'], changedAt: NOW },
})
const put = (row: ReturnType<typeof site>) =>
  database.transact('owner', (db) => db.insertInto('venues.site').values(row).execute())
const office = () => asPerson(app, 'office')
const words = { title: '示例指南', preface: '', contact: '', isPublic: true }

test('without a base there is nothing to issue, and without an edition nothing to make public', async () => {
  expect((await office().get(guide)).json()).toMatchObject({ edition: null, editions: [], changes: [], code: null })
  expect((await office().post(`${guide}/editions`, {})).json()).toMatchObject({ code: 'practice.noBase' })
  expect((await office().post(guide, words)).json()).toMatchObject({ code: 'practice.noEdition' })
})

test('an edition stays as it stood, and what changed since is said in words', async () => {
  await put(site(1, '船模馆'))
  expect((await office().post(`${guide}/editions`, { words: '首版' })).json()).toEqual({ number: 1 })
  expect((await office().post(`${guide}/editions`, {})).json()).toMatchObject({ code: 'practice.nothingNew' })
  await put(site(2, '面包坊'))
  await database.transact('owner', (db) =>
    db.updateTable('venues.site').set({ contactPhone: '021-2' }).where('name', '=', '船模馆').execute(),
  )
  const { changes, content } = (await asPerson(app, 'teacher').get(guide)).json()
  expect(changes).toEqual(['新增企业：面包坊。', '船模馆：联系电话由“021-1”改为“021-2”。'])
  expect(content.bases).toHaveLength(2)
  const { groups } = (await office().get('/api/today')).json()
  expect(JSON.stringify(groups)).toContain('指南第 1 版以后有 2 处变化，可以定稿第 2 版')
  const first = (await asPerson(app, 'teacher').get(`${guide}?edition=1`)).json()
  expect(first.content.bases).toMatchObject([{ name: '船模馆', contactPhone: '021-1' }])
  expect(first.edition).toMatchObject({ number: 1, words: '首版', issuedOn: '2025-10-15', bases: 1 })
  const back = (await office().get(`${guide}/differences?from=0&to=1`)).json()
  expect(back.changes).toEqual(['不再列入企业：面包坊。', '船模馆：联系电话由“021-2”改为“021-1”。'])
})

test('whoever has the address reads the latest edition while it is public, and not what is kept since', async () => {
  await office().post(guide, words)
  const { code } = (await office().get(guide)).json()
  const visitor = asking(app, '')
  const open = await visitor.get(`/api/open/guides/${code}`)
  expect(open.json()).toMatchObject({ number: 1, content: { bases: [{ name: '船模馆', contactPhone: '021-1' }] } })
  await office().post(guide, { ...words, isPublic: false })
  expect((await visitor.get(`/api/open/guides/${code}`)).statusCode).toBe(404)
})

test('the guide goes out as PDF and for Word', async () => {
  const pdf = await office().get(`${guide}/pdf?edition=1`)
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  const docx = await office().get(`${guide}/docx`)
  expect(docx.rawPayload.subarray(0, 2).toString()).toBe('PK')
})
