import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import type { Database } from '#platform/database/database.ts'
import { noteRecorded, noteStale } from '#platform/facts.ts'
import { cast, PLACES, YEAR } from '../../../test/cast.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { systemOf } from '../../main/contexts.ts'
import { checkDistrict, freshen, recountDistrict } from './counter.actions.ts'

const { districtA, districtB, s1, s2, s3, s4, s5, s6 } = PLACES
const policies = { cities: [], common: { dimensions: [], indicators: [], tables: [], packs: [], eligibility: [], exemptions: [], rotation: { forms: [], purposes: [], rules: [] }, terms: [], training: [] }, subjects: new Set<string>() } // prettier-ignore

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
})
afterAll(() => database.close())

const scenario = (work: (ctx: Context) => Promise<void>) => () =>
  rolledBack(database, (inner) => systemOf({ database: inner, config: readConfig({}), policies }).inContext(work))

const run = (ctx: Context, statement: string) => sql.raw(statement).execute(ctx.db)
async function counters(ctx: Context, where: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ key: string; value: number }>`
    select concat_ws(' ', measure, unit_id, school_year, nullif(part, '')) as key, value
    from assessment.counter where ${sql.raw(where)} order by 1`.execute(ctx.db)
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}
/** The counters of one measure at one unit, by year and part. */
async function total(ctx: Context, measure: string, unit: number): Promise<Record<string, number>> {
  const found = await counters(ctx, `measure = '${measure}' and unit_id = ${unit}`)
  return Object.fromEntries(Object.entries(found).map(([key, value]) => [key.split(' ').slice(2).join(' '), value]))
}

test(
  'a school counts its own, a district each of its schools once',
  scenario(async (ctx) => {
    await freshen(ctx, [districtA])
    expect(await total(ctx, 'people.teachers', s1)).toEqual({ [YEAR]: 3 })
    expect(await total(ctx, 'people.teachers', districtA)).toEqual({ [YEAR]: 15 })
    expect(await total(ctx, 'venues.shared-uses', s1)).toEqual({ [YEAR]: 0, [`${YEAR} 体育场馆`]: 1 })
  }),
)

test(
  'what was not handed in has no counter, what was handed in empty counts 0',
  scenario(async (ctx) => {
    await freshen(ctx, [districtA])
    expect(await counters(ctx, `school_year = ${YEAR - 1}`)).toEqual({})
    expect(await total(ctx, 'mobility.rotated', s3)).toEqual({ [YEAR]: 0 })
  }),
)

test(
  'only the districts asked for are recounted',
  scenario(async (ctx) => {
    await freshen(ctx, [districtA])
    expect(await counters(ctx, `district_id = ${districtB}`)).toEqual({})
    await freshen(ctx, [districtB])
    expect(await total(ctx, 'people.eligible', s5)).toEqual({ [YEAR]: 2 })
  }),
)

test(
  'a change in the register changes what is counted from rotations',
  scenario(async (ctx) => {
    await freshen(ctx, [districtA])
    expect(await total(ctx, 'mobility.rotated', districtA)).toEqual({ [YEAR]: 1 })
    await run(ctx, `update people.teacher_year set eligible = false where school_id = ${s1}`)
    await noteStale(ctx.db, [{ districtId: districtA, schoolId: s1, schoolYear: YEAR, source: 'people.teachers' }])
    await freshen(ctx, [districtA])
    expect(await total(ctx, 'mobility.rotated', districtA)).toEqual({ [YEAR]: 0 })
  }),
)

test(
  'a counter that does not match its facts is named',
  scenario(async (ctx) => {
    expect(await checkDistrict(ctx, districtA)).toEqual([])
    await run(ctx, `update assessment.counter set value = 7 where unit_id = ${s1} and measure = 'people.eligible'`)
    await run(ctx, `delete from assessment.counter where unit_id = ${s2} and measure = 'people.teachers'`)
    const found = (await checkDistrict(ctx, districtA)).map(({ unitId, measure, stored, recounted }) =>
      [unitId, measure, stored, recounted].join(' '),
    )
    expect(found).toEqual([
      `${s2} people.teachers  3`,
      `${s1} people.eligible 7 2`,
      `${districtA} people.eligible 10 15`,
      `${districtA} people.teachers 15 12`,
    ])
    await recountDistrict(ctx, districtA)
    expect(await checkDistrict(ctx, districtA)).toEqual([])
  }),
)

interface Write {
  school: number
  year: number
  kind: 'teacher' | 'rotation' | 'use' | 'empty'
  pick: number
}

const teacherAt = (school: number, pick: number) => `00000000-0000-7000-8000-0000${school}${String((pick % 3) + 1).padStart(4, '0')}` // prettier-ignore

/** One write as an import makes it: the facts, and the notes of what was handed in and what went stale. */
async function write(ctx: Context, { school, year, kind, pick }: Write): Promise<void> {
  const kinds = ['创新实验室', '图书馆', '体育场馆', '其他']
  const other = school === s2 ? s1 : s2
  if (kind === 'teacher')
    await run(ctx, `update people.teacher_year set eligible = ${pick % 2 === 0}, backbone = ${pick % 3 ? "'校骨干'" : 'null'},
      title = ${pick % 5 ? "'高级教师'" : "'未评'"} where teacher_id = '${teacherAt(school, pick)}' and school_year = ${year}`) // prettier-ignore
  if (kind === 'rotation')
    await run(ctx, `insert into mobility.rotation (district_id, id, school_year, teacher_id, school_id, from_school_id,
      to_school_id, form, start_on, status, cluster_id) values (${districtA}, '${ctx.newId()}', ${year},
      '${teacherAt(school, pick)}', ${school}, ${school}, ${other}, '走教', '${year}-10-01'::date + ${pick},
      '${['已生效', '已结束', '已撤销', '拟定'][pick % 4]}', 1001)
      on conflict (district_id, teacher_id, to_school_id, start_on) do update set status = excluded.status`) // prettier-ignore
  if (kind === 'use')
    await run(ctx, `insert into venues.venue_use (district_id, id, cluster_id, school_year, row_key, used_on, venue_name,
      venue_kind, school_id, user_school_id) values (${districtA}, '${ctx.newId()}', 1001, ${year}, '${ctx.newId()}',
      '${year}-10-10', '场馆', '${kinds[pick % 4]}', ${school}, ${pick % 3 ? other : school})`) // prettier-ignore
  const source = { teacher: 'people.teachers', rotation: 'mobility.rotations', use: 'venues.uses', empty: 'courses.courses' }[kind] // prettier-ignore
  const keys = [{ districtId: districtA, schoolId: school, schoolYear: year, source }]
  await noteRecorded(ctx.db, keys)
  await noteStale(ctx.db, keys)
}

test('recounting what went stale gives what a recount from scratch gives, whatever is written', async () => {
  const writes: fc.Arbitrary<Write> = fc.record({
    school: fc.constantFrom(s1, s2, s3, s4, s6),
    year: fc.constantFrom(YEAR - 1, YEAR),
    kind: fc.constantFrom('teacher', 'rotation', 'use', 'empty'),
    pick: fc.nat(40),
  })
  const rounds = fc.array(fc.array(writes, { maxLength: 6 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(rounds, async (all) =>
      scenario(async (ctx) => {
        for (const round of all) {
          for (const one of round) await write(ctx, one)
          await freshen(ctx, [districtA])
        }
        expect(await checkDistrict(ctx, districtA)).toEqual([])
        const incremental = await counters(ctx, 'true')
        await recountDistrict(ctx, districtA)
        expect(await counters(ctx, 'true')).toEqual(incremental)
      })(),
    ),
    { numRuns: 12 },
  )
})
