import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { accountId, cast, openSessions, PLACES, teacherId, teacherName } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp, type Asking } from '../../../test/http.ts'
import { openBatch } from './door.actions.ts'
import { mobility } from './module.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'

const { c1, districtA, s1, s2, s3 } = PLACES
const YEAR = 2023
const clock = { now: new Date('2023-09-10T02:00:00Z') }
const on = (day: string) => void (clock.now = new Date(`${day}T02:00:00Z`))

let database: Database
let app: App
let office: Asking
let district: Asking
let principal: Asking
let teacher: Asking
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database, { now: () => clock.now })
  office = asPerson(app, 'office')
  district = asPerson(app, 'district')
  principal = asPerson(app, 'principal')
  teacher = asPerson(app, 'teacher')
  await database.transact('owner', (db) =>
    db
      .updateTable('identity.account')
      .set({ teacherDistrictId: districtA, teacherId: teacherId(s1, 2) })
      .where('id', '=', accountId('teacher'))
      .execute(),
  )
})
beforeEach(() => database.transact('owner', openSessions))
afterAll(async () => {
  await app.close()
  await database.close()
})

const read = async (asker: Asking, url: string) => {
  const reply = await asker.get(url)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const done = async (asker: Asking, url: string, body: object = {}) => {
  const reply = await asker.post(url, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const refused = async (asker: Asking, url: string, body: object = {}) => {
  const reply = await asker.post(url, body)
  expect(reply.statusCode, reply.body).toBeGreaterThanOrEqual(400)
  return reply.json()
}

const going = (n: number, more: object = {}) => ({
  teacherId: teacherId(s1, n),
  toSchoolId: s2,
  form: '定期交流',
  startOn: '2023-11-01',
  termYears: 1,
  ftePercent: 100,
  ...more,
})
const opened = async (title: string): Promise<string> =>
  `/api/rotation-batches/${(await done(office, `/api/units/${c1}/rotation-batches`, { title, schoolYear: YEAR })).batchId}`
const paper = { name: '决定.pdf', content: Buffer.from('%PDF-1.7 the council decided') }
const rotated = async () => (await read(office, `/api/units/${c1}/figures/rotated?year=${YEAR}`)).figure.value

async function decided(batch: string): Promise<void> {
  const boundary = 'edge'
  const field = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const reply = await app.inject({
    method: 'POST',
    url: `${batch}/council`,
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'sec-fetch-site': 'same-origin',
      cookie: 'yanzhen=the-session-of-office',
    },
    payload: Buffer.from(
      `${field('number', '春学〔2023〕5号')}${field('day', '2023-09-21')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${paper.name}"\r\n\r\n${paper.content.toString()}\r\n--${boundary}--\r\n`,
    ),
  })
  expect(reply.statusCode, reply.body).toBe(200)
}

describe('from a draft to the certificate', () => {
  let batch = ''
  let rotationId = ''
  let incomingId = ''

  test('the office finds a teacher and puts them in; who is whole elsewhere is refused with a sentence', async () => {
    batch = await opened('2023学年第一批')
    const { teachers } = await read(office, `${batch}/candidates?q=${encodeURIComponent(teacherName(s1, 2))}`)
    expect(teachers).toMatchObject([{ teacherId: teacherId(s1, 2), title: '一级教师' }])
    rotationId = (await done(office, `${batch}/rotations`, going(2, { termYears: 2 }))).rotationId
    incomingId =
      (await done(office, `${batch}/rotations`, { ...going(1), teacherId: teacherId(s2, 1), toSchoolId: s1, ftePercent: 40 })) // prettier-ignore
      .rotationId
    const again = going(2, { toSchoolId: s3, startOn: '2024-02-01' })
    expect((await refused(office, `${batch}/rotations`, again)).title).toBe(
      `${teacherName(s1, 2)}2023年11月1日至2025年8月31日已全职在春申小学交流，日期重叠，不能再安排全职交流。`,
    )
    expect((await refused(office, `${batch}/rotations`, going(1, { toSchoolId: s1 }))).code).toBe('mobility.sameSchool')
    expect(
      (await refused(office, `${batch}/rotations`, going(1, { startOn: '2024-09-01', form: '走教', ftePercent: 1 })))
        .code,
    ).toBe('mobility.outsideYear')
  })

  test('a draft is nobody’s but the office’s, and no step can be skipped', async () => {
    expect((await principal.get(batch)).statusCode).toBe(403)
    expect(await refused(district, `${batch}/approve`, { number: '1', day: '2023-09-22' })).toMatchObject({
      code: 'mobility.notNow',
      title: '批次现在是“拟定”，不能批准。',
    })
  })

  test('the school is asked, says its word, and may change it; the receiving school reads the name', async () => {
    expect(await done(office, `${batch}/hear`, { until: '2023-09-20' })).toEqual({ unreached: ['春申小学'] })
    expect(JSON.stringify(await read(principal, '/api/today'))).toContain('答复“2023学年第一批”：同意或有意见')
    const asked = await read(principal, batch)
    expect(asked.lines.map(({ name, staffNo }: { name: string; staffNo: string }) => [name, staffNo])).toEqual([
      [teacherName(s1, 2), `0${s1}2`],
      [teacherName(s2, 1), '****21'],
    ])
    expect(asked.opinions).toMatchObject([{ schoolId: s1, agrees: null, mine: true }])
    await done(principal, `${batch}/opinions`, { schoolId: s1, agrees: false, words: '语文缺人' })
    await done(principal, `${batch}/opinions`, { schoolId: s1, agrees: true })
    expect((await refused(principal, `${batch}/opinions`, { schoolId: s2, agrees: true })).code).toBe(
      'mobility.notOfBatch',
    )
    expect((await read(office, batch)).opinions).toMatchObject([
      { schoolId: s1, agrees: true, by: '陈校长' },
      { schoolId: s2, agrees: null },
    ])
  })

  test('the council waits for who is silent until the deadline; the decision is kept as a file', async () => {
    expect((await office.upload(`${batch}/council`, paper)).statusCode).toBe(400)
    on('2023-09-21')
    await decided(batch)
    const file = await district.get(`${batch}/decision`)
    expect(file.rawPayload).toEqual(paper.content)
  })

  test('the district sends back with a reason, and approves what was heard and decided anew', async () => {
    expect(JSON.stringify(await read(district, '/api/today'))).toContain('批准春申学区的“2023学年第一批”')
    await done(district, `${batch}/send-back`, { reason: '缺理事会签字' })
    expect(JSON.stringify(await read(office, '/api/today'))).toContain('区里退回了“2023学年第一批”')
    await done(office, `${batch}/hear`, { until: '2023-09-21' })
    expect((await read(office, batch)).opinions).toMatchObject([{ agrees: null }, { agrees: null }])
    on('2023-09-22')
    await decided(batch)
    expect(await done(district, `${batch}/approve`, { number: '闵教〔2023〕8号', day: '2023-09-22' })).toEqual({
      active: 0,
    })
    expect((await read(district, `/api/units/${districtA}/rotation-batches`)).batches).toContainEqual(
      expect.objectContaining({ state: '区已批准', waits: '2023年11月1日生效', rotations: 2 }),
    )
  })

  test('on its first day it takes effect, and the figures move', async () => {
    expect(await rotated()).toBe(1)
    on('2023-11-01')
    await systemOf(app.parts).inContext((ctx) => mobility.hourly!(ctx))
    expect((await read(office, batch)).state).toBe('已生效')
    expect(await rotated()).toBe(3)
    const own = await read(teacher, '/api/own/rotations')
    expect(own.service.rotations).toMatchObject([{ rotation: { status: '已生效', name: teacherName(s1, 2) } }])
  })

  test('a rotation of two years runs in both, with the years served so far', async () => {
    on('2024-10-10')
    const { rotations } = await read(office, `/api/units/${c1}/rotations?year=${YEAR + 1}`)
    expect(rotations).toMatchObject([{ id: rotationId, schoolYear: YEAR, served: 0, years: 1 }])
  })

  test('the receiving school appraises when it is due, and the last word closes it', async () => {
    const at = `/api/rotations/${incomingId}/appraisals`
    expect((await refused(office, at, { grade: '优秀' })).status).toBe(403)
    on('2024-06-01')
    expect((await refused(principal, at, { grade: '优秀' })).code).toBe('mobility.notDue')
    on('2024-08-31')
    expect(JSON.stringify(await read(principal, '/api/today'))).toContain('考核 1 位交流教师')
    expect((await refused(principal, at, { grade: '不合格' })).code).toBe('mobility.needsWords')
    expect(await done(principal, at, { grade: '优秀', words: '深受学生喜爱' })).toEqual({ closed: true })
    expect((await read(principal, `/api/rotations/${incomingId}`)).rotation.status).toBe('已结束')
  })

  test('what is approved is filed with the district, on a day', async () => {
    const form = `/api/units/${c1}/rotation-filing`
    expect((await office.get(`${form}/xlsx?year=${YEAR}`)).statusCode).toBe(200)
    expect(await done(office, form, { year: YEAR, day: '2024-09-01' })).toEqual({ filed: 3 })
    expect((await read(office, batch)).filedOn).toBe('2024-09-01')
  })

  test('the teacher has a certificate, which anybody can check and the school can take back', async () => {
    on('2025-09-01')
    const url = `/api/teachers/${teacherId(s1, 2)}`
    expect((await refused(teacher, `${url}/certificates`, { purpose: '买房' })).code).toBe('mobility.unknownPurpose')
    await done(teacher, `${url}/certificates`, { purpose: '职称评定' })
    const second = await done(teacher, `${url}/certificates`, { purpose: '职称评定' })
    const { certificates, years } = await read(teacher, `${url}/service`)
    expect(years).toBe(1)
    expect(certificates.map(({ state }: { state: string }) => state)).toEqual(['有效', '已替代'])
    const { code } = certificates[0]
    const seen = await read(asking(app), `/api/verify/${code.toLowerCase()}`)
    expect(seen).toMatchObject({ found: true, certificate: { name: '赵**', years: 1, state: '有效' } })
    expect(await read(asking(app), '/api/verify/AAAABBBBCCCC')).toEqual({ found: false, certificate: null })
    expect((await teacher.get(`/api/certificates/${second.certificateId}/docx`)).statusCode).toBe(200)
    await done(principal, `/api/certificates/${second.certificateId}/withdraw`, { why: '姓名有误' })
    expect((await read(asking(app), `/api/verify/${code}`)).certificate).toMatchObject({
      state: '已作废',
      why: '姓名有误',
    })
  })
})

let second = ''
test('one is withdrawn with a reason at any step, and the rest goes on', async () => {
  on('2023-10-01')
  const batch = (second = await opened('第二批'))
  const part = { ftePercent: 50, form: '走教', startOn: '2023-10-01', toSchoolId: s2 }
  const from3 = (n: number) => ({ ...going(n, part), teacherId: teacherId(s3, n) })
  const first = (await done(office, `${batch}/rotations`, from3(1))).rotationId
  await done(office, `${batch}/rotations`, from3(3))
  await done(office, `${batch}/hear`, { until: '2023-10-01' })
  await done(office, `/api/rotations/${first}/withdraw`, { why: '本人生病' })
  on('2023-10-02')
  await decided(batch)
  expect(await done(district, `${batch}/approve`, { number: '9', day: '2023-10-02' })).toEqual({ active: 1 })
  expect(await read(office, batch)).toMatchObject({ state: '已生效', rotations: 1, withdrawn: 1 })
  expect((await refused(office, `/api/rotations/${first}/withdraw`, { why: '再撤一次' })).code).toBe(
    'mobility.alreadyOver',
  )
})

test('a draft is taken out and dropped', async () => {
  const batch = await opened('不要的')
  const { rotationId } = await done(office, `${batch}/rotations`, going(3, { toSchoolId: s3, ftePercent: 10 }))
  expect((await office.del(`${batch}/rotations/${rotationId}`)).statusCode).toBe(200)
  expect((await refused(office, `${batch}/hear`, { until: '2023-12-01' })).code).toBe('mobility.emptyBatch')
  expect((await office.del(batch)).statusCode).toBe(200)
  expect((await office.get(batch)).statusCode).toBe(404)
})

test('a batch that schools are asked about is taken back with a reason; what it planned may be planned again', async () => {
  on('2023-10-05')
  const batch = await opened('要撤的')
  const wanted = { ...going(1, { ftePercent: 10, form: '走教', startOn: '2023-11-15', toSchoolId: s1 }), teacherId: teacherId(s2, 3) } // prettier-ignore
  await done(office, `${batch}/rotations`, wanted)
  await done(office, `${batch}/hear`, { until: '2023-10-10' })
  await done(principal, `${batch}/opinions`, { schoolId: s1, agrees: false, words: '人太多' })
  expect((await refused(principal, `${batch}/withdraw`, { reason: '不去' })).status).toBe(403)
  await done(office, `${batch}/withdraw`, { reason: '重新编排' })
  const seen = await read(principal, batch)
  expect(seen).toMatchObject({ state: '已撤销', waits: null, lines: [], can: [] })
  expect(seen.steps.at(-1)).toMatchObject({ kind: '撤销', words: '重新编排' })
  expect((await read(office, batch)).opinions[0]).toMatchObject({ schoolId: s1, agrees: false, words: '人太多' })
  expect(JSON.stringify(await read(principal, '/api/notices'))).toContain('春申学区已撤销“要撤的”')
  expect(JSON.stringify(await read(principal, '/api/today'))).not.toContain('答复“要撤的”')
  expect((await refused(principal, `${batch}/opinions`, { schoolId: s1, agrees: true })).code).toBe('mobility.notNow')
  await done(office, `${await opened('再来一次')}/rotations`, wanted)
})

test('who is called back is at home again from that day on once the district has approved, and not by a draft', async () => {
  on('2023-10-06')
  const endOf = async () => (await read(office, second)).lines.find(({ name }: { name: string }) => name === teacherName(s3, 3)).endOn // prettier-ignore
  const calling = () =>
    systemOf(app.parts).inContext((ctx) =>
      openBatch(ctx, {
        ...{ clusterId: c1, schoolYear: YEAR, title: '调回一人' },
        rotations: [{ teacherId: teacherId(s3, 1), fromSchoolId: s3, toSchoolId: s2, form: '走教', startOn: '2024-02-01', ftePercent: 20 }], // prettier-ignore
        recalls: { teacherIds: [teacherId(s3, 3)], on: '2024-02-01' },
      }),
    )
  expect((await office.del(`/api/rotation-batches/${(await calling()).batchId}`)).statusCode).toBe(200)
  const batch = `/api/rotation-batches/${(await calling()).batchId}`
  await done(office, `${batch}/hear`, { until: '2023-10-07' })
  on('2023-10-08')
  await decided(batch)
  expect(await endOf()).toBe('2024-08-31')
  await done(district, `${batch}/approve`, { number: '10', day: '2023-10-08' })
  expect(await endOf()).toBe('2024-01-31')
  expect((await read(office, batch)).recalls).toMatchObject([{ name: teacherName(s3, 3) }])
})
