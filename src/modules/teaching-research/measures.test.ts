import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database, Db } from '#platform/database/database.ts'
import { measureNamed, verdicts } from '../../../test/candidates.ts'
import { cast, PLACES, teacherId, teacherName, YEAR } from '../../../test/cast.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { measures } from './measures.sql.ts'

const { districtA, c1, c2, s1, s2, s3 } = PLACES
const scope = { districtIds: [districtA], schoolIds: [s1, s2, s3], schoolYears: [YEAR] }
const id = (index: number) => `00000000-0000-7000-9200-${String(index).padStart(12, '0')}`

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
})
afterAll(() => database.close())

const scenario = (name: string, prepare: (db: Db) => Promise<unknown>) => {
  const found: string[] = []
  return rolledBack(database, (inner) =>
    inner.transact('owner', async (db) => {
      await prepare(db)
      found.push(...(await verdicts(db, measureNamed(measures, name), scope)))
    }),
  ).then(() => found)
}

type Mentoring = [mentorSchool: number, mentor: number, school: number, mentee: number]
const insertMentorings = (db: Db, mentorings: readonly Mentoring[]) =>
  db
    .insertInto('teachingResearch.mentoring')
    .values(
      mentorings.map(([mentorSchool, mentor, school, mentee], index) => ({
        districtId: districtA,
        id: id(index),
        schoolYear: YEAR,
        mentorId: teacherId(mentorSchool, mentor),
        mentorSchoolId: mentorSchool,
        menteeId: teacherId(school, mentee),
        schoolId: school,
        clusterId: c1,
      })),
    )
    .execute()

test('a mentee counts once, and only with a mentor of another school', async () => {
  const [own, other, twice] = [teacherName(s2, 2), teacherName(s2, 3), teacherName(s3, 2)]
  const found = await scenario('teaching-research.mentored', (db) =>
    insertMentorings(db, [
      [s2, 1, s2, 2],
      [s2, 1, s2, 3],
      [s3, 1, s2, 3],
      [s1, 1, s3, 2],
      [s2, 1, s3, 2],
    ]),
  )
  const expected = [teacherName(s1, 3), other, twice, ...[own, other].map((name) => `${name}: 导师与学员同校`)]
  expect(found).toEqual([...expected, `${twice}: 同一学员的第二条记录`].sort())
})

test('activities count by their form, unions by their cluster and name', async () => {
  const prepare = (db: Db) =>
    db
      .insertInto('teachingResearch.activity')
      .values(
        [c1, c1, c2].map((clusterId, index) => ({
          districtId: districtA,
          id: id(index),
          clusterId,
          schoolYear: YEAR,
          rowKey: `b${index}`,
          heldOn: '2023-10-11',
          unionName: index === 1 ? '数学' : '语文',
          theme: `主题${index}`,
          form: '合作教研' as const,
          schoolId: s2,
        })),
      )
      .execute()
  expect(await scenario('teaching-research.joint-research', prepare)).toEqual(['主题0', '主题1', '主题2', '识字: 形式为公开教学']) // prettier-ignore
  expect(await scenario('teaching-research.open-lessons', prepare)).toContain('识字')
  expect(await scenario('teaching-research.unions', prepare)).toEqual(
    [`主题0 ${c1}/语文`, `主题1 ${c1}/数学`, `主题2 ${c2}/语文`, `识字 ${c1}/语文`].sort(),
  )
})
