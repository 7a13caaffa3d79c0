import type { Db } from '#platform/database/database.ts'
import { people, PLACES, teacherId } from '../cast.ts'
import { ask, foreign, offices, own, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1, s5, districtA, districtB, city } = PLACES

const id = (kind: string, n: number) => `00000000-0000-7000-${kind}-00000000000${n}`
const [COURSE, FOREIGN] = [id('9501', 1), id('9501', 3)]
const SESSION = id('9502', 1)
const DECLARATION = id('9503', 1)
/** Of a course, and entered by the school. */
const [CREDIT, ENTRY] = [id('9504', 1), id('9504', 2)]
const nobody = '00000000-0000-7000-8000-00000000dead'

/** A course of C1 that was recognised, one of C3; a credit that S1 entered. */
export async function insertTrainingFacts(db: Db): Promise<void> {
  await insertCourse(db, { districtId: districtA, courseId: COURSE, unitId: c1, schoolId: s1, n: 1 })
  await insertCourse(db, { districtId: districtB, courseId: FOREIGN, unitId: c3, schoolId: s5, n: 3 })
  const at = { districtId: districtA, schoolId: s1, teacherId: teacherId(s1, 1), notedAt: new Date(), notedBy: '某人' }
  const entered = { tier: '市级', field: '知识技能', hundredths: 100, earnedOn: '2023-10-01', title: '市级课程' }
  await db
    .insertInto('training.credit')
    .values({ ...at, ...entered, id: ENTRY, evidence: '证书' })
    .execute()
}

interface Held {
  districtId: number
  courseId: string
  unitId: number
  schoolId: number
  n: number
}

async function insertCourse(db: Db, { districtId, courseId, unitId, schoolId, n }: Held): Promise<void> {
  const at = new Date('2023-10-08T05:00:00Z')
  const key = { districtId, courseId }
  const field = '知识技能'
  const course = { tier: '学区集团' as const, schoolYear: 2023, title: '命题研究', field, madeAt: at, madeBy: '某人' }
  await db
    .insertInto('training.course')
    .values({ ...course, districtId, unitId, id: courseId })
    .execute()
  const session = { startsAt: at, endsAt: new Date('2023-10-08T08:00:00Z'), hours: 4, place: '礼堂' }
  await db
    .insertInto('training.session')
    .values({ ...key, ...session, id: id('9502', n) })
    .execute()
  const who = { ...key, schoolId, teacherId: teacherId(schoolId, 1) }
  await db
    .insertInto('training.enrolment')
    .values({ ...who, id: id('9505', n), attended: [id('9502', n)], enrolledAt: at, enrolledBy: '某人' })
    .execute()
  const decided = { countsAs: '区级', decidedAt: at, decidedBy: '某人' }
  await db
    .insertInto('training.declaration')
    .values({
      ...key,
      ...decided,
      id: id('9503', n),
      state: '已认定',
      hours: 4,
      people: 1,
      declaredAt: at,
      declaredBy: '某人',
    }) // prettier-ignore
    .execute()
  const earned = { tier: '区级', field, hundredths: 40, earnedOn: '2023-10-08', title: '命题研究', evidence: '文号' }
  await db
    .insertInto('training.credit')
    .values({ ...who, ...earned, id: id('9504', n), code: `ABCD2345EFG${n}`, notedAt: at, notedBy: '某人' })
    .execute()
}

const session = { day: '2023-10-08', from: '13:30', until: '16:30', hours: 4, place: '礼堂' }
const form = { title: '命题研究', field: '没有的内容', sessions: [session] }
const line = { staffNo: '没有的工号', tier: '区级', field: '知识技能', credits: 1, earnedOn: '2023-10-08', title: '课程', evidence: '证书' } // prettier-ignore
const heads = ['office', 'principal', 'liaison'] as const
const readers = [...offices, 'principal', 'liaison'] as const
const at = (path = '') => `/api/training-courses/${COURSE}${path}`
const there = (path = '') => `/api/training-courses/${FOREIGN}${path}`
const credit = (which: string, path = '') => `/api/training-credits/${which}${path}`
const blind = { blind: ['administrator', 'outsider'] } as const
const recognition = { countsAs: '区级', reason: '内容扎实', number: '示教〔2023〕1号' }

export const training: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/training': [
    ask(`/api/units/${c1}/training?year=2023`, own),
    ask(`/api/units/${c3}/training?year=2023`, foreign),
    ask(`/api/units/${s1}/training?year=2023`, own),
    ask(`/api/units/${districtA}/training?year=2023`, ['city', 'district']),
    ask(`/api/units/${city}/training?year=2023`, [], unknownTo),
  ],
  'POST /api/units/:unitId/training': [
    ask(`/api/units/${c1}/training`, ['office'], { body: form, status: 422 }),
    ask(`/api/units/${c3}/training`, ['outsider'], { body: form, status: 422 }),
    ask(`/api/units/${s1}/training`, heads, { body: form, status: 422 }),
    ask(`/api/units/${districtA}/training`, ['district'], { body: form, status: 422 }),
  ],
  'GET /api/training-courses/:courseId': [
    ask(at(), own),
    ask(there(), foreign),
    ask(`/api/training-courses/${nobody}`, [], unknownTo),
  ],
  'PATCH /api/training-courses/:courseId': [
    ask(at(), ['office'], { body: form, status: 409 }),
    ask(there(), ['outsider'], { body: form, status: 409 }),
  ],
  'DELETE /api/training-courses/:courseId': [
    ask(at(), ['office'], { status: 409 }),
    ask(there(), ['outsider'], { status: 409 }),
  ],
  'POST /api/training-courses/:courseId/finish': [
    ask(at('/finish'), ['office'], { status: 409 }),
    ask(there('/finish'), ['outsider'], { status: 409 }),
  ],
  // Nobody of the cast is a teacher of the register: nobody has a place of their own to take.
  'POST /api/training-courses/:courseId/enrolment': [ask(at('/enrolment'), []), ask(there('/enrolment'), [])],
  'DELETE /api/training-courses/:courseId/enrolment': [ask(at('/enrolment'), []), ask(there('/enrolment'), [])],
  'GET /api/training-courses/:courseId/candidates': [
    ask(at('/candidates'), heads),
    ask(there('/candidates?q=jiaoshi'), ['outsider']),
  ],
  'POST /api/training-courses/:courseId/people': [
    ask(at('/people'), heads, { body: { teacherIds: [nobody] }, status: 409 }),
    ask(there('/people'), ['outsider'], { body: { teacherIds: [nobody] }, status: 409 }),
  ],
  'POST /api/training-courses/:courseId/sessions/:sessionId/attendance': [
    ask(at(`/sessions/${SESSION}/attendance`), ['office'], { body: { teacherIds: [] }, status: 409 }),
  ],
  'GET /api/units/:unitId/training-declarations': [
    ask(`/api/units/${districtA}/training-declarations`, ['district']),
    ask(`/api/units/${districtB}/training-declarations`, []),
    ask(`/api/units/${c1}/training-declarations`, []),
  ],
  'POST /api/training-declarations/:declarationId/recognition': [
    ask(`/api/training-declarations/${DECLARATION}/recognition`, ['district'], { body: recognition, status: 409 }),
    ask(`/api/training-declarations/${id('9503', 3)}/recognition`, [], { body: recognition }),
  ],
  'POST /api/training-declarations/:declarationId/return': [
    ask(`/api/training-declarations/${DECLARATION}/return`, ['district'], { body: { reason: '缺签到' }, status: 409 }),
  ],
  'GET /api/training/mine': [ask('/api/training/mine', people)],
  'GET /api/schools/:schoolId/training-credits': [
    ask(`/api/schools/${s1}/training-credits`, readers),
    ask(`/api/schools/${s5}/training-credits`, foreign),
    ask(`/api/schools/${c1}/training-credits`, [], unknownTo),
  ],
  'GET /api/schools/:schoolId/training-credits.xlsx': [
    ask(`/api/schools/${s1}/training-credits.xlsx`, readers),
    ask(`/api/schools/${s5}/training-credits.xlsx`, foreign),
  ],
  'POST /api/schools/:schoolId/training-credits': [
    ask(`/api/schools/${s1}/training-credits`, heads, { body: { lines: [line] }, status: 422 }),
    ask(`/api/schools/${s5}/training-credits`, ['outsider'], { body: { lines: [line] }, status: 422 }),
  ],
  'DELETE /api/training-credits/:creditId': [ask(credit(CREDIT), heads, { ...blind, status: 409 })],
  // What a school entered has no certificate.
  'GET /api/training-credits/:creditId/certificate/:format': [
    ask(credit(ENTRY, '/certificate/pdf'), readers, { ...blind, status: 404 }),
  ],
  'GET /api/open/training-credits/:code': [ask('/api/open/training-credits/unknown', people, { visitor: 200 })],
}
