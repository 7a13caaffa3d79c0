import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { openWorkbook } from '#platform/sheet/open.ts'
import type { App } from '../../main/app.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import { smallLedger, writeLedger } from '../../../test/ledger-files.ts'
import { temporaryFolder, textsByRow } from '../../../test/workbook-files.ts'
import { readFile } from 'node:fs/promises'

const folder = temporaryFolder()
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

/** Uploads a file as the office, and takes back its own copy with the faults marked. */
async function marked(name: string, content: Buffer) {
  const office = asPerson(app, 'office')
  const sent = await office.upload(`/api/units/${PLACES.c1}/imports`, { name, content })
  expect(sent.statusCode, sent.body).toBe(200)
  await app.jobs.settled()
  const { id } = sent.json<{ id: string }>()
  const reply = await office.get(`/api/imports/${id}/marked`)
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200)
  const path = folder.path(`标注-${name}`)
  await writeFile(path, reply.rawPayload)
  return {
    path,
    type: String(reply.headers['content-type']),
    disposition: decodeURIComponent(String(reply.headers['content-disposition'])),
  }
}

async function texts(path: string, sheet: string) {
  const book = await openWorkbook(path)
  const found = await textsByRow(book.rows(book.kind === 'csv' ? book.sheets[0]!.name : sheet))
  await book.close()
  return found
}

describe('a checked file comes back with its faults marked', () => {
  test('an .xlsx: a note beside each refused row, and the list of all that is wrong', async () => {
    const ledger = smallLedger('春申学区', 2023)
    const teachers = ledger.get('教师')!
    teachers.rows[1]![7] = '一级'
    teachers.rows[3]![4] = '北乔小学'
    const path = folder.path('春申学区台账-2023学年.xlsx')
    await writeLedger(path, ledger)
    const copy = await marked('春申学区台账-2023学年.xlsx', await readFile(path))
    expect(copy.disposition).toContain('春申学区台账-2023学年（已标注）.xlsx')
    const rows = Object.values(await texts(copy.path, '教师'))
    const header = rows.find((row) => row.includes('工号'))!
    const noteOf = (staffNo: string) => rows.find((row) => row[0] === staffNo)![header.indexOf('校验说明')]
    expect(noteOf('0002')).toContain('职称“一级”')
    expect(noteOf('0004')).toContain('北乔小学')
    expect(noteOf('0001')).toBeUndefined()
    const list = Object.values(await texts(copy.path, '错误清单')).map((row) => row.join(' '))
    expect(list.filter((line) => line.includes('教师!'))).toHaveLength(2)
  })

  test('a CSV: one column more, every line where it was', async () => {
    const lines = ['春申学区2023学年教师', '', '工号,姓名,学校,学段,职称', '0101,赵一,没有这所学校,小学,高级教师']
    const copy = await marked('教师.csv', Buffer.from(lines.join('\r\n')))
    expect(copy.type).toContain('text/csv')
    const rows = await texts(copy.path, '教师')
    expect(rows[3]).toEqual(['工号', '姓名', '学校', '学段', '职称', '校验说明'])
    expect(rows[4]!.at(-1)).toContain('没有这所学校')
  })
})
