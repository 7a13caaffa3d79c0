import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, factId, PLACES, teacherId, teacherName, YEAR, type Person } from '../../../test/cast.ts'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

const { c1, group, s1, s2, s3, s4 } = PLACES
const schools = [s1, s2, s3]
let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
})
afterAll(() => database.close())

type Ask = (method: 'get' | 'post' | 'patch' | 'del', url: string, body?: object, person?: Person) => Promise<never>

/** One scenario on the cast, undone afterwards. */
const scenario = (play: (ask: Ask, app: App) => Promise<void>) =>
  rolledBack(database, async (inner) => {
    const app = await testApp(inner)
    await play(async (method, url, body, person = 'office') => {
      const asker = asPerson(app, person)
      const reply = method === 'get' || method === 'del' ? await asker[method](url) : await asker[method](url, body)
      return reply.json()
    }, app)
    await app.close()
  })

interface Figure {
  figure: { value: number | null }
}
const figures = async (ask: Ask, unit: number = c1) => {
  const codes = ['eligible', 'rotated', 'rotation_rate']
  const found: (number | null)[] = []
  for (const code of codes) found.push(((await ask('get', `/api/units/${unit}/figures/${code}?year=${YEAR}`)) as Figure).figure.value) // prettier-ignore
  return found
}
const freeze = (ask: Ask, unit: number = c1, person: Person = 'office') =>
  ask('post', `/api/units/${unit}/eligible/freeze`, { year: YEAR }, person)

/** Things that an office does to a register by hand. */
const edit = fc.record({
  school: fc.constantFrom(...schools),
  n: fc.integer({ min: 1, max: 3 }),
  what: fc.oneof(
    fc.record({ act: fc.constant('declare' as const), declared: fc.constantFrom('是', '否', null) }),
    fc.record({ act: fc.constant('move' as const), to: fc.constantFrom(...schools) }),
    fc.record({ act: fc.constant('leave' as const) }),
    fc.record({ act: fc.constant('exempt' as const) }),
    fc.record({ act: fc.constant('volunteer' as const), volunteered: fc.boolean() }),
    fc.record({ act: fc.constant('add' as const) }),
  ),
})
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never

async function carryOut(ask: Ask, { school, n, what }: Edit, turn: number): Promise<void> {
  const one = `/api/teachers/${teacherId(school, n)}`
  const year = `${one}/years/${YEAR}`
  if (what.act === 'declare')
    await ask('patch', year, { staffNo: `0${school}${n}`, name: teacherName(school, n), declared: what.declared })
  if (what.act === 'move') await ask('post', `${year}/move`, { schoolId: what.to })
  if (what.act === 'leave') await ask('post', `${year}/leave`, { note: '退休' })
  if (what.act === 'volunteer')
    await ask('post', `${year}/volunteer`, { volunteered: what.volunteered, note: '本人申请' })
  if (what.act === 'exempt')
    await ask('post', `${one}/exemptions`, { kind: '怀孕', fromDay: '2023-06-01', untilDay: '2024-05-01' })
  if (what.act === 'add')
    await ask('post', `/api/schools/${school}/teachers`, {
      year: YEAR,
      staffNo: `88${turn}`,
      name: '周新来',
      declared: '是',
    })
}

test('after the freeze no edit of the register changes the year’s figures; lifted, they follow it again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) =>
      scenario(async (ask) => {
        const before = await figures(ask)
        expect(await freeze(ask)).toMatchObject({ schools: 3, teachers: 9, eligible: 6 })
        expect(await figures(ask)).toEqual(before)
        for (const [turn, one] of edits.entries()) await carryOut(ask, one, turn)
        expect(await figures(ask)).toEqual(before)
        const rows = (await ask('get', `/api/units/${c1}/figures/eligible/rows?year=${YEAR}&limit=200`)) as { totals: { counted: number } } // prettier-ignore
        expect(rows.totals.counted).toBe(before[0])
        await ask('post', `/api/units/${c1}/eligible/thaw`, { year: YEAR, reason: '名册有误，重新核定' })
        const live = (await ask('get', `/api/units/${c1}/teachers?year=${YEAR}&eligible=yes`)) as { total: number }
        expect((await figures(ask))[0]).toBe(live.total)
      }),
    ),
    { numRuns: process.env['TEST_DATABASE_URL'] ? 15 : 10 },
  )
}, 120_000)

test('a school that is in two clusters is frozen once, and what changed since is told', async () => {
  await scenario(async (ask) => {
    await freeze(ask, group, 'district')
    expect(await freeze(ask)).toMatchObject({ schools: 2, teachers: 6 })
    expect(await freeze(ask)).toMatchObject({ code: 'people.nothingToFreeze' })
    await carryOut(ask, { school: s1, n: 1, what: { act: 'leave' } }, 0)
    await carryOut(ask, { school: s2, n: 3, what: { act: 'volunteer', volunteered: true } }, 0)
    await carryOut(ask, { school: s2, n: 1, what: { act: 'move', to: s3 } }, 0)
    await carryOut(ask, { school: s3, n: 1, what: { act: 'add' } }, 0)
    const { differences } = (await ask('get', `/api/units/${c1}/eligible?year=${YEAR}`)) as { differences: { kind: string; nowSchoolName: string | null }[] } // prettier-ignore
    expect(differences.map(({ kind }) => kind).sort()).toEqual(['不在名册', '已调动', '改为符合', '新登记'].sort())
    const teacher = (await ask('get', `/api/teachers/${teacherId(s2, 3)}`)) as { years: { frozen: unknown }[] }
    expect(teacher.years[0]!.frozen).toMatchObject({
      eligible: false,
      words: `${YEAR}学年名单已冻结为不符合交流条件，改为符合不会改变已冻结的名单和占比。`,
    })
  })
})

test('freezing and lifting reach a rotation that names another home school', async () => {
  await rolledBack(database, async (inner) => {
    await inner.transact('owner', async (db) => {
      await sql`update mobility.rotation set school_id = ${s4} where id = ${factId('rotation', 1)}`.execute(db)
    })
    const app = await testApp(inner)
    const office = asPerson(app, 'office')
    const rotated = async () =>
      ((await asPerson(app, 'district').get(`/api/units/${s4}/figures/rotated?year=${YEAR}`)).json() as Figure).figure.value // prettier-ignore
    await office.post(`/api/units/${c1}/eligible/freeze`, { year: YEAR })
    expect(await rotated()).toBe(1)
    const facts = { staffNo: `0${s1}1`, name: teacherName(s1, 1), declared: '否' }
    await office.patch(`/api/teachers/${teacherId(s1, 1)}/years/${YEAR}`, facts)
    expect(await rotated()).toBe(1)
    await office.post(`/api/units/${c1}/eligible/thaw`, { year: YEAR, reason: '名册有误' })
    expect(await rotated()).toBe(0)
    await app.close()
  })
})

test('freezing and lifting are the office’s, never a school’s, and lifting says why', async () => {
  await scenario(async (ask, app) => {
    for (const person of ['principal', 'liaison', 'teacher', 'expert', 'outsider'] as const)
      expect(await freeze(ask, s1, person)).toMatchObject({ code: 'platform.forbidden' })
    await freeze(ask)
    const reply = await asPerson(app, 'office').post(`/api/units/${c1}/eligible/thaw`, { year: YEAR, reason: '' })
    expect(reply.statusCode).toBe(400)
    expect(await ask('post', `/api/units/${c1}/eligible/thaw`, { year: YEAR, reason: '名册有误' })).toEqual({
      schools: 3,
    })
  })
})
