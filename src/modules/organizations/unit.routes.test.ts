import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { cast, PLACES, YEAR, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'
import type { App } from '../../main/app.ts'

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
const namesOf = (reply: { clusters: { name: string }[] }) => reply.clusters.map(({ name }) => name).sort()

describe('the clusters to start from', () => {
  test.each([
    ['office', ['春申学区']],
    ['principal', ['春申学区']],
    ['expert', ['春申学区']],
    ['outsider', ['龙华学区']],
    ['district', ['春横教育集团', '春申学区', '横沔学区']],
    ['city', ['春横教育集团', '春申学区', '横沔学区', '龙华学区']],
    ['administrator', ['春横教育集团', '春申学区', '横沔学区', '龙华学区']],
  ] as const)('are, to %s, %j', async (person, names) => {
    expect(namesOf(await get(person, '/api/clusters'))).toEqual([...names].sort())
  })

  test('carry their members today and the latest year on record', async () => {
    const { clusters, districts } = await get('office', '/api/clusters')
    expect(clusters).toMatchObject([{ id: PLACES.c1, schools: 3, latestYear: YEAR, districtName: '闵行区' }])
    expect(districts).toEqual([])
  })

  test('come by district for the city', async () => {
    const reply = await get('city', `/api/clusters?districtId=${PLACES.districtB}`)
    expect(namesOf(reply)).toEqual(['龙华学区'])
    expect(reply.districts).toEqual([
      { id: PLACES.districtB, name: '徐汇区', clusters: 1 },
      { id: PLACES.districtA, name: '闵行区', clusters: 3 },
    ])
  })
})

describe('a unit', () => {
  test('tells its years and what the reader may do there', async () => {
    const unit = await get('office', `/api/units/${PLACES.c1}`)
    expect(unit).toMatchObject({ kind: 'cluster', name: '春申学区', stageScope: 'cross-stage', years: [YEAR] })
    expect(unit.can).toEqual([
      'read',
      'readSchools',
      'readTeachers',
      'import',
      'readAudit',
      'readFigures',
      'keepAccounts',
      'readPosts',
    ])
    expect(unit).not.toHaveProperty('clusterIds')
  })

  test.each([
    ['principal', ['read', 'readSchools', 'readTeachers', 'readFigures', 'keepAccounts', 'readPosts']],
    ['teacher', ['read', 'readSchools', 'readTeachers', 'readFigures']],
    ['expert', ['read', 'readSchools', 'readTeachers', 'readFigures']],
    ['administrator', ['read', 'readSchools', 'keepAccounts']],
    ['district', ['read', 'readSchools', 'readTeachers', 'import', 'readAudit', 'readFigures', 'keepAccounts', 'readPosts']], // prettier-ignore
  ] as const)('opens to %s with %j', async (person, can) => {
    expect((await get(person, `/api/units/${PLACES.c1}`)).can).toEqual(can)
  })

  test.each([
    ['outsider', PLACES.c1],
    ['office', PLACES.c2],
    ['teacher', PLACES.districtA],
    ['district', PLACES.districtB],
  ] as const)('is closed to %s at %d', async (person, unitId) => {
    expect((await get(person, `/api/units/${unitId}`)).status).toBe(403)
  })

  test('that does not exist is not found, and a number too large is no unit', async () => {
    expect((await get('city', '/api/units/77')).status).toBe(404)
    expect((await get('city', '/api/units/99999999999')).status).toBe(400)
  })

  test('of a district and of the city has the years of all its schools', async () => {
    expect((await get('city', `/api/units/${PLACES.city}`)).years).toEqual([YEAR])
    expect((await get('district', `/api/units/${PLACES.districtA}`)).years).toEqual([YEAR])
  })
})

describe('the schools of a cluster', () => {
  const schools = `/api/units/${PLACES.c1}/schools`
  test('are those of the school year, the lead school first', async () => {
    const now = await get('teacher', `${schools}?year=${YEAR}`)
    expect(now.schools.map(({ id }: { id: number }) => id)).toEqual([PLACES.s1, PLACES.s2, PLACES.s3])
    expect(now.schools[0]).toMatchObject({ role: '牵头校', kind: '小学', pupils: 300, name: '示例2001' })
    const before = await get('teacher', `${schools}?year=2022`)
    expect(before.schools.map(({ id }: { id: number }) => id)).toContain(PLACES.s6)
    expect(before.schools[0]).toMatchObject({ kind: null, name: '春申中学' })
  })

  test('are searched by name and code', async () => {
    const found = await get('office', `${schools}?year=${YEAR}&q=${encodeURIComponent('幼儿')}`)
    expect(found.schools).toMatchObject([{ id: PLACES.s3 }])
    expect((await get('office', `${schools}?year=${YEAR}&q=%25`)).schools).toEqual([])
  })

  test('are closed to who is not of the cluster', async () => {
    expect((await get('outsider', `${schools}?year=${YEAR}`)).status).toBe(403)
  })
})

describe('a school', () => {
  test('tells its memberships and years', async () => {
    expect(await get('teacher', `/api/schools/${PLACES.s2}`)).toMatchObject({
      name: '春申小学',
      districtName: '闵行区',
      memberships: [{ clusterName: '春申学区' }, { clusterName: '春横教育集团', clusterKind: 'group' }],
      years: [{ schoolYear: YEAR, kind: '小学', pupils: 300 }],
      can: ['read', 'readTeachers'],
    })
  })

  test('is closed to who shares no cluster with it, and a cluster is no school', async () => {
    expect((await get('office', `/api/schools/${PLACES.s5}`)).status).toBe(403)
    expect((await get('office', `/api/schools/${PLACES.c1}`)).status).toBe(404)
  })
})
