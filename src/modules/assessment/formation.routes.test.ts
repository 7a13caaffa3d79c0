import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import type { App } from '../../main/app.ts'
import { cast, PLACES, YEAR, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { FormationSchool, SchoolFlow } from './formation.contract.ts'

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

interface Reply {
  schools: FormationSchool[]
  flows: SchoolFlow[]
  held: { code: string }[]
}

async function formation(person: Person = 'office'): Promise<Reply> {
  const reply = await asPerson(app, person).get(`/api/units/${PLACES.c1}/formation?year=${YEAR}`)
  expect(reply.statusCode).toBe(200)
  return reply.json()
}
const figure = async (code: string) => {
  const reply = await asPerson(app, 'office').get(`/api/units/${PLACES.c1}/figures/${code}?year=${YEAR}`)
  return reply.json<{ figure: { numerator: number }; breakdown: { unitId: number; value: number | null }[] }>()
}

test('every member of the year has its place, the lead school first', async () => {
  const { schools } = await formation()
  expect(schools.map(({ id, role }) => [id, role])).toEqual([
    [PLACES.s1, '牵头校'],
    [PLACES.s2, expect.any(String)],
    [PLACES.s3, expect.any(String)],
  ])
})

test('a school’s values are those that the figure page breaks down to', async () => {
  const { schools, held } = await formation()
  expect(held.length).toBeGreaterThan(0)
  for (const { code } of held) {
    const { breakdown } = await figure(code)
    for (const { unitId, value } of breakdown)
      expect(schools.find(({ id }) => id === unitId)?.figures[code]?.value, `${code} ${unitId}`).toBe(value)
  }
})

test('what flows is what the figure counts: each rotation that counts goes from one school to another', async () => {
  const { flows } = await formation()
  const links = flows.find(({ name }) => name === 'mobility.rotated')!.links
  const { figure: rotated } = await figure('rotated')
  expect(links.reduce((sum, { weight }) => sum + weight, 0)).toBe(rotated.numerator)
  expect(rotated.numerator).toBeGreaterThan(0)
  const shared = flows.find(({ name }) => name === 'venues.shared-uses')!.links
  expect(shared.reduce((sum, { weight }) => sum + weight, 0)).toBe((await figure('venue_sharing')).figure.numerator)
})

test('sums are the same for everybody who may see the cluster', async () => {
  const asOffice = await formation()
  expect(await formation('teacher')).toEqual(asOffice)
  expect(await formation('expert')).toEqual(asOffice)
})
