import type { Db } from '#platform/database/database.ts'

/** Where the posts of a cluster are written, about which of its teachers, and the ids that they have. */
interface Cast {
  clusterId: number
  districtId: number
  schoolId: number
  otherId: number
  schoolYear: number
  teacherId: string
  idOf(kind: 'pool' | 'task' | 'agreement' | 'need' | 'quota' | 'application'): string
}

/** One of each kind, and of each what is over: nobody can do any more about it. */
export async function insertPosts(db: Db, cast: Cast): Promise<void> {
  await insertPool(db, cast)
  await insertNeeds(db, cast)
  await insertQuota(db, cast)
}

/** Somebody who was in the pool and left it again, with one task. */
async function insertPool(
  db: Db,
  { clusterId, districtId, schoolId, teacherId, schoolYear, idOf }: Cast,
): Promise<void> {
  const at = { districtId, schoolId }
  const stay = { clusterId, teacherId, schoolYear, status: '已出池' as const }
  const days = { proposedOn: '2023-09-01', proposedBy: '某人', sinceDay: '2023-09-01', leftOn: '2023-11-01' }
  await db
    .insertInto('posts.poolMember')
    .values({ ...at, ...stay, ...days, id: idOf('pool') })
    .execute()
  const task = { kind: '带教' as const, what: '带教一名青年教师', fromDay: '2023-09-01', notedAt: new Date() }
  await db
    .insertInto('posts.poolTask')
    .values({ ...at, ...task, id: idOf('task'), memberId: idOf('pool'), notedBy: '某人' })
    .execute()
}

/** What was agreed and taken back, and a need that was met. */
async function insertNeeds(
  db: Db,
  { clusterId, districtId, schoolId, otherId, schoolYear, idOf }: Cast,
): Promise<void> {
  const at = { districtId, clusterId, schoolYear, stage: '小学', subject: '语文', n: 1 }
  const agreed = { fromSchoolId: schoolId, toSchoolId: otherId, decidedOn: '2023-10-01', decidedBy: '学区办' }
  const withdrawn = { withdrawnAt: new Date(), withdrawnBy: '某人', withdrawnWhy: '不再需要' }
  await db
    .insertInto('posts.agreement')
    .values({ ...at, ...agreed, ...withdrawn, id: idOf('agreement'), recordedAt: new Date(), recordedBy: '某人' })
    .execute()
  const closed = { status: '已招到' as const, reportedOn: '2023-10-01', hired: 1, closedOn: '2023-11-01' }
  await db
    .insertInto('posts.need')
    .values({ ...at, ...closed, id: idOf('need'), schoolId, addedAt: new Date(), addedBy: '某人' })
    .execute()
}

/** A quota of one place, which was given to somebody who passed. */
async function insertQuota(
  db: Db,
  { clusterId, districtId, schoolId, teacherId, schoolYear, idOf }: Cast,
): Promise<void> {
  const at = { districtId, clusterId, schoolYear, title: '正高级教师' as const }
  const quotaId = idOf('quota')
  await db
    .insertInto('posts.quota')
    .values({ ...at, id: quotaId, granted: 1, allotted: 1 })
    .execute()
  const candidate = { schoolId, teacherId, reasons: '教学成绩突出', serviceYears: 1 }
  const state = { status: '已给名额' as const, result: '已通过' as const, appliedAt: new Date(), appliedBy: '某人' }
  await db
    .insertInto('posts.application')
    .values({ ...at, ...candidate, ...state, id: idOf('application'), quotaId })
    .execute()
}
