import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { beginUpload, bringFile, tinyPdf } from '../../../test/bring.ts'
import { cast, PLACES, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import { systemOf } from '../../main/contexts.ts'
import { clearEvidence } from './evidence.actions.ts'

const { c1, s1, s2 } = PLACES
const NOW = new Date('2024-03-15T02:00:00Z')
let now = NOW

let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database, { now: () => now })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

interface Shown {
  id: string
  file: { name: string }
}
const liaison = () => asPerson(app, 'liaison')
const event = {
  ...{ title: '走进博物馆', kind: '综合实践', runBy: '学校', schoolId: s1, fromDay: '2024-03-08' },
  parts: [{ schoolId: s1, pupils: 40 }],
}
const add = (body: object) => liaison().post(`/api/units/${c1}/pupil-activities`, { ...event, ...body })
const listed = async (person: Person): Promise<{ id: string; files: Shown[] }[]> =>
  (await asPerson(app, person).get(`/api/units/${c1}/pupil-activities?year=2023`)).json().activities
const offered = async (): Promise<(Shown & { uses: string[] })[]> =>
  (await liaison().get(`/api/units/${s1}/service-evidence`)).json().files
const services = async (person: Person) =>
  (await asPerson(app, person).get(`/api/units/${s1}/school-services?year=2023`)).json()
const fetchAs = (person: Person, id: string) => asPerson(app, person).get(`/api/service-evidence/${id}/file`)
const saveParents = (body: object) => liaison().post(`/api/units/${s1}/school-services/parent-school?year=2023`, body)

describe('a file of an activity', () => {
  let id: string
  let fileId: string

  test('is read by the cluster, under a plain name by whoever does not keep the school’s matters', async () => {
    const uploadId = await bringFile(app, 'liaison', '张三和李四的合影.pdf', tinyPdf('museum'))
    id = (await add({ uploadIds: [uploadId] })).json().id
    const [mine] = (await listed('liaison'))[0]!.files
    fileId = mine!.id
    expect(mine!.file.name).toBe('张三和李四的合影.pdf')
    expect((await listed('teacher'))[0]!.files[0]!.file.name).toBe('佐证材料1.pdf')
    const sent = await fetchAs('teacher', fileId)
    expect(sent.body).toContain('museum')
    expect(decodeURIComponent(String(sent.headers['content-disposition']))).toContain('佐证材料.pdf')
    expect((await fetchAs('outsider', fileId)).statusCode).toBe(403)
  })

  test('serves the parents’ school too, and is not brought twice', async () => {
    expect(await offered()).toMatchObject([{ id: fileId, uses: ['联合活动《走进博物馆》'] }])
    expect((await saveParents({ lessons: 8, evidenceIds: [fileId] })).statusCode).toBe(200)
    expect((await services('liaison')).parentSchool.files).toMatchObject([{ id: fileId }])
    expect(await offered()).toMatchObject([{ uses: ['2023学年家长学校', '联合活动《走进博物馆》'] }])
    const next = (await liaison().get(`/api/units/${s1}/school-services?year=2024`)).json()
    expect(next.parentSchoolBefore.files).toMatchObject([{ id: fileId }])
  })

  test('stays where nothing is said of it, and goes from the thing that is saved without it', async () => {
    await liaison().patch(`/api/pupil-activities/${id}`, event)
    expect((await listed('liaison'))[0]!.files).toHaveLength(1)
    await liaison().patch(`/api/pupil-activities/${id}`, { ...event, evidenceIds: [] })
    expect((await listed('liaison'))[0]!.files).toEqual([])
    // Nothing of the cluster points at it any more: it is the school's alone.
    expect((await fetchAs('teacher', fileId)).statusCode).toBe(403)
    expect((await fetchAs('principal', fileId)).statusCode).toBe(200)
  })

  test('of another school is refused', async () => {
    const body = { ...event, schoolId: s2, runBy: '学区', evidenceIds: [fileId] }
    const reply = await asPerson(app, 'office').post(`/api/units/${c1}/pupil-activities`, body)
    expect(reply.json()).toMatchObject({ status: 422, code: 'pupil-services.noEvidence' })
  })
})

describe('a file of a device', () => {
  const aed = { kind: 'AED', place: '一楼大厅', fromDay: '2023-09-01', untilDay: '2026-12-31' }

  test('is for the school and those above it', async () => {
    const uploadId = await bringFile(app, 'liaison', '王五的证书.pdf', tinyPdf('certificate'))
    const { id } = (await liaison().post(`/api/units/${s1}/first-aid`, { ...aed, uploadIds: [uploadId] })).json()
    const [file] = (await services('liaison')).aids[0].files as Shown[]
    expect(file!.file.name).toBe('王五的证书.pdf')
    expect((await services('district')).aids[0].files[0].file.name).toBe('佐证材料1.pdf')
    expect((await fetchAs('district', file!.id)).statusCode).toBe(200)
    expect((await fetchAs('teacher', file!.id)).statusCode).toBe(403)
    await liaison().del(`/api/first-aid/${id}`)
    expect((await offered()).find((one) => one.id === file!.id)!.uses).toEqual([])
  })

  test('comes back with what is put down again, and goes when nothing has used it for a week', async () => {
    const { id: fileId } = (await offered()).find(({ uses }) => uses.length === 0)!
    const { id } = (await liaison().post(`/api/units/${s1}/first-aid`, { ...aed, evidenceIds: [fileId] })).json()
    expect((await services('liaison')).aids[0].files).toMatchObject([{ id: fileId }])
    await liaison().del(`/api/first-aid/${id}`)
    const clear = () => systemOf(app.parts).inContext(clearEvidence)
    now = new Date(NOW.getTime() + 6 * 86_400_000)
    await clear()
    expect((await fetchAs('liaison', fileId)).statusCode).toBe(200)
    now = new Date(NOW.getTime() + 8 * 86_400_000)
    await clear()
    expect((await fetchAs('liaison', fileId)).statusCode).toBe(404)
    expect((await services('liaison')).parentSchool.files).toHaveLength(1)
    now = NOW
  })
})

describe('what is no evidence', () => {
  test('is refused by its kind and size, as every file is', async () => {
    expect((await beginUpload(app, 'liaison', '程序.exe', 10)).json()).toMatchObject({ code: 'files.kindNotTaken' })
    expect((await beginUpload(app, 'liaison', '录像.mp4', 2 ** 50)).json()).toMatchObject({ code: 'files.tooLarge' })
  })

  test('nor what has not come, nor more than a few', async () => {
    const nobody = '00000000-0000-7000-8000-00000000dead'
    expect((await add({ uploadIds: [nobody] })).json()).toMatchObject({ code: 'files.notWhole' })
    expect((await saveParents({ evidenceIds: [nobody] })).json()).toMatchObject({ code: 'pupil-services.noEvidence' })
    expect((await saveParents({ uploadIds: Array<string>(11).fill(nobody) })).statusCode).toBe(400)
  })

  test('the sheet of a month takes no file', async () => {
    const body = { month: '2023-09', counts: [], uploadIds: ['00000000-0000-7000-8000-00000000dead'] }
    expect((await liaison().post(`/api/units/${s1}/school-services/months`, body)).statusCode).toBe(400)
  })
})
