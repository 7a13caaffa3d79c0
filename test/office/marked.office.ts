import ExcelJS from 'exceljs'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import type { App } from '../../src/main/app.ts'
import { cast, PLACES } from '../cast.ts'
import { testDatabase } from '../database.ts'
import { asPerson, testApp } from '../http.ts'
import { smallLedger } from '../ledger-files.ts'
import { stampedWorkbook } from '../stamped-workbook.ts'
import { converted } from './programs.ts'

const folder = mkdtempSync(join(tmpdir(), 'yanzhen-marked-'))
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

/** A stamped register with two faults, and its marked copy as the office downloads it. */
async function stampedAndMarked(): Promise<Record<'sent' | 'marked', Buffer>> {
  const { header, rows } = smallLedger('春申学区', 2023).get('教师')!
  rows[1]![header.indexOf('职称')] = '一级'
  rows[3]![header.indexOf('学校')] = '北乔小学'
  const title = '春申学区2023学年教师情况表'
  const sheet = { sheet: '教师', title, header, rows: rows as (string | number | null)[][] }
  const sent = readFileSync(await stampedWorkbook(join(folder, '春申学区台账-2023学年.xlsx'), sheet))
  const office = asPerson(app, 'office')
  const upload = await office.upload(`/api/units/${PLACES.c1}/imports`, {
    name: '春申学区台账-2023学年.xlsx',
    content: sent,
  })
  expect(upload.statusCode, upload.body).toBe(200)
  await app.jobs.settled()
  const reply = await office.get(`/api/imports/${upload.json<{ id: string }>().id}/marked`)
  expect(reply.statusCode).toBe(200)
  return { sent, marked: reply.rawPayload }
}

describe('the marked copy of a stamped workbook, opened in LibreOffice', () => {
  let files: Record<'sent' | 'marked', Buffer>
  let opened: string
  let saved: ExcelJS.Worksheet
  beforeAll(async () => {
    files = await stampedAndMarked()
    opened = converted('标注.xlsx', files.marked, 'fods').toString()
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(converted('再存.xlsx', files.marked, 'xlsx') as never)
    saved = book.getWorksheet('教师')!
  })

  test('shows the chart, over the cells that it draws', () => {
    expect(opened.match(/<chart:chart /g)).toHaveLength(1)
    expect(opened).toContain('draw:notify-on-update-of-ranges="教师.D4:教师.D6"')
  })

  test('shows the stamp as it was sent', async () => {
    const sent = new ExcelJS.Workbook()
    await sent.xlsx.load(files.sent as never)
    expect(saved.getImages()).toHaveLength(1)
    const stamp = saved.workbook.getImage(Number(saved.getImages()[0]!.imageId)).buffer!
    expect(Buffer.from(stamp).equals(Buffer.from(sent.getImage(0).buffer!))).toBe(true)
  })

  test('keeps merged cells, type, colour, comment and the list to choose from', () => {
    expect(saved.model.merges).toEqual(['A1:L1'])
    expect(saved.getCell('A1').font).toMatchObject({ size: 22, bold: true, color: { argb: 'FF8B0000' } })
    expect(opened).toContain('方正小标宋简体')
    expect(saved.getCell('B4').fill).toMatchObject({ fgColor: { argb: 'FFE2EFDA' } })
    expect(JSON.stringify(saved.getCell('A4').note)).toContain('请核对')
    expect(saved.getCell('C4').dataValidation.formulae[0]).toBe('"甲,乙"')
  })

  test('says beside each refused row what is wrong, and lists it', () => {
    expect(saved.getCell('M3').text).toBe('校验说明')
    expect(saved.getCell('M5').text).toContain('职称“一级”')
    expect(saved.getCell('M7').text).toContain('学校“北乔小学”')
    expect(opened).toContain('table:name="错误清单"')
  })
})
