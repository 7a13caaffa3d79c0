import { rm, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { noteStale } from '#platform/facts.ts'
import type { App } from '../../main/app.ts'
import { cast, factId, PLACES, teacherId, YEAR } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { Report } from './report.contract.ts'
import { findReport, insertReport } from './report.sql.ts'

const { c1, s1, districtA } = PLACES

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

const office = () => asPerson(app, 'office')
const dropDrafts = () =>
  database.transact('owner', (db) => db.deleteFrom('publishing.report').where('status', '=', 'draft').execute())
/** One school year has one draft at a time: the one before goes. */
const create = async (): Promise<Report> => {
  await dropDrafts()
  return (await office().post(`/api/units/${c1}/reports`, { schoolYear: YEAR })).json()
}
const read = async (id: string, person: Parameters<typeof asPerson>[1] = 'office') =>
  (await asPerson(app, person).get(`/api/reports/${id}`)).json<Report>()
const standing = async (id: string, key: string) => {
  const found = (await read(id)).words?.find((one) => one.key === key)
  return found?.words ?? found?.generated ?? ''
}
const word = async (id: string, key: string, words: string | null, from?: string) =>
  office().patch(`/api/reports/${id}/words`, { key, words, from: from ?? (await standing(id, key)) })
const file = (id: string, format: string) => office().get(`/api/reports/${id}/files/${format}`)
const textOf = (report: Report, key: string) =>
  report.document.blocks.flatMap((block) => (block.kind === 'paragraph' && block.key === key ? [block.text] : []))[0]

async function issue(id: string): Promise<Report> {
  expect((await office().post(`/api/reports/${id}/issue`)).statusCode).toBe(200)
  await app.jobs.settled()
  return read(id)
}

/** One more 骨干教师 at S1, as any write of the register would have it. */
const promote = (backbone: '校骨干' | null) =>
  database.transact('owner', async (db) => {
    const row = { districtId: districtA, schoolYear: YEAR, teacherId: teacherId(s1, 2) }
    await db
      .updateTable('people.teacherYear')
      .set({ backbone })
      .where('districtId', '=', row.districtId)
      .where('schoolYear', '=', row.schoolYear)
      .where('teacherId', '=', row.teacherId)
      .execute()
    await noteStale(db, [{ districtId: districtA, schoolId: s1, schoolYear: YEAR, source: 'people.teachers' }])
  })

describe('a draft', () => {
  test('tells the figures of the day in sections, tables and charts, each rule by its version', async () => {
    const report = await create()
    expect(report).toMatchObject({ status: 'draft', title: '春申学区2023学年基本情况', signature: '春申学区办公室' })
    expect(report.can).toEqual(['edit', 'issue', 'drop'])
    const heads = report.document.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [block.text] : [],
    )
    expect(heads).toEqual(['基本概况', '共建共享情况', '目标对照', '存在不足和需要说明的情况', '数据说明'])
    expect(textOf(report, 'profile.members')).toMatch(
      /^2023学年，春申学区有成员校3所（3个校区），其中幼儿园1所、小学2所。/,
    )
    expect(textOf(report, 'tables.1')).toContain('骨干教师3人；骨干教师占比33.33%')
    expect(report.rules[0]).toMatchObject({
      name: '紧密型学区和集团建设实施意见',
      version: expect.stringMatching(/^[0-9a-f]{8}$/),
    })
    expect(report.document.marks).toEqual(['（草稿，尚未发布）'])
  })

  test('takes other words for a paragraph, says who wrote them, and gives the generated ones back', async () => {
    const { id } = await create()
    const changed = (await word(id, 'lead', '现将情况报告如下，请审阅。')).json<Report>()
    expect(textOf(changed, 'lead')).toBe('现将情况报告如下，请审阅。')
    expect(changed.words[0]).toMatchObject({
      key: 'lead',
      words: '现将情况报告如下，请审阅。',
      editedBy: '陈办一',
      outdated: false,
    })
    const back = (await word(id, 'lead', null)).json<Report>()
    expect(textOf(back, 'lead')).toBe(back.words[0]!.generated)
    expect(back.words[0]).toMatchObject({ words: null, editedBy: null })
  })

  test('does not lose what another wrote into the same paragraph: the second writer is told, and sees it', async () => {
    const { id } = await create()
    const seen = await standing(id, 'lead')
    expect((await word(id, 'lead', '甲写的开头。', seen)).statusCode).toBe(200)
    const second = await word(id, 'lead', '乙写的开头。', seen)
    expect(second.json()).toMatchObject({
      status: 409,
      code: 'publishing.wordsMoved',
      facts: { who: '陈办一', words: '甲写的开头。' },
    })
    expect((await word(id, 'lead', null, seen)).statusCode).toBe(409)
    expect(textOf(await read(id), 'lead')).toBe('甲写的开头。')
    expect((await word(id, 'lead', '甲写的开头。', seen)).statusCode).toBe(200)
    expect((await word(id, 'lead', '乙写的开头。', '甲写的开头。')).statusCode).toBe(200)
  })

  test('has no words under a key that is not its own, and no paragraph that says nothing', async () => {
    const { id } = await create()
    expect((await word(id, 'nothing', '字')).json()).toMatchObject({ status: 404, code: 'publishing.noSuchWords' })
    expect((await word(id, 'lead', '  ')).statusCode).toBe(400)
  })

  test('keeps its figures until they are refreshed, and then says what changed and which words to check', async () => {
    const { id } = await create()
    await word(id, 'tables.1', '骨干教师队伍稳定。')
    await promote('校骨干')
    expect((await read(id)).words.find(({ key }) => key === 'tables.1')).toMatchObject({ outdated: false })
    const { report, changes } = (await office().post(`/api/reports/${id}/figures`)).json<{
      report: Report
      changes: unknown[]
    }>()
    expect(changes).toContainEqual({ where: '学区骨干教师，2023学年，总数（人）', old: '3', new: '4' })
    expect(report.words.find(({ key }) => key === 'tables.1')).toMatchObject({
      words: '骨干教师队伍稳定。',
      outdated: true,
    })
    await promote(null)
    const again = (await office().post(`/api/reports/${id}/figures`)).json<{ changes: unknown[] }>()
    expect(again.changes).toContainEqual({ where: '学区骨干教师，2023学年，总数（人）', old: '4', new: '3' })
  })

  test('is for those over the cluster; the schools see what is issued', async () => {
    const { id } = await create()
    expect((await read(id, 'district')).can).toEqual([])
    for (const person of ['principal', 'teacher', 'administrator', 'outsider'] as const)
      expect((await asPerson(app, person).get(`/api/reports/${id}`)).statusCode, person).toBe(404)
    const seen = (await asPerson(app, 'principal').get(`/api/units/${c1}/reports`)).json<{
      reports: Report[]
      can: []
    }>()
    expect(seen.reports.map((report) => report.id)).toEqual([factId('report', 1)])
    expect(seen.can).toEqual([])
  })

  test('is not made of a year without records', async () => {
    const reply = await office().post(`/api/units/${c1}/reports`, { schoolYear: 2010 })
    expect(reply.json()).toMatchObject({ status: 409, code: 'publishing.noMembers' })
  })

  test('is one to a school year: whoever begins another is shown to it', async () => {
    const { id } = await create()
    const second = await office().post(`/api/units/${c1}/reports`, { schoolYear: YEAR })
    expect(second.json()).toMatchObject({ status: 409, code: 'publishing.draftOpen', facts: { id } })
  })

  test('is one to a school year where two are begun at once: one is begun, the other is shown to it', async () => {
    await dropDrafts()
    const begin = () => office().post(`/api/units/${c1}/reports`, { schoolYear: YEAR })
    const replies = await Promise.all([begin(), begin()])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const id = replies.find(({ statusCode }) => statusCode === 200)!.json<Report>().id
    expect(replies.find(({ statusCode }) => statusCode === 409)!.json()).toMatchObject({
      code: 'publishing.draftOpen',
      facts: { id },
    })
  })

  test('is one to a school year by the database, too; those from before that was held stay', async () => {
    const { id } = await create()
    const found = await database.transact('owner', (db) => findReport(db, id))
    const { document, contentHash, jobId, failure, issuedAt, withdrawnAt, withdrawnReason, ...draft } = found!
    expect([document, contentHash, jobId, failure, issuedAt, withdrawnAt, withdrawnReason]).toEqual(Array(7).fill(null))
    const insert = (more: object) =>
      database.transact('owner', (db) => insertReport(db, { ...draft, id: randomUUID(), ...more }))
    expect(await insert({})).toBe(false)
    expect(await insert({ spare: true })).toBe(true)
    expect(await insert({ schoolYear: YEAR - 7 })).toBe(true)
  })

  test('is not dated before the day of its figures, and that is said at the field', async () => {
    const { id, figuresDay } = await create()
    const details = { title: '报告', number: '', signature: '学区办公室', contact: '' }
    const dated = (signedOn: string) => office().patch(`/api/reports/${id}`, { ...details, signedOn })
    const early = await dated('2024-10-08')
    expect(early.statusCode).toBe(400)
    expect(early.json()).toMatchObject({ facts: { issues: [{ path: 'signedOn' }] } })
    expect((await dated(figuresDay)).statusCode).toBe(200)
  })

  test('goes when it is dropped, with its words', async () => {
    const { id } = await create()
    await word(id, 'lead', '改过的话。')
    expect((await office().del(`/api/reports/${id}`)).statusCode).toBe(200)
    expect((await office().get(`/api/reports/${id}`)).statusCode).toBe(404)
  })
})

describe('files', () => {
  test('of two drafts from the same figures are the same, byte by byte, though each was made on its own', async () => {
    const made: Buffer[][] = []
    for (const _ of [1, 2]) {
      const { id } = await create()
      await office().post(`/api/reports/${id}/files`)
      expect((await read(id)).making).toEqual({ share: 0, words: '排队等候' })
      await app.jobs.settled()
      expect((await read(id)).files.map(({ format }) => format).sort()).toEqual(['docx', 'pdf', 'xlsx'])
      made.push(await Promise.all(['docx', 'pdf', 'xlsx'].map(async (format) => (await file(id, format)).rawPayload)))
      await database.transact('owner', (db) => db.deleteFrom('publishing.file').execute())
      await rm(join(app.parts.config.dataDir, 'reports'), { recursive: true })
    }
    expect(made[0]!.map((bytes, index) => bytes.equals(made[1]![index]!))).toEqual([true, true, true])
  })

  test('of a draft are gone when its words change', async () => {
    const { id } = await create()
    await office().post(`/api/reports/${id}/files`)
    await app.jobs.settled()
    expect((await file(id, 'pdf')).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    await word(id, 'lead', '现将情况报告如下。')
    expect((await file(id, 'pdf')).json()).toMatchObject({ status: 404, code: 'publishing.noFile' })
  })

  test('cannot be made of a sign that no font has: the report stays a draft and says which', async () => {
    const { id } = await create()
    await word(id, 'lead', '泰文ก。')
    const report = await issue(id)
    expect(report).toMatchObject({ status: 'draft', making: null, files: [] })
    expect(report.failure).toContain('“ก”')
    expect((await word(id, 'lead', null)).json<Report>().failure).toBeNull()
  })
})

describe('an issued report', () => {
  test('never changes: not its words, not its figures, not its files', async () => {
    const { id } = await create()
    const details = {
      title: '春申学区2023学年基本情况报告',
      number: '春学办〔2024〕3号',
      signature: '春申学区办公室',
      signedOn: '2031-10-08',
      contact: '联系人：某老师',
    }
    expect((await office().patch(`/api/reports/${id}`, details)).statusCode).toBe(200)
    await word(id, 'lead', '现报告如下。')
    const issued = await issue(id)
    expect(issued).toMatchObject({
      status: 'issued',
      number: '春学办〔2024〕3号',
      can: ['withdraw', 'correct'],
      words: [],
    })
    expect(issued.document).toMatchObject({ marks: [], day: '2031-10-08', title: details.title })
    expect(textOf(issued, 'lead')).toBe('现报告如下。')
    const before = await file(id, 'docx')
    expect(before.headers['content-disposition']).toContain(encodeURIComponent(`${details.title}.docx`))
    await promote('校骨干')
    for (const refused of [
      await word(id, 'lead', '再改。'),
      await office().post(`/api/reports/${id}/figures`),
      await office().patch(`/api/reports/${id}`, details),
      await office().del(`/api/reports/${id}`),
    ])
      expect(refused.json()).toMatchObject({ status: 409, code: 'publishing.notADraft' })
    expect((await read(id)).document).toEqual(issued.document)
    expect((await file(id, 'docx')).rawPayload.equals(before.rawPayload)).toBe(true)
    await promote(null)
    expect(await read(id, 'teacher')).toMatchObject({ status: 'issued', can: [], words: [] })
  })

  test('is corrected by a new edition that names it and begins with its words', async () => {
    const { id } = await create()
    await word(id, 'lead', '现报告如下。')
    await issue(id)
    const next = (await office().post(`/api/reports/${id}/editions`)).json<Report>()
    expect(next).toMatchObject({ edition: 2, status: 'draft', replaces: { id, edition: 1 } })
    expect(next.document.marks[0]).toMatch(/^（第2版，更正\d{4}年\d+月\d+日发布的第1版）$/)
    expect(textOf(next, 'lead')).toBe('现报告如下。')
    expect(await read(id)).toMatchObject({ status: 'issued', replacedBy: { id: next.id } })
    expect((await read(id, 'principal')).replacedBy).toBeNull()
    const twice = await office().post(`/api/reports/${id}/editions`)
    expect(twice.json()).toMatchObject({ code: 'publishing.alreadyCorrected' })
  })

  test('is not corrected while another draft of the year is open', async () => {
    const issued = await issue((await create()).id)
    const { id } = await create()
    const reply = await office().post(`/api/reports/${issued.id}/editions`)
    expect(reply.json()).toMatchObject({ code: 'publishing.draftOpen', facts: { id } })
  })

  test('is told of to the office and to the principals of the schools, once', async () => {
    const { id } = await create()
    await issue(id)
    for (const person of ['office', 'principal', 'teacher'] as const) {
      const { notices } = (await asPerson(app, person).get('/api/notices')).json<{ notices: { to: string }[] }>()
      expect(notices.filter(({ to }) => to === `/reports/${id}`).length, person).toBe(person === 'teacher' ? 0 : 1)
    }
  })

  test('is withdrawn with a reason, stays readable, bears the mark, and whoever got it is told', async () => {
    const { id } = await create()
    await issue(id)
    const before = await file(id, 'pdf')
    const reply = await office().post(`/api/reports/${id}/withdrawal`, { reason: '数据有误' })
    expect(reply.json()).toMatchObject({ status: 'withdrawn', withdrawnReason: '数据有误' })
    await app.jobs.settled()
    const marked = await asPerson(app, 'principal').get(`/api/reports/${id}/files/pdf`)
    expect(marked.statusCode).toBe(200)
    expect(marked.rawPayload.equals(before.rawPayload)).toBe(false)
    expect(marked.headers['content-disposition']).toContain(encodeURIComponent('（已撤回）.pdf'))
    expect((await read(id)).document.marks.at(-1)).toMatch(/^（已于.*撤回）$/)
    for (const person of ['office', 'principal'] as const) {
      const { notices } = (await asPerson(app, person).get('/api/notices')).json<{
        notices: { to: string; title: string; text: string }[]
      }>()
      const told = notices.filter(({ to, title }) => to === `/reports/${id}` && title.endsWith('已撤回'))
      expect(
        told.map(({ text }) => text),
        person,
      ).toEqual(['数据有误'])
    }
    const again = await office().post(`/api/reports/${id}/withdrawal`, { reason: '再撤' })
    expect(again.json()).toMatchObject({ code: 'publishing.notIssued' })
  })

  test('is not handed out when its file on the disk is not what was issued', async () => {
    const { id } = await create()
    await word(id, 'lead', '这一份的文件将被改动。')
    await issue(id)
    const bytes = (await file(id, 'xlsx')).rawPayload
    const folder = join(app.parts.config.dataDir, 'reports')
    for (const path of (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.xlsx')))
      await writeFile(join(folder, path), `${bytes.length}`)
    expect((await file(id, 'xlsx')).json()).toMatchObject({ status: 500, code: 'publishing.fileDamaged' })
  })
})
