import type { Db } from '#platform/database/database.ts'

export const YEAR = 2023

export const PLACES = {
  city: 310000,
  districtA: 310112,
  districtB: 310104,
  c1: 1001,
  c2: 1002,
  group: 1003,
  c3: 1004,
  s1: 2001,
  s2: 2002,
  s3: 2003,
  s4: 2004,
  s5: 2005,
  s6: 2006,
} as const

/** The nth teacher (1 to 3) of a school. */
export const teacherId = (school: number, n: number): string =>
  `00000000-0000-7000-8000-0000${school}${String(n).padStart(4, '0')}`

/** The full name of the nth teacher of a school: 赵甲一 at S1, 钱乙二 at S2. No two are alike. */
export function teacherName(school: number, n: number): string {
  return `${'赵钱孙李周吴'[school - PLACES.s1]!}${'甲乙丙丁戊己'[school - PLACES.s1]!}${'一二三'[n - 1]!}`
}

type Kind = 'city' | 'district' | 'cluster' | 'group' | 'school'
const units: readonly [id: number, kind: Kind, parent: number | null, district: number, name: string][] = [
  [PLACES.city, 'city', null, PLACES.city, '上海市'],
  [PLACES.districtA, 'district', PLACES.city, PLACES.districtA, '闵行区'],
  [PLACES.districtB, 'district', PLACES.city, PLACES.districtB, '徐汇区'],
  [PLACES.c1, 'cluster', PLACES.districtA, PLACES.districtA, '春申学区'],
  [PLACES.c2, 'cluster', PLACES.districtA, PLACES.districtA, '横沔学区'],
  [PLACES.group, 'group', PLACES.districtA, PLACES.districtA, '春横教育集团'],
  [PLACES.c3, 'cluster', PLACES.districtB, PLACES.districtB, '龙华学区'],
  [PLACES.s1, 'school', PLACES.districtA, PLACES.districtA, '春申中学'],
  [PLACES.s2, 'school', PLACES.districtA, PLACES.districtA, '春申小学'],
  [PLACES.s3, 'school', PLACES.districtA, PLACES.districtA, '春申幼儿园'],
  [PLACES.s4, 'school', PLACES.districtA, PLACES.districtA, '横沔中学'],
  [PLACES.s5, 'school', PLACES.districtB, PLACES.districtB, '龙华中学'],
  [PLACES.s6, 'school', PLACES.districtA, PLACES.districtA, '申北小学'],
]

export async function insertUnits(db: Db): Promise<void> {
  const rows = units.map(([id, kind, parentId, districtId, name]) => ({
    id,
    kind,
    parentId,
    districtId,
    code: kind === 'school' ? `${districtId}${id}` : null,
    name,
    shortName: name,
    pinyin: name,
    initials: name,
    stageScope: kind === 'cluster' || kind === 'group' ? ('cross-stage' as const) : null,
  }))
  await db.insertInto('organizations.unit').values(rows).execute()
}

export async function insertMemberships(db: Db): Promise<void> {
  const { c1, c2, c3, group, s1, s2, s3, s4, s5, s6 } = PLACES
  const pairs = [[c1, s1], [c1, s2], [c1, s3], [c2, s4], [group, s2], [group, s4], [c3, s5], [c1, s6]] as const // prettier-ignore
  const rows = pairs.map(([clusterId, schoolId]) => ({
    clusterId,
    schoolId,
    role: schoolId === s1 ? ('牵头校' as const) : ('成员校' as const),
    fromDay: '2021-09-01',
    untilDay: schoolId === s6 ? '2023-08-31' : null,
  }))
  await db.insertInto('organizations.membership').values(rows).execute()
}
