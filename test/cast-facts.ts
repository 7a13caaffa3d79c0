import type { Db } from '#platform/database/database.ts'
import { PLACES, YEAR, teacherId, teacherName } from './cast-places.ts'
import { insertPosts } from './cast-posts.ts'

const { districtA, districtB, c1, c3, s1, s2, s3, s4, s5, s6 } = PLACES
const schools = [s1, s2, s3, s4, s5, s6] as const
const districtOf = (school: number) => (school === s5 ? districtB : districtA)

const kinds = [
  'rotation',
  'activity',
  'mentoring',
  'studio',
  'course',
  'use',
  'import',
  'report',
  'call',
  'batch',
  'pool',
  'task',
  'agreement',
  'need',
  'quota',
  'application',
] as const

/** The id of a fact: 1 is that of C1, 2 that of C3. */
export const factId = (kind: (typeof kinds)[number], n: number): string =>
  `00000000-0000-7000-9000-${String(kinds.indexOf(kind) + 1).padStart(4, '0')}${String(n).padStart(8, '0')}`

/** Where facts were written: cluster C1 by S1 with S2 (facts 1), cluster C3 by S5 alone (facts 2). */
const writers = [
  { n: 1, clusterId: c1, districtId: districtA, schoolId: s1, otherId: s2, schoolYear: YEAR },
  { n: 2, clusterId: c3, districtId: districtB, schoolId: s5, otherId: s4, schoolYear: YEAR },
] as const

/** Profiles and teachers of every school, and one fact of each kind in C1 and in C3. */
export async function insertFacts(db: Db): Promise<void> {
  await insertProfiles(db)
  await insertTeachers(db)
  for (const writer of writers) {
    await insertResearch(db, writer)
    await insertSharing(db, writer)
    await insertImport(db, writer)
    await insertReport(db, writer)
    await insertBatch(db, writer)
    await insertPosts(db, {
      ...writer,
      teacherId: teacherId(writer.schoolId, 1),
      idOf: (kind) => factId(kind, writer.n),
    })
  }
  await insertRecorded(db)
}

async function insertProfiles(db: Db): Promise<void> {
  const rows = schools.map((schoolId) => ({
    districtId: districtOf(schoolId),
    schoolId,
    schoolYear: YEAR,
    name: `示例${schoolId}`,
    shortName: `示例${schoolId}`,
    kind: schoolId === s3 ? ('幼儿园' as const) : ('小学' as const),
    ownership: '公办' as const,
    campuses: 1,
    pupils: 300,
  }))
  await db.insertInto('organizations.schoolProfile').values(rows).execute()
}

async function insertTeachers(db: Db): Promise<void> {
  const rows = schools.flatMap((schoolId) =>
    [YEAR - 1, YEAR].flatMap((schoolYear) => [1, 2, 3].map((n) => teacherRow(schoolId, schoolYear, n))),
  )
  await db.insertInto('people.teacherYear').values(rows).execute()
}

/** Of three teachers the first is 区骨干 and 高级教师; the first two are eligible. */
const teacherRow = (schoolId: number, schoolYear: number, n: number) => ({
  districtId: districtOf(schoolId),
  teacherId: teacherId(schoolId, n),
  schoolYear,
  schoolId,
  staffNo: `0${schoolId}${n}`,
  name: teacherName(schoolId, n),
  pinyin: `jiaoshi ${schoolId} ${n}`,
  initials: `js${schoolId}${n}`,
  title: n === 1 ? ('高级教师' as const) : ('一级教师' as const),
  backbone: n === 1 ? ('区骨干' as const) : null,
  eligible: n < 3,
  eligibleReason: '台账填报',
})

type Writer = (typeof writers)[number]

async function insertResearch(
  db: Db,
  { n, clusterId, districtId, schoolId, otherId, schoolYear }: Writer,
): Promise<void> {
  const fact = { districtId, clusterId, schoolId, schoolYear }
  const lecturerId = teacherId(schoolId, 1)
  const activity = { heldOn: '2023-10-10', unionName: '语文', theme: '识字', form: '公开教学' as const, lecturerId }
  const mentoring = { mentorId: teacherId(otherId, 1), mentorSchoolId: otherId, menteeId: teacherId(schoolId, 3) }
  const rotation = { teacherId: lecturerId, fromSchoolId: schoolId, toSchoolId: otherId, startOn: '2023-09-01' }
  await db
    .insertInto('teachingResearch.activity')
    .values({ ...fact, ...activity, id: factId('activity', n), rowKey: `a${n}` })
    .execute()
  await db
    .insertInto('teachingResearch.mentoring')
    .values({ ...fact, ...mentoring, id: factId('mentoring', n) })
    .execute()
  await db
    .insertInto('teachingResearch.studio')
    .values({ ...fact, id: factId('studio', n), kind: '学区工作室', name: `工作室${n}` })
    .execute()
  await db
    .insertInto('mobility.rotation')
    .values({ ...fact, ...rotation, id: factId('rotation', n), form: '定期交流', status: '已生效' })
    .execute()
}

async function insertSharing(
  db: Db,
  { n, clusterId, districtId, schoolId, otherId, schoolYear }: Writer,
): Promise<void> {
  const fact = { districtId, clusterId, schoolId, schoolYear }
  const course = {
    code: `K${n}`,
    name: `课程${n}`,
    coBuilt: true,
    featured: false,
    exported: true,
    benefitingStudents: 40,
  }
  const use = { usedOn: '2023-11-11', venueName: '体育馆', venueKind: '体育场馆' as const, userSchoolId: otherId }
  await db
    .insertInto('courses.course')
    .values({ ...fact, ...course, id: factId('course', n) })
    .execute()
  await db
    .insertInto('venues.venueUse')
    .values({ ...fact, ...use, id: factId('use', n), rowKey: `u${n}` })
    .execute()
  await db.insertInto('assessment.appraisal').values({ districtId, schoolId, schoolYear, grade: '优秀' }).execute()
}

async function insertImport(db: Db, { n, clusterId, districtId, schoolId, schoolYear }: Writer): Promise<void> {
  const file = { fileName: `台账${n}.xlsx`, bytes: 1000, sha256: 'a'.repeat(64) }
  const record = { status: 'taken' as const, actorName: '某人', startedAt: new Date(), endedAt: new Date() }
  await db
    .insertInto('transfer.import')
    .values({ districtId, id: factId('import', n), clusterId, schoolYear, ...file, ...record })
    .execute()
  const call = { id: factId('call', n), dueOn: '2024-06-30', sheets: ['教师'], openedAt: new Date() }
  await db
    .insertInto('transfer.call')
    .values({ ...call, districtId, clusterId, schoolYear })
    .execute()
  const sent = { id: factId('import', n + 2), fileName: `报送${n}.xlsx`, callId: call.id, schoolId }
  await db
    .insertInto('transfer.import')
    .values({ ...file, ...record, ...sent, districtId, clusterId, schoolYear })
    .execute()
}

/** An issued report without files, which tells nothing of persons. */
async function insertReport(db: Db, { n, clusterId, districtId, schoolYear }: Writer): Promise<void> {
  const about = { title: `报告${n}`, signature: '某学区办公室', figuresDay: '2024-09-01' }
  const document = { ...about, marks: [], number: '', blocks: [], contact: '', day: '2024-09-01', about: [] }
  const at = new Date('2024-09-01T02:00:00Z')
  const issued = { status: 'issued' as const, issuedAt: at, document: JSON.stringify(document), contentHash: `${n}` }
  const row = { districtId, id: factId('report', n), unitId: clusterId, schoolYear, figuresAt: at, createdAt: at }
  await db
    .insertInto('publishing.report')
    .values({ ...row, ...about, ...issued, rules: '[]', blocks: '[]' })
    .execute()
}

/** A batch of rotations that the district has approved and that was filed: it waits for nobody. */
async function insertBatch(db: Db, { n, clusterId, districtId, schoolId, otherId, schoolYear }: Writer): Promise<void> {
  const row = { districtId, id: factId('batch', n), clusterId, schoolYear, title: `批次${n}`, filedOn: '2023-09-01' }
  await db
    .insertInto('mobility.batch')
    .values({ ...row, state: '区已批准', schoolIds: [schoolId, otherId], createdAt: new Date() })
    .execute()
}

const sources = [
  'organizations.schools', 'people.teachers', 'mobility.rotations', 'teaching-research.studios', 'courses.courses',
  'teaching-research.activities', 'teaching-research.mentorings', 'venues.uses', 'assessment.appraisals',
] // prettier-ignore

/** All of it was handed in, and nothing has been counted yet. */
async function insertRecorded(db: Db): Promise<void> {
  const keys = schools.flatMap((schoolId) =>
    sources.map((source) => ({ districtId: districtOf(schoolId), schoolId, schoolYear: YEAR, source })),
  )
  await db.insertInto('platform.recorded').values(keys).execute()
  await db.insertInto('platform.stale').values(keys).execute()
}
