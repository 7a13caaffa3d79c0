import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database, Db } from '#platform/database/database.ts'
import { measureNamed, verdicts } from '../../../test/candidates.ts'
import { cast, PLACES, teacherId, teacherName, YEAR } from '../../../test/cast.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { measures } from './measures.sql.ts'

const { districtA, c1, s1, s2, s3 } = PLACES
const scope = { districtIds: [districtA], schoolIds: [s1, s2, s3], schoolYears: [YEAR] }

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
})
afterAll(() => database.close())

type Rotation = [school: number, teacher: number, day: string, status: '拟定' | '已生效' | '已结束' | '已撤销']

/** The cast has one effective rotation of the first teacher of S1 from 1 September; these come beside it. */
const insertRotations = (db: Db, rotations: readonly Rotation[]) =>
  db
    .insertInto('mobility.rotation')
    .values(
      rotations.map(([school, teacher, day, status], index) => ({
        districtId: districtA,
        id: `00000000-0000-7000-9100-${String(index).padStart(12, '0')}`,
        schoolYear: YEAR,
        teacherId: teacherId(school, teacher),
        schoolId: school,
        fromSchoolId: school,
        toSchoolId: school === s3 ? s2 : s3,
        form: '走教' as const,
        startOn: day,
        status,
        clusterId: c1,
      })),
    )
    .execute()

const scenario = (name: string, rotations: readonly Rotation[]) => {
  const found: string[] = []
  return rolledBack(database, (inner) =>
    inner.transact('owner', async (db) => {
      await insertRotations(db, rotations)
      found.push(...(await verdicts(db, measureNamed(measures, name), scope)))
    }),
  ).then(() => found)
}

const [a1, a2, b1, b3, c1st] = [teacherName(s1, 1), teacherName(s1, 2), teacherName(s2, 1), teacherName(s2, 3), teacherName(s3, 1)] // prettier-ignore

test('a teacher counts once, by the first rotation that took effect', async () => {
  expect(
    await scenario('mobility.rotated', [
      [s1, 1, '2023-10-01', '已结束'],
      [s1, 2, '2023-10-01', '已撤销'],
      [s1, 2, '2023-11-01', '已结束'],
      [s1, 2, '2023-12-01', '已生效'],
    ]),
  ).toEqual([a1, `${a1}: 同一教师的第二条记录`, `${a2}: 已撤销`, a2, `${a2}: 同一教师的第二条记录`].sort())
})

test('what did not take effect, and who is not eligible that year, is left out with the reason', async () => {
  expect(
    await scenario('mobility.rotated', [
      [s2, 1, '2023-10-01', '拟定'],
      [s2, 3, '2023-10-01', '已生效'],
    ]),
  ).toEqual([a1, `${b1}: 尚未生效（拟定）`, `${b3}: 本学年不符合交流条件`].sort())
})

test('of those that count, backbone and senior teachers are told by the register of the year', async () => {
  const rotations: Rotation[] = [[s1, 2, '2023-10-01', '已生效'], [s3, 1, '2023-10-01', '已撤销']] // prettier-ignore
  expect(await scenario('mobility.rotated-backbone', rotations)).toEqual(
    [a1, `${a2}: 不是骨干教师`, `${c1st}: 已撤销`].sort(),
  )
  expect(await scenario('mobility.rotated-senior', rotations)).toEqual(
    [a1, `${a2}: 不是高级教师`, `${c1st}: 已撤销`].sort(),
  )
})
