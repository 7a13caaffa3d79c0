import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import type { Database } from '#platform/database/database.ts'
import { noteStale } from '#platform/facts.ts'
import { newId } from '#platform/ids.ts'
import { cast, PLACES } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { insertColleague } from '../../../test/course-world.ts'
import { asking, asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, s1, s2, districtA } = PLACES
const year = schoolYearOf(dayOf(new Date()))
let database: Database
let app: App
let id: string
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
  id = await publish()
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const author = () => asPerson(app, 'teacher')
const office = () => asPerson(app, 'office')
const levels = { goals: '优', content: '优', implementation: '优', materials: '优', appraisal: '优' }
const about = { name: '剪纸', stages: ['小学'], theme: '非遗', audience: '学区', licence: '署名' }
const outline = { summary: '剪窗花', goals: '会剪', outline: '', implementation: '', appraisal: '' }
const lesson = { id: '', title: '认识窗花', minutes: 40, goals: '', steps: '', materials: [] }

/** A course that the office admits as 共建, 特色 and 精品, known to ledgers as K-1. */
async function publish(): Promise<string> {
  const course = (await author().post('/api/courses', about)).json().id as string
  const url = `/api/courses/${course}`
  const revision = async () => (await author().get(url)).json().revision
  const told = { ...about, partnerSchoolIds: [s2], code: 'K-1' }
  await author().post(url, { revision: await revision(), about: told, outline, lessons: [lesson] })
  await author().post(`${url}/submit`, { revision: await revision(), kindsSought: ['共建', '特色', '精品'] })
  const said = { verdict: '通过', words: '很好' }
  await asPerson(app, 'principal').post(`${url}/reviews`, { ...said, step: '学校审核' })
  await asPerson(app, 'expert').post(`${url}/reviews`, { ...said, step: '专家评审', levels })
  await office().post(`${url}/reviews`, { ...said, step: '学区审定', kinds: ['共建', '特色', '精品'] })
  return course
}

interface Row {
  subject: string
  counted: boolean
  reason: string
}
const rowsOf = async (code: string, side: 'yes' | 'no' = 'yes'): Promise<Row[]> => {
  const { rows } = (await office().get(`/api/units/${c1}/figures/${code}/rows?year=${year}&counted=${side}`)).json()
  return rows.map(({ subject, counted, reason }: Row) => ({ subject, counted, reason }))
}
const counted = { subject: '剪纸', counted: true, reason: '' }

test.each(['co_built_courses', 'featured_courses', 'premium_courses'])(
  'what the office admitted counts at once as %s',
  async (code) => {
    expect(await rowsOf(code)).toEqual([counted])
  },
)

test('a ledger that tells the same course under its number adds none', async () => {
  const told = { districtId: districtA, schoolId: s1, schoolYear: year }
  const facts = { coBuilt: true, featured: false, exported: false, benefitingStudents: 0, stage: null }
  await database.transact('owner', async (db) => {
    for (const code of ['K-1', 'K-2'])
      await db.insertInto('courses.course').values({ ...told, ...facts, id: newId(), clusterId: c1, code, name: code }).execute() // prettier-ignore
    await noteStale(db, [{ ...told, source: 'courses.courses' }])
  })
  const rows = await rowsOf('co_built_courses')
  expect(rows).toContainEqual(counted)
  expect(rows).toContainEqual({ subject: 'K-2', counted: true, reason: '' })
  expect(rows).toHaveLength(2)
  expect(await rowsOf('co_built_courses', 'no')).toEqual([{ subject: 'K-1', counted: false, reason: '已由课程库计入' }])
})

test('what another school of the cluster takes over is 输出共享, once in a school year, and its ledger’s row is not', async () => {
  await database.transact('owner', async (db) => {
    await db.updateTable('courses.course').set({ exported: true }).where('code', '=', 'K-1').execute()
    await noteStale(db, [{ districtId: districtA, schoolId: s1, schoolYear: year, source: 'courses.courses' }])
  })
  expect(await rowsOf('exported_courses')).toEqual([{ subject: 'K-1', counted: true, reason: '' }])
  for (const [n, at] of [[7, s2], [8, PLACES.s3]] as const) {
    const adopter = asking(app, await insertColleague(database, { n, role: 'teacher', at, teacher: null }))
    expect((await adopter.post(`/api/courses/${id}/adopt`)).statusCode).toBe(200)
  } // prettier-ignore
  expect(await rowsOf('exported_courses')).toEqual([counted])
  expect(await rowsOf('exported_courses', 'no')).toContainEqual({ subject: 'K-1', counted: false, reason: '已由课程库计入' }) // prettier-ignore
})

test('what was taken back counts no more, and the ledger’s row does again', async () => {
  expect((await office().post(`/api/courses/${id}/withdraw`)).statusCode).toBe(200)
  const rows = await rowsOf('co_built_courses')
  expect(rows.map(({ subject }) => subject)).toEqual(['K-1', 'K-2'])
  expect(await rowsOf('premium_courses')).toEqual([])
})
