import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import type { App } from '../../main/app.ts'
import { cast, PLACES, YEAR, type Person } from '../../../test/cast.ts'
import { testDatabase } from '../../../test/database.ts'
import { asPerson, testApp } from '../../../test/http.ts'

let database: Database
let app: App
beforeEach(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database)
  return async () => {
    await app.close()
    await database.close()
  }
})

const { c1, c2, c3, group, s1, s2, s3, s4, s5, s6 } = PLACES
const get = async (person: Person, url: string) => (await asPerson(app, person).get(url)).json()
const make = async (person: Person, unit: number, body: object) =>
  (await asPerson(app, person).post(`/api/units/${unit}/membership-changes`, body)).json()
const undo = async (person: Person, id: string) =>
  (await asPerson(app, person).post(`/api/membership-changes/${id}/undo`)).json()
const schoolsOf = async (unit: number, year: number): Promise<number[]> =>
  (await get('city', `/api/units/${unit}/schools?year=${year}`)).schools.map(({ id }: { id: number }) => id)
const memberOf = async (unit: number, school: number) =>
  (await get('city', `/api/units/${unit}/organization`)).members.find(
    ({ schoolId }: { schoolId: number }) => schoolId === school,
  )

describe('a school that moves', () => {
  const move = { kind: 'move', schoolId: s3, day: '2024-01-31', toClusterId: c2, role: '成员校' }

  test('says before it is saved what the figures of both clusters lose and gain, and writes nothing', async () => {
    const query = new URLSearchParams(
      Object.entries(move).map(([key, value]): [string, string] => [key, String(value)]),
    )
    const seen = await get('district', `/api/units/${c1}/membership-changes/preview?${query}`)
    expect(seen.told).toContain('离开春申学区，次日加入横沔学区')
    expect(seen.effects).toMatchObject([
      { clusterId: c1, schoolYear: YEAR, gained: false },
      { clusterId: c2, schoolYear: YEAR, gained: true },
    ])
    expect(seen.effects[0].counts).toContainEqual({ title: '教师', unit: '人', value: 3 })
    expect(await schoolsOf(c1, YEAR)).toContain(s3)
  })

  test('leaves on one day and joins on the next; past years stay, and the act can be taken back', async () => {
    const { id } = await make('district', c1, move)
    expect(await schoolsOf(c1, YEAR)).not.toContain(s3)
    expect(await schoolsOf(c2, YEAR)).toContain(s3)
    expect(await schoolsOf(c1, YEAR - 1)).toContain(s3)
    expect(await schoolsOf(c2, YEAR - 1)).not.toContain(s3)
    expect((await memberOf(c1, s3)).spans).toEqual([{ role: '成员校', fromDay: '2021-09-01', untilDay: '2024-01-31' }])
    expect((await memberOf(c2, s3)).spans).toEqual([{ role: '成员校', fromDay: '2024-02-01', untilDay: null }])
    expect((await undo('district', id)).told).toMatch(/^已撤销：/)
    expect(await schoolsOf(c1, YEAR)).toContain(s3)
    expect((await memberOf(c2, s3)) ?? 'none').toBe('none')
  })

  test('is not taken back when something was changed since', async () => {
    const { id } = await make('district', c1, move)
    await make('district', c2, { kind: 'role', schoolId: s3, day: '2024-09-01', role: '轮值校' })
    expect(await undo('district', id)).toMatchObject({ status: 409, code: 'organizations.changedSince' })
  })

  test('cannot go to the cluster it leaves, and needs one to go to', async () => {
    expect(await make('district', c1, { ...move, toClusterId: c1 })).toMatchObject({
      code: 'organizations.sameCluster',
    })
    expect(await make('district', c1, { ...move, toClusterId: undefined })).toMatchObject({
      code: 'organizations.clusterMissing',
    })
  })
})

describe('the figures', () => {
  const teachers = async (unit: number) => {
    const { figures } = await get('city', `/api/units/${unit}/figures`)
    return figures.find((one: { code: string; year: number }) => one.code === 'teachers' && one.year === YEAR)?.value
  }

  test('of a cluster are the sum over the members of that school year', async () => {
    expect(await teachers(c1)).toBe(9)
    await make('office', c1, { kind: 'leave', schoolId: s3, day: '2023-12-31' })
    expect(await teachers(c1)).toBe(6)
  })
})

describe('a year whose list is frozen', () => {
  const freeze = () => asPerson(app, 'office').post(`/api/units/${c1}/eligible/freeze`, { year: YEAR })
  const thaw = () => asPerson(app, 'office').post(`/api/units/${c1}/eligible/thaw`, { year: YEAR, reason: '名册有误' })
  const eligible = async () => (await get('office', `/api/units/${c1}/figures/eligible?year=${YEAR}`)).figure.value
  const leaves = { kind: 'leave', schoolId: s3, day: '2023-12-31' }
  const refused = { status: 409, code: 'organizations.yearFrozen' }

  test('keeps its members until the freeze is lifted, and says so before anything is saved', async () => {
    await freeze()
    const before = await eligible()
    const query = `kind=leave&schoolId=${s3}&day=2023-12-31`
    const seen = await get('office', `/api/units/${c1}/membership-changes/preview?${query}`)
    expect(seen).toMatchObject(refused)
    expect(seen.title).toContain(`春申幼儿园${YEAR}学年的符合交流条件名单已冻结`)
    expect(await make('office', c1, leaves)).toMatchObject(refused)
    expect(await make('district', c2, { kind: 'join', schoolId: s3, day: '2023-09-01' })).toMatchObject(refused)
    const closing = await asPerson(app, 'district').post(`/api/units/${c1}/closing`, { day: '2024-01-31' })
    expect(closing.json()).toMatchObject(refused)
    expect(await eligible()).toBe(before)
    await thaw()
    expect(await make('office', c1, leaves)).toHaveProperty('id')
    expect(await eligible()).toBeLessThan(before)
  })

  test('lets go whoever leaves after it, and take another role; what was done before is not taken back', async () => {
    const { id } = await make('office', c1, leaves)
    await freeze()
    await asPerson(app, 'district').post(`/api/units/${s3}/eligible/freeze`, { year: YEAR })
    expect(await undo('office', id)).toMatchObject(refused)
    expect(await make('office', c1, { kind: 'role', schoolId: s2, day: '2023-10-01', role: '轮值校' })).toHaveProperty(
      'id',
    )
    expect(await make('office', c1, { kind: 'leave', schoolId: s2, day: '2024-08-31' })).toHaveProperty('id')
  })
})

describe('who may', () => {
  test('an office lets members go and gives roles, but lets nobody in: that opens the names of their teachers', async () => {
    expect(await make('office', c1, { kind: 'role', schoolId: s2, day: '2023-09-01', role: '轮值校' })).toHaveProperty(
      'id',
    )
    expect(await make('office', c1, { kind: 'join', schoolId: s6, day: '2024-09-01' })).toMatchObject({ status: 403 })
    expect(
      await make('office', c1, { kind: 'move', schoolId: s2, day: '2024-08-31', toClusterId: group }),
    ).toMatchObject({ status: 403 })
  })

  test('a district has no say over a school of another', async () => {
    expect(await make('district', c1, { kind: 'join', schoolId: s5, day: '2024-09-01' })).toMatchObject({ status: 403 })
    expect(await make('city', c1, { kind: 'join', schoolId: s5, day: '2024-09-01' })).toHaveProperty('id')
  })

  test('an office does not take back what the bureau did, but its own', async () => {
    const bureau = await make('district', c1, { kind: 'leave', schoolId: s3, day: '2023-12-31' })
    expect(await undo('office', bureau.id)).toMatchObject({ status: 403 })
    const own = await make('office', c1, { kind: 'leave', schoolId: s2, day: '2023-12-31' })
    expect(await undo('office', own.id)).toHaveProperty('told')
    const { changes } = await get('office', `/api/units/${c1}/organization`)
    expect(changes.map(({ can, undone }: { can: string[]; undone: boolean }) => [can, undone])).toEqual([
      [[], true],
      [[], false],
    ])
  })
})

test('what was changed is on record with before and after', async () => {
  await make('office', c1, { kind: 'leave', schoolId: s3, day: '2023-12-31' })
  const { entries } = await get('office', `/api/units/${c1}/audit`)
  expect(entries[0]).toMatchObject({ title: '变更成员学校', summary: '春申幼儿园于2023年12月31日离开春申学区' })
})

describe('turns', () => {
  const turn = { schoolId: s1, stage: '小学', fromDay: '2023-09-01', untilDay: '2024-08-31' }
  const add = async (body: object) => (await asPerson(app, 'office').post(`/api/units/${c1}/duties`, body)).json()

  test('say who has the turn on every page, whatever the ledger said', async () => {
    await make('office', c1, { kind: 'role', schoolId: s2, day: '2023-09-01', role: '轮值校' })
    const roles = async (school: number) => [
      (await memberOf(c1, school)).role,
      (await get('city', `/api/schools/${school}`)).memberships.find(
        ({ clusterId }: { clusterId: number }) => clusterId === c1,
      ).role,
      (await get('city', `/api/units/${c1}/schools?year=${YEAR}`)).schools.find(
        ({ id }: { id: number }) => id === school,
      ).role,
    ]
    expect(await roles(s2)).toEqual(['轮值校', '轮值校', '轮值校'])
    await add({ ...turn, schoolId: s3, untilDay: '2099-08-31' })
    expect(await roles(s2)).toEqual(['成员校', '成员校', '成员校'])
    expect(await roles(s3)).toEqual(['轮值校', '轮值校', '轮值校'])
  })

  test('stand on the list of schools of their year, one school to a stage', async () => {
    const { id } = await add(turn)
    expect(await add({ ...turn, schoolId: s2 })).toMatchObject({ status: 409, code: 'organizations.dutyTaken' })
    const { schools } = await get('teacher', `/api/units/${c1}/schools?year=${YEAR}`)
    expect(schools[0]).toMatchObject({ id: s1, duties: ['小学'] })
    await asPerson(app, 'office').patch(`/api/duties/${id}`, { ...turn, stage: '学前' })
    expect((await get('office', `/api/units/${c1}/organization`)).duties).toMatchObject([
      { stage: '学前', schoolId: s1 },
    ])
    await asPerson(app, 'office').del(`/api/duties/${id}`)
    expect((await get('office', `/api/units/${c1}/organization`)).duties).toEqual([])
  })
})

describe('a cluster', () => {
  test('is made by the district, named once, and closed with a last day; the way back brings its members', async () => {
    const fields = { name: '新虹学区', shortName: '新虹', kind: 'cluster' }
    const { id } = (await asPerson(app, 'district').post(`/api/units/${PLACES.districtA}/clusters`, fields)).json()
    expect(
      (await asPerson(app, 'district').post(`/api/units/${PLACES.districtA}/clusters`, fields)).json(),
    ).toMatchObject({ code: 'organizations.sameClusterName' })
    await make('district', id, { kind: 'join', schoolId: s4, day: '2023-09-01', role: '牵头校' })
    const listed = await get('district', `/api/units/${PLACES.districtA}/clusters?q=${encodeURIComponent('横沔中学')}`)
    expect(listed.clusters.map(({ name }: { name: string }) => name)).toContain('新虹学区')
    const closed = (await asPerson(app, 'district').post(`/api/units/${id}/closing`, { day: '2024-08-31' })).json()
    expect(closed.told).toBe('新虹学区于2024年8月31日撤销，1 所成员校同日离开')
    expect(await schoolsOf(id, 2023)).toEqual([s4])
    expect(await schoolsOf(id, 2024)).toEqual([])
    await undo('district', closed.changeId)
    expect(await get('district', `/api/units/${id}/organization`)).toMatchObject({
      closedOn: null,
      members: [{ now: true }],
    })
  })

  test('has the stage scope that its members give it, or one set by hand with a reason', async () => {
    const body = { name: '春申学区', shortName: '春申', kind: 'cluster', stageScope: 'same-stage' }
    const patch = async (fields: object) =>
      (await asPerson(app, 'office').patch(`/api/units/${c1}/organization`, fields)).statusCode
    expect(await patch(body)).toBe(400)
    expect(await patch({ ...body, reason: '按区教育局批复' })).toBe(200)
    await make('office', c1, { kind: 'leave', schoolId: s3, day: '2023-12-31' })
    expect(await get('office', `/api/units/${c1}/organization`)).toMatchObject({
      stageScope: 'same-stage',
      stageScopeReason: '按区教育局批复',
    })
    expect(await patch({ ...body, stageScope: 'worked-out' })).toBe(200)
  })

  test('of another district is not the office’s to change', async () => {
    const details = { name: '龙华学区', shortName: '龙华', kind: 'cluster', stageScope: 'worked-out' }
    expect((await asPerson(app, 'office').patch(`/api/units/${c3}/organization`, details)).statusCode).toBe(403)
  })
})
