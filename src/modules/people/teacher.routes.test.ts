import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, teacherId, teacherName, YEAR, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'
import type { TeacherLine } from './teacher.contract.ts'

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

const get = async (person: Person, url: string) => {
  const reply = await asPerson(app, person).get(url)
  return { status: reply.statusCode, ...reply.json() }
}
const list = (person: Person, more = '', unitId: number = PLACES.c1) =>
  get(person, `/api/units/${unitId}/teachers?year=${YEAR}${more}`)
const namesOf = ({ teachers }: { teachers: TeacherLine[] }) => teachers.map(({ name }) => name)

describe('the register of a cluster', () => {
  test('has every teacher of the year by name for the office, with the school', async () => {
    const reply = await list('office')
    expect(reply).toMatchObject({ total: 9, next: null })
    expect(reply.teachers[0]).toMatchObject({
      name: teacherName(PLACES.s1, 1),
      staffNo: '020011',
      masked: false,
      schoolName: '春申中学',
      backbone: '区骨干',
    })
    expect(reply.teachers[0]).not.toHaveProperty('districtId')
  })

  test('is masked for a principal but for the own school', async () => {
    const { teachers } = await list('principal')
    expect(teachers).toHaveLength(9)
    for (const teacher of teachers) {
      expect(teacher.masked).toBe(teacher.schoolId !== PLACES.s1)
      if (teacher.masked)
        expect([teacher.name, teacher.staffNo]).toEqual([
          expect.stringMatching(/^.\*\*$/),
          expect.stringMatching(/^\*{4}\d\d$/),
        ])
    }
  })

  test('is masked for a teacher', async () => {
    const { teachers, total } = await list('teacher')
    expect(total).toBe(9)
    expect(teachers.every(({ masked }: TeacherLine) => masked)).toBe(true)
  })

  test('is closed to the administrator and to other clusters', async () => {
    expect((await list('administrator')).status).toBe(403)
    expect((await list('outsider')).status).toBe(403)
    expect((await list('office', '', PLACES.s5)).status).toBe(403)
    expect((await list('district', '', PLACES.districtA)).status).toBe(403)
  })

  test('pages through everybody once, in order', async () => {
    const names: string[] = []
    let after = ''
    do {
      const reply = await list('office', `&limit=4${after && `&after=${after}`}`)
      expect(reply.total).toBe(9)
      names.push(...namesOf(reply))
      after = reply.next
    } while (after)
    expect(names).toEqual(namesOf(await list('office')))
  })

  test('finds by name, pinyin with or without blanks, initials and staff number', async () => {
    const q = (words: string) => list('office', `&q=${encodeURIComponent(words)}`)
    expect(namesOf(await q(teacherName(PLACES.s2, 3)))).toEqual([teacherName(PLACES.s2, 3)])
    expect(namesOf(await q('jiaoshi 20012'))).toEqual([teacherName(PLACES.s1, 2)])
    expect(namesOf(await q('JS20012'))).toEqual([teacherName(PLACES.s1, 2)])
    expect(namesOf(await q('020031'))).toEqual([teacherName(PLACES.s3, 1)])
    expect(namesOf(await q('%'))).toEqual([])
  })

  test('is searched only where the reader sees names', async () => {
    const others = encodeURIComponent(teacherName(PLACES.s2, 1))
    expect(await list('principal', `&q=${others}`)).toMatchObject({ teachers: [], total: 0 })
    expect(namesOf(await list('principal', '&q=js'))).toHaveLength(3)
    expect(await list('teacher', '&q=js')).toMatchObject({ teachers: [], total: 0 })
  })

  test('is narrowed to a school, to 骨干 and to 符合交流条件', async () => {
    expect((await list('office', `&schoolId=${PLACES.s2}`)).total).toBe(3)
    expect((await list('office', '&backbone=yes')).total).toBe(3)
    expect((await list('office', '&eligible=yes')).total).toBe(6)
    expect((await list('office', `&schoolId=${PLACES.s5}`)).total).toBe(0)
    expect((await list('principal', '', PLACES.s1)).total).toBe(3)
  })
})

describe('a teacher', () => {
  const read = (person: Person, school: number) => get(person, `/api/teachers/${teacherId(school, 1)}`)

  test('is read over the years', async () => {
    const teacher = await read('office', PLACES.s2)
    expect(teacher).toMatchObject({
      name: teacherName(PLACES.s2, 1),
      masked: false,
      home: { id: PLACES.c1, name: '春申学区' },
    })
    expect(teacher.years).toMatchObject([
      { schoolYear: YEAR, schoolName: '春申小学', title: '高级教师', eligibleReason: '台账填报' },
      { schoolYear: YEAR - 1 },
    ])
  })

  test('of another school is masked, the birthday with the name', async () => {
    const teacher = await read('principal', PLACES.s2)
    expect(teacher).toMatchObject({ masked: true, years: [{ masked: true, bornOn: null }, { masked: true }] })
    expect(JSON.stringify(teacher)).not.toContain(teacherName(PLACES.s2, 1))
  })

  test('of a foreign cluster does not exist, nor does any for the administrator', async () => {
    expect((await read('office', PLACES.s5)).status).toBe(404)
    expect((await read('outsider', PLACES.s1)).status).toBe(404)
    expect((await read('administrator', PLACES.s1)).status).toBe(404)
    expect((await read('district', PLACES.s4)).status).toBe(200)
    expect((await read('city', PLACES.s5)).status).toBe(200)
  })
})
