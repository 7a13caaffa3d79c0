import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, teacherId, YEAR, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s2 } = PLACES
const exempt = teacherId(s2, 3)
const wishes = teacherId(s2, 1)
let database: Database
let app: App
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
  const office = asPerson(app, 'office')
  const said = { kind: '怀孕', fromDay: '2023-03-01' }
  await office.post(`/api/teachers/${exempt}/exemptions`, { ...said, untilDay: '2024-01-31' })
  await office.post(`/api/teachers/${teacherId(s2, 2)}/exemptions`, { ...said, untilDay: '2024-02-29' })
  await office.post(`/api/teachers/${wishes}/years/${YEAR}/volunteer`, { volunteered: true, note: '书面申请' })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const figure = (code: string) => `/api/units/${c1}/figures/${code}`
const rows = (code: string, more = '') => `${figure(code)}/rows?year=${YEAR}&schoolId=${s2}${more}`
const pages = [
  `/api/teachers/${exempt}`,
  `/api/teachers/${exempt}/changes`,
  `/api/teachers/${wishes}`,
  `/api/units/${c1}/teachers?year=${YEAR}&schoolId=${s2}`,
  `/api/units/${c1}/eligible?year=${YEAR}`,
  ...['teachers', 'backbone', 'rotated'].map((code) => rows(code)),
  ...['yes', 'no'].map((counted) => rows('eligible', `&counted=${counted}`)),
]
const grounds = /免予|自愿报名|台账填报|2024-01-31|2024年1月31日/
const outsiders: readonly Person[] = ['principal', 'liaison', 'teacher']

test('of a teacher whose name is hidden nobody learns on what the verdict rests', async () => {
  for (const person of outsiders)
    for (const page of pages) {
      const reply = await asPerson(app, person).get(page)
      expect([page, reply.statusCode]).toEqual([page, 200])
      expect(reply.body, `${person} ${page}`).not.toMatch(grounds)
    }
  const { years } = (await asPerson(app, 'liaison').get(`/api/teachers/${exempt}`)).json()
  expect(years[0]).toMatchObject({ eligible: false, eligibleReason: '', declared: null, volunteered: false })
})

test('the order of the rows does not tell it either, nor does the workbook', async () => {
  const liaison = asPerson(app, 'liaison')
  const order = async (sort: string) =>
    (await liaison.get(rows('eligible', `&counted=no&sort=${sort}`))).json().rows.map(({ id }: { id: string }) => id)
  expect(await order('eligibleReason')).toEqual(await order('school'))
  const file = await liaison.get(`${figure('eligible')}/rows.xlsx?year=${YEAR}&schoolId=${s2}&counted=no`)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file.rawPayload as unknown as ArrayBuffer)
  expect(JSON.stringify(book.worksheets[0]!.getSheetValues())).not.toMatch(grounds)
})

test('who sees the name is told', async () => {
  for (const person of ['office', 'district'] as const)
    for (const page of [pages[0]!, rows('eligible', '&counted=no')])
      expect((await asPerson(app, person).get(page)).body, person).toContain('免予交流（至2024年1月31日）')
})
