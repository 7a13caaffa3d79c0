import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import type { App } from '../../main/app.ts'
import { cast, PLACES, YEAR, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'

let database: Database
let app: App
beforeEach(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
  return async () => {
    await app.close()
    await database.close()
  }
})

const { c1, c2, districtA, s1, s2, s4 } = PLACES
const get = async (person: Person, url: string) => (await asPerson(app, person).get(url)).json()
const post = async (person: Person, url: string, body: object) => (await asPerson(app, person).post(url, body)).json()
const newSchool = { code: '3121129001', name: '春申第二小学', kind: '小学', ownership: '公办', day: '2023-10-01' }

describe('a school by hand', () => {
  test('is a member from its day on, counts in a year on record, and no code is used twice', async () => {
    const { id } = await post('office', `/api/units/${c1}/schools`, newSchool)
    const { schools } = await get('office', `/api/units/${c1}/schools?year=${YEAR}`)
    expect(schools.find((one: { id: number }) => one.id === id)).toMatchObject({ kind: '小学', role: '成员校' })
    expect((await get('city', '/api/schools?q=chunshendi')).schools).toMatchObject([{ id, clusters: ['春申学区'] }])
    expect(await post('office', `/api/units/${c1}/schools`, newSchool)).toMatchObject({
      code: 'organizations.sameCode',
    })
    expect(await post('office', `/api/units/${c1}/schools`, { ...newSchool, code: '待定' })).toMatchObject({
      status: 400,
    })
  })

  test('is not recorded a second time under the name of one that is there', async () => {
    const twice = { ...newSchool, name: '春申小学' }
    const reply = await post('office', `/api/units/${c1}/schools`, twice)
    expect(reply).toMatchObject({ status: 409, code: 'organizations.sameSchoolName' })
    expect(reply.title).toContain('春申学区')
    expect(reply.title).toContain('请用“加入成员校”')
    await asPerson(app, 'district').post(`/api/schools/${s2}/closing`, { day: '2024-01-31' })
    expect(await post('office', `/api/units/${c1}/schools`, twice)).toHaveProperty('id')
  })

  test('has its new name from a year on, and the old one before', async () => {
    await post('office', `/api/schools/${s1}/names`, { name: '春申实验中学', day: '2023-09-01' })
    const { years, name } = await get('office', `/api/schools/${s1}`)
    expect(name).toBe('春申实验中学')
    expect(years.find((one: { schoolYear: number }) => one.schoolYear === YEAR).name).toBe('春申实验中学')
    const row = await database.transact('owner', (db) =>
      sql`select import_id from organizations.school_profile where school_id = ${s1} and school_year = ${YEAR}`.execute(
        db,
      ),
    )
    expect(row.rows).toEqual([{ importId: null }])
    expect(await post('office', `/api/schools/${s1}/names`, { name: '未来中学', day: '2999-09-01' })).toMatchObject({
      code: 'organizations.notYet',
    })
  })

  test('of a year is put right, and the figure follows', async () => {
    const url = `/api/schools/${s1}/years/${YEAR}`
    expect(
      (await asPerson(app, 'office').patch(url, { kind: '幼儿园', ownership: '公办', campuses: 2, pupils: 500 }))
        .statusCode,
    ).toBe(200)
    const { years } = await get('office', `/api/schools/${s1}`)
    expect(years[0]).toMatchObject({ schoolYear: YEAR, kind: '幼儿园', campuses: 2, pupils: 500 })
    expect((await asPerson(app, 'office').patch(`/api/schools/${s1}/years/1999`, {})).statusCode).toBe(404)
  })

  test('closes with a last day and leaves its clusters', async () => {
    expect(await post('district', `/api/schools/${s2}/closing`, { day: '2024-08-31' })).toMatchObject({
      told: '春申小学于2024年8月31日停办',
    })
    expect(await get('district', `/api/schools/${s2}`)).toMatchObject({ closedOn: '2024-08-31' })
    const { schools } = await get('district', `/api/units/${c1}/schools?year=2024`)
    expect(schools.map(({ id }: { id: number }) => id)).not.toContain(s2)
    expect(await post('district', `/api/schools/${s2}/closing`, { day: '2024-08-31' })).toMatchObject({ status: 409 })
  })
})

const insertClasses = (...classes: (readonly [schoolId: number, name: string])[]) =>
  database.transact('owner', (db) =>
    db
      .insertInto('organizations.schoolClass')
      .values(classes.map(([schoolId, name]) => ({ districtId: districtA, schoolId, schoolYear: YEAR, name })))
      .execute(),
  )

describe('a school recorded twice', () => {
  test('is not merged while facts name it: they are listed', async () => {
    const { inWay } = await get('district', `/api/schools/${s1}/merge?intoId=${s2}`)
    expect(inWay).toEqual(expect.arrayContaining([expect.stringMatching(/^教师名册 \d+ 条$/), '账号权限 3 条']))
    const refused = await post('district', `/api/schools/${s1}/merge`, { intoId: s2 })
    expect(refused).toMatchObject({ status: 409, code: 'organizations.mergeInWay' })
    expect(refused.title).toContain('教师名册')
  })

  test('goes into the other with its days and campuses; its number stays readable and points there', async () => {
    const { id } = await post('district', `/api/units/${c1}/schools`, newSchool)
    await post('district', `/api/schools/${id}/campuses`, { name: '东校区', longitude: 121.4, latitude: 31.1 })
    await insertClasses([s2, '一（1）班'], [id, '一（1）班'], [id, '一（2）班'])
    expect((await get('district', `/api/schools/${id}/merge?intoId=${s2}`)).inWay).toEqual([])
    expect(await post('district', `/api/schools/${id}/merge`, { intoId: s2 })).toEqual({
      told: '春申第二小学已并入春申小学',
    })
    expect(await get('district', `/api/schools/${id}`)).toMatchObject({ mergedInto: { id: s2, name: '春申小学' } })
    expect((await get('district', `/api/schools/${s2}`)).campuses).toContainEqual(
      expect.objectContaining({ name: '东校区' }),
    )
    const { classes } = await get('district', `/api/schools/${s2}/classes?year=${YEAR}`)
    expect(classes.map((one: { name: string }) => one.name)).toEqual(['一（1）班', '一（2）班'])
    const { schools } = await get('district', `/api/units/${c1}/schools?year=${YEAR}`)
    expect(schools.map((one: { id: number }) => one.id)).not.toContain(id)
    expect((await get('district', '/api/schools?q=春申第二')).schools).toEqual([])
    expect(await post('district', `/api/schools/${s2}/merge`, { intoId: s2 })).toMatchObject({ status: 422 })
  })

  test('is not merged where that would change who was a member in a frozen year, until the freeze is lifted', async () => {
    const { id } = await post('district', `/api/units/${c1}/schools`, newSchool)
    await post('district', `/api/units/${c2}/eligible/freeze`, { year: YEAR })
    expect((await get('district', `/api/schools/${id}/merge?intoId=${s4}`)).inWay).toEqual([
      `横沔中学${YEAR}学年的符合交流条件名单已冻结，合并会改变这一年的成员校，请先解除冻结`,
    ])
    const refused = await post('district', `/api/schools/${id}/merge`, { intoId: s4 })
    expect(refused).toMatchObject({ status: 409, code: 'organizations.mergeFrozen' })
    expect(refused.title).toContain(`横沔中学${YEAR}学年`)
    const members = async () =>
      (await get('district', `/api/units/${c1}/schools?year=${YEAR}`)).schools.map((one: { id: number }) => one.id)
    expect(await members()).toContain(id)
    await post('district', `/api/units/${c2}/eligible/thaw`, { year: YEAR, reason: '合并重复登记' })
    expect(await post('district', `/api/schools/${id}/merge`, { intoId: s4 })).toHaveProperty('told')
    expect(await members()).toContain(s4)
  })

  test('is merged where the frozen year keeps its members', async () => {
    const { id } = await post('district', `/api/units/${c1}/schools`, newSchool)
    await post('district', `/api/units/${c1}/eligible/freeze`, { year: YEAR })
    expect(await post('district', `/api/schools/${id}/merge`, { intoId: s2 })).toHaveProperty('told')
  })
})

describe('campuses', () => {
  test('are kept by the school itself and stand on the map', async () => {
    const place = { name: '南校区', address: '春申路 1 号', longitude: 121.41, latitude: 31.07 }
    const { id } = await post('liaison', `/api/schools/${s1}/campuses`, place)
    expect((await get('teacher', `/api/units/${c1}/campuses`)).campuses).toContainEqual(
      expect.objectContaining({ id, schoolId: s1, longitude: 121.41, role: '牵头校' }),
    )
    await asPerson(app, 'principal').patch(`/api/campuses/${id}`, { ...place, closedOn: '2024-01-01' })
    expect((await get('teacher', `/api/schools/${s1}/campuses`)).campuses).toMatchObject([{ closedOn: '2024-01-01' }])
    expect(await post('liaison', `/api/schools/${s1}/campuses`, { name: '北', longitude: 121 })).toMatchObject({
      status: 400,
    })
    expect(
      await post('liaison', `/api/schools/${s1}/campuses`, { name: '北', longitude: 31, latitude: 121 }),
    ).toMatchObject({ status: 400 })
  })
})

describe('contacts', () => {
  const contact = { name: '顾小燕', duty: '联络员', phone: '13812345678', fromDay: '2023-09-01' }
  const officer = { ...contact, name: '施大海', duty: '学区办主任', phone: '021-54321000' }
  const names = (reply: { contacts: { name: string; phone: string }[] }) =>
    reply.contacts.map(({ name, phone }) => [name, phone])

  beforeEach(async () => {
    await post('office', `/api/units/${c1}/contacts`, officer)
    await post('liaison', `/api/units/${s1}/contacts`, contact)
    await post('office', `/api/units/${s2}/contacts`, { ...contact, name: '沈小鸥', untilDay: '2024-08-31' })
  })

  test('are masked for who does not see names there', async () => {
    expect(names(await get('office', `/api/units/${c1}/contacts`))).toEqual([
      ['施大海', '021-54321000'],
      ['顾小燕', '13812345678'],
    ])
    expect(names(await get('teacher', `/api/units/${c1}/contacts`))).toEqual([
      ['施**', '021*****1000'],
      ['顾**', '138****5678'],
    ])
    expect(names(await get('principal', `/api/units/${c1}/contacts?past=yes`))).toContainEqual(['沈**', '138****5678'])
  })

  test('stand once for the same days: who has them again is told where they are', async () => {
    const again = await post('liaison', `/api/units/${s1}/contacts`, {
      ...contact,
      duty: '书记',
      fromDay: '2024-01-01',
    })
    expect(again).toMatchObject({ status: 409, code: 'organizations.sameContact' })
    expect(again.title).toContain('顾小燕（联络员）')
    const [own] = (await get('liaison', `/api/units/${s1}/contacts`)).contacts
    const both = { ...contact, duty: '联络员、书记' }
    expect((await asPerson(app, 'liaison').patch(`/api/contacts/${own.id}`, both)).statusCode).toBe(200)
    expect(await post('office', `/api/units/${s2}/contacts`, contact)).toHaveProperty('id')
  })

  test('are found only by what the reader sees', async () => {
    expect(names(await get('teacher', `/api/units/${c1}/contacts?q=13812345678`))).toEqual([])
    expect(names(await get('office', `/api/units/${c1}/contacts?q=13812345678`))).toHaveLength(1)
  })

  test('go out as a workbook, and that is on record', async () => {
    const reply = await asPerson(app, 'office').get(`/api/units/${c1}/contacts.xlsx`)
    const book = await new ExcelJS.Workbook().xlsx.load(reply.rawPayload as unknown as ArrayBuffer)
    expect(JSON.stringify(book.worksheets[0]!.getSheetValues())).toContain('施大海')
    const { entries } = await get('district', `/api/units/${districtA}/audit`)
    expect(entries[0]).toMatchObject({ title: '导出联系人', summary: '2 行' })
  })

  test('behind the wall nobody finds the people of a school out of reach', async () => {
    const own = await get('liaison', `/api/units/${s1}/contacts`)
    const { id } = own.contacts[0]
    expect((await asPerson(app, 'outsider').patch(`/api/contacts/${id}`, contact)).statusCode).toBe(404)
    expect((await asPerson(app, 'teacher').patch(`/api/contacts/${id}`, contact)).statusCode).toBe(403)
    expect((await asPerson(app, 'liaison').del(`/api/contacts/${id}`)).statusCode).toBe(200)
  })
})
