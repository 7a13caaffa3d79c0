import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, teacherId, teacherName, YEAR, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, c2, s1, s2, s3, s4, s5, s6 } = PLACES
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

const get = async (person: Person, url: string) => (await asPerson(app, person).get(url)).json()
const post = async (person: Person, url: string, body: object = {}) => {
  const reply = await asPerson(app, person).post(url, body)
  return { status: reply.statusCode, ...reply.json() }
}
const patch = async (person: Person, url: string, body: object) => {
  const reply = await asPerson(app, person).patch(url, body)
  return { status: reply.statusCode, ...reply.json() }
}
const figure = async (code: string, unit: number = c1, year = YEAR) =>
  (await get('office', `/api/units/${unit}/figures/${code}?year=${year}`)).figure?.value ??
  (await get('office', `/api/units/${unit}/figures/${code}?year=${year}`)).value
const teacher = (id: string, person: Person = 'office') => get(person, `/api/teachers/${id}`)
const yearOf = async (id: string, year = YEAR) =>
  (await teacher(id)).years.find(({ schoolYear }: { schoolYear: number }) => schoolYear === year)

const facts = (school: number, n: number) => ({
  staffNo: `0${school}${n}`,
  name: teacherName(school, n),
  title: n === 1 ? '高级教师' : '一级教师',
  backbone: n === 1 ? '区骨干' : null,
})

describe('by hand', () => {
  test('a teacher is added, told by the number in later years, and counts at once', async () => {
    const before = await figure('teachers')
    const added = await post('liaison', `/api/schools/${s1}/teachers`, {
      year: YEAR,
      staffNo: '77001',
      name: '吴新人',
      gender: '女',
      bornOn: '1985-03',
      joinedOn: '2010-09',
      stage: '初中',
      subject: '数学',
      title: '一级教师',
      declared: '', // prettier-ignore
    })
    expect(added).toMatchObject({ status: 200, alike: null })
    expect(await yearOf(added.teacherId)).toMatchObject({
      name: '吴新人',
      bornOn: '1985-03-01',
      eligible: true,
      eligibleReason: '按“交流条件”：到本校满 13 年，38 周岁',
      imported: false,
      inSchool: 13,
      age: 38,
    })
    expect(await figure('teachers')).toBe(before + 1)
    const next = await post('office', `/api/schools/${s2}/teachers`, {
      year: YEAR + 1,
      staffNo: '77001',
      name: '吴新人',
    })
    expect(next.teacherId).toBe(added.teacherId)
    const taken = { year: YEAR, staffNo: '77001', name: '吴新人' }
    expect(await post('office', `/api/schools/${s3}/teachers`, taken)).toMatchObject({ code: 'people.staffNoTaken' })
    const other = { year: YEAR - 1, staffNo: '77001', name: '别人' }
    expect(await post('office', `/api/schools/${s3}/teachers`, other)).toMatchObject({ code: 'people.staffNoOfOther' })
    const zero = { year: YEAR, staffNo: '0077001', name: '吴新人' }
    expect(await post('office', `/api/schools/${s3}/teachers`, zero)).toMatchObject({ alike: '77001' })
  })

  test('what cannot be is said under the field', async () => {
    const reply = await post('office', `/api/schools/${s1}/teachers`, {
      year: YEAR,
      staffNo: '31011219850101123X',
      name: '',
      bornOn: '1985-13',
    })
    expect(reply.status).toBe(400)
    const said = Object.fromEntries(reply.facts.issues.map(({ path, message }: { path: string; message: string }) => [path, message])) // prettier-ignore
    expect(said).toMatchObject({ name: '请填写姓名', bornOn: '请填写年月，如 1985-09' })
    expect(said.staffNo).toContain('身份证号')
  })

  test('a correction changes that year, and later ones where the person says so; the log tells what became what', async () => {
    const id = teacherId(s2, 2)
    const body = { ...facts(s2, 2), title: '高级教师', alsoLater: true }
    expect(await patch('office', `/api/teachers/${id}/years/${YEAR - 1}`, body)).toMatchObject({
      years: [YEAR - 1, YEAR],
    })
    expect(await yearOf(id)).toMatchObject({ title: '高级教师', imported: false })
    const { changes } = await get('office', `/api/teachers/${id}/changes`)
    expect(changes).toHaveLength(2)
    expect(changes[0]).toMatchObject({ kind: '更正', actorName: '陈办一', words: ['职称：一级教师 → 高级教师'] })
    const masked = await get('principal', `/api/teachers/${id}/changes`)
    expect(masked.changes[0]).toMatchObject({ words: [], actorName: '' })
    expect(await patch('office', `/api/teachers/${id}/years/${YEAR}`, body)).toMatchObject({ years: [] })
  })

  test('a staff number of somebody else is refused', async () => {
    const body = { ...facts(s2, 2), staffNo: `0${s3}1` }
    const reply = await patch('office', `/api/teachers/${teacherId(s2, 2)}/years/${YEAR}`, body)
    expect(reply).toMatchObject({ status: 409, code: 'people.staffNoTaken' })
  })

  test('a move is the office’s within its schools, and both schools’ figures follow', async () => {
    const id = teacherId(s3, 3)
    const move = `/api/teachers/${id}/years/${YEAR}/move`
    const [from, to] = [await figure('teachers', s3), await figure('teachers', s2)]
    expect((await post('principal', move, { schoolId: s1 })).status).toBe(403)
    expect((await post('office', move, { schoolId: s4 })).status).toBe(403)
    expect((await post('city', move, { schoolId: s5 })).code).toBe('people.otherDistrict')
    expect(await post('office', move, { schoolId: s2, joinedOn: '2023-09' })).toMatchObject({ status: 200 })
    expect([await figure('teachers', s3), await figure('teachers', s2)]).toEqual([from - 1, to + 1])
    const { changes } = await get('office', `/api/teachers/${id}/changes`)
    expect(changes[0]).toMatchObject({ kind: '调动', words: ['春申幼儿园 → 春申小学'] })
    await post('office', move, { schoolId: s3 })
  })

  test('who left can come back as they were', async () => {
    const id = teacherId(s1, 3)
    const before = await yearOf(id)
    expect(await post('liaison', `/api/teachers/${id}/years/${YEAR}/leave`, { note: '调往外区' })).toMatchObject({ years: [YEAR] }) // prettier-ignore
    expect(await yearOf(id)).toBeUndefined()
    expect(await post('liaison', `/api/teachers/${id}/years/${YEAR}/return`)).toMatchObject({ status: 200 })
    expect(await yearOf(id)).toMatchObject({ staffNo: before.staffNo, title: before.title, schoolId: s1 })
    expect((await post('liaison', `/api/teachers/${id}/years/${YEAR}/return`)).status).toBe(404)
  })

  test('a new year begins with last year’s register, judged anew, and nobody twice', async () => {
    const rolled = await post('office', `/api/units/${c1}/teachers/roll-over`, { year: YEAR + 1 })
    expect(rolled).toMatchObject({ status: 200, schools: 3 })
    const list = await get('office', `/api/units/${c1}/teachers?year=${YEAR + 1}&limit=200`)
    expect(new Set(list.teachers.map((one: { teacherId: string }) => one.teacherId)).size).toBe(list.total)
    expect(await post('office', `/api/units/${c1}/teachers/roll-over`, { year: YEAR + 1 })).toMatchObject({ code: 'people.nothingToCopy' }) // prettier-ignore
  })
})

describe('the classified register', () => {
  test('is narrowed by every facet, and each number of the cross table opens to as many teachers', async () => {
    const { cells } = await get('office', `/api/units/${c1}/teachers/cross?year=${YEAR}&rows=title&columns=backbone`)
    expect(cells.length).toBeGreaterThan(1)
    for (const { row, column, n } of cells) {
      const query = `title=${encodeURIComponent(row)}&backbone=${encodeURIComponent(column)}`
      expect((await get('office', `/api/units/${c1}/teachers?year=${YEAR}&${query}`)).total).toBe(n)
    }
    const bySchool = await get('office', `/api/units/${c1}/teachers/cross?year=${YEAR}&rows=school&columns=eligible`)
    for (const { row, column, n } of bySchool.cells)
      expect((await get('office', `/api/units/${c1}/teachers?year=${YEAR}&schoolId=${row}&eligible=${column}`)).total).toBe(n) // prettier-ignore
  })

  test('says whose register the reader may write', async () => {
    expect((await get('office', `/api/units/${c1}/teachers?year=${YEAR}`)).keeps.sort()).toEqual([s1, s2, s3])
    expect((await get('principal', `/api/units/${c1}/teachers?year=${YEAR}`)).keeps).toEqual([s1])
    expect((await get('teacher', `/api/units/${c1}/teachers?year=${YEAR}`)).keeps).toEqual([])
  })

  test('of a year whose members have left since, an office writes those that are members today', async () => {
    const url = `/api/units/${c1}/teachers?year=${YEAR - 1}`
    const { keeps, teachers } = await get('office', url)
    expect(teachers.map(({ schoolId }: { schoolId: number }) => schoolId)).toContain(s6)
    expect(keeps.sort()).toEqual([s1, s2, s3])
    expect((await get('district', url)).keeps.sort()).toEqual([s1, s2, s3, s6])
    expect((await get('office', `/api/units/${s2}/teachers?year=${YEAR}`)).keeps).toEqual([s2])
  })
})

describe('exemptions', () => {
  const id = teacherId(s1, 1)
  const period = { fromDay: '2023-03-01', untilDay: '2024-02-29' }
  const record = (body: object) => post('principal', `/api/teachers/${id}/exemptions`, { ...period, ...body })
  let before: number
  beforeAll(() => patch('office', `/api/teachers/${id}/years/${YEAR}`, { ...facts(s1, 1), declared: '是' }))
  beforeEach(async () => {
    before = await figure('eligible')
  })

  test('one in force on 1 September wins over the ledger; its kind is told to few', async () => {
    const pregnant = await record({ kind: '怀孕', note: '预产期十月' })
    expect(pregnant).toMatchObject({ status: 200, changed: [YEAR] })
    expect(await figure('eligible')).toBe(before - 1)
    expect(await yearOf(id)).toMatchObject({ eligible: false, eligibleReason: '免予交流（至2024年2月29日）' })
    const told = async (person: Person) => (await get(person, `/api/teachers/${id}/exemptions`)).exemptions?.[0]
    expect(await told('office')).toMatchObject({ kind: '怀孕', note: '预产期十月', years: [YEAR] })
    expect(await told('liaison')).toMatchObject({ kind: '免予交流', note: null, recordedBy: null, can: [] })
    expect(await told('district')).toMatchObject({ kind: '免予交流' })
    expect(await told('teacher')).toBeUndefined()
    for (const person of ['city', 'district', 'liaison', 'principal', 'teacher'] as const)
      expect(JSON.stringify(await teacher(id, person))).not.toContain('怀孕')
    const ended = await asPerson(app, 'office').del(
      `/api/exemptions/${pregnant.id}?why=${encodeURIComponent('登记错了')}`,
    )
    expect(ended.json()).toMatchObject({ changed: [YEAR] })
    expect(await figure('eligible')).toBe(before)
  })

  test('a proof is kept by its content, told by its first bytes, and seen by those who must', async () => {
    const { id: exemption } = await record({ kind: '毕业班把关' })
    const send = (person: Person, content: string) =>
      asPerson(app, person).upload(`/api/exemptions/${exemption}/proof`, {
        name: '证明.pdf',
        content: Buffer.from(content),
      })
    expect((await send('principal', 'MZ no proof')).statusCode).toBe(422)
    expect((await send('principal', '%PDF-1.7 proof')).statusCode).toBe(200)
    const seen = await asPerson(app, 'office').get(`/api/exemptions/${exemption}/proof`)
    expect([seen.statusCode, seen.body]).toEqual([200, '%PDF-1.7 proof'])
    for (const person of ['city', 'district', 'liaison', 'teacher', 'expert'] as const)
      expect((await asPerson(app, person).get(`/api/exemptions/${exemption}/proof`)).statusCode, person).toBe(403)
    await asPerson(app, 'office').del(`/api/exemptions/${exemption}?why=${encodeURIComponent('登记错了')}`)
  })

  test('one that is too long, or of no kind, is refused under its field', async () => {
    expect((await record({ kind: '毕业班把关', untilDay: '2025-08-31' })).facts.issues[0].path).toBe('untilDay')
    expect((await record({ kind: '想休息' })).facts.issues[0].path).toBe('kind')
  })

  test('a wish noted by hand makes eligible where the ledger said no', async () => {
    const other = teacherId(s2, 3)
    const volunteer = (volunteered: boolean) =>
      post('office', `/api/teachers/${other}/years/${YEAR}/volunteer`, { volunteered, note: '本人 9 月申请' })
    await volunteer(true)
    expect(await yearOf(other)).toMatchObject({ eligible: true, eligibleReason: '本人自愿报名交流' })
    await volunteer(false)
    expect(await yearOf(other)).toMatchObject({ eligible: false })
  })
})

test('nobody of another cluster finds anything of it', async () => {
  for (const path of ['', '/changes', '/exemptions'])
    expect((await asPerson(app, 'outsider').get(`/api/teachers/${teacherId(s1, 1)}${path}`)).statusCode).toBe(404)
  expect((await asPerson(app, 'office').get(`/api/units/${c2}/duplicates`)).statusCode).toBe(403)
})
