import ExcelJS from 'exceljs'
import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { openWorkbook } from '#platform/sheet/open.ts'
import type { App } from '../../main/app.ts'
import { modules } from '../../main/modules.ts'
import { cast, PLACES, YEAR } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { temporaryFolder } from '../../../test/workbook-files.ts'
import { findSheets } from './workbook.ts'

const folder = temporaryFolder()
const sheets = modules.flatMap((module) => module.sheets ?? [])
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

async function template(query: string): Promise<{ book: ExcelJS.Workbook; path: string; name: string }> {
  const reply = await asPerson(app, 'liaison').get(`/api/units/${PLACES.c1}/template.xlsx?${query}`)
  expect(reply.statusCode).toBe(200)
  const path = folder.path(`空表-${query}.xlsx`)
  await writeFile(path, reply.rawPayload)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  return { book, path, name: decodeURIComponent(String(reply.headers['content-disposition'])) }
}

test('every sheet of the ledger is there, found by its own importer as of that cluster and year', async () => {
  const { path, name } = await template(`year=${YEAR}`)
  expect(name).toContain(`台账-${YEAR}学年（空表）.xlsx`)
  const workbook = await openWorkbook(path)
  const { found } = await findSheets(workbook, sheets)
  await workbook.close()
  expect(found.map(({ sheet }) => sheet.name).sort()).toEqual(sheets.map((sheet) => sheet.name).sort())
  for (const one of found) {
    expect(one.title.schoolYear).toBe(YEAR)
    expect([...one.heading!.columns.keys()].sort()).toEqual(one.sheet.columns.map(({ title }) => title).sort())
  }
})

test('the head is frozen and says how to fill each column in; lists hold what may be chosen', async () => {
  const { book } = await template(`year=${YEAR}`)
  const page = book.getWorksheet('教师')!
  expect(page.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
  const column = (page.getRow(2).values as string[]).indexOf('职称')
  expect(JSON.stringify(page.getCell(2, column).note)).toContain('从下拉中选')
  const { formulae } = page.getCell(3, column).dataValidation
  const [, letter, last] = /选项!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)/.exec(formulae[0] as string)!
  const choices = book.getWorksheet('选项')!
  expect(choices.state).toBe('hidden')
  const items = Array.from({ length: Number(last) }, (_, row) => choices.getCell(`${letter}${row + 1}`).value)
  expect(items).toContain('高级教师')
})

test('a school’s own names only its own school', async () => {
  const { book, name } = await template(`year=${YEAR}&schoolId=${PLACES.s2}`)
  const { book: all } = await template(`year=${YEAR}`)
  const listed = (one: ExcelJS.Workbook) => {
    const page = one.getWorksheet('教师')!
    const column = (page.getRow(2).values as string[]).indexOf('学校')
    return page.getCell(3, column).dataValidation.formulae[0] as string
  }
  expect(listed(all)).toMatch(/\$3$/)
  expect(listed(book)).toMatch(/\$1$/)
  expect(name).toMatch(/filename\*=UTF-8''.+台账/)
})
