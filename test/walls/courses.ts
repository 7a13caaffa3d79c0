import { emptyContent } from '#modules/courses/content.contract.ts'
import type { Db } from '#platform/database/database.ts'
import { accountId, people, PLACES, teacherId } from '../cast.ts'
import { ask, foreign, keeper, own, tryOut, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1, s2, districtA } = PLACES

/** Published in C1, being written at S1, and a copy that S1 made of a course of S2. */
const [COURSE, DRAFT, COPY, ORIGIN] = ['1', '2', '3', '4'].map((n) => `00000000-0000-7000-9450-00000000000${n}`) as [string, string, string, string] // prettier-ignore
const [AT_SCHOOL, AT_EXPERTS, AT_OFFICE] = ['5', '6', '7'].map((n) => `00000000-0000-7000-9450-00000000000${n}`) as [string, string, string] // prettier-ignore

/** Admitted, being written, and at each step of the way in. */
const [PATH, PATH_DRAFT, PATH_AT_SCHOOL, PATH_AT_OFFICE] = ['1', '2', '3', '4'].map((n) => `00000000-0000-7000-9451-00000000000${n}`) as [string, string, string, string] // prettier-ignore

/** Put into both; no version names it. */
const FILE = '00000000-0000-7000-9450-000000000008'

export async function insertCourseFacts(db: Db): Promise<void> {
  const at = new Date('2023-11-01T00:00:00Z')
  const content = JSON.stringify(emptyContent)
  const entry = {
    ...{
      districtId: districtA,
      clusterId: c1,
      schoolId: s1,
      stages: ['小学'],
      theme: '科技',
      licence: '署名' as const,
    },
    ...{ content, createdBy: accountId('teacher'), createdAt: at, changedAt: at, audience: '学区' as const },
  }
  const put = (id: string, more: object = {}) =>
    db
      .insertInto('courses.entry')
      .values({ ...entry, id, name: `示例课程${id.slice(-1)}`, state: '编写中' as const, ...more })
      .execute()
  const published = { state: '已入库' as const, published: 1, byline: '某人（春申中学）', admittedOn: '2023-11-01' }
  await put(COURSE, published)
  await put(DRAFT)
  await put(ORIGIN, { ...published, schoolId: s2, published: 2 })
  await put(COPY, { audience: '本校', originDistrictId: districtA, originId: ORIGIN, originVersion: 1 })
  await put(AT_SCHOOL, { state: '学校审核' })
  await put(AT_EXPERTS, { state: '专家评审' })
  await put(AT_OFFICE, { state: '学区审定' })
  const file = { type: 'text/plain', kind: '文本', sha256: 'none', name: '材料.txt', bytes: 0 }
  await db
    .insertInto('files.file')
    .values({ ...file, districtId: districtA, id: FILE, keptBy: accountId('teacher'), keptAt: at })
    .execute()
  for (const entryId of [COURSE, DRAFT])
    // prettier-ignore
    await db
      .insertInto('courses.entryFile')
      .values({ districtId: districtA, entryId, fileId: FILE, fileDistrictId: districtA })
      .execute()
  const version = { districtId: districtA, content, byline: '某人（春申中学）', publishedAt: at, publishedBy: accountId('office') } // prettier-ignore
  for (const [entryId, number] of [
    [COURSE, 1],
    [ORIGIN, 1],
    [ORIGIN, 2],
  ] as const)
    // prettier-ignore
    await db
      .insertInto('courses.version')
      .values({ ...version, entryId, number, name: '示例课程' })
      .execute()
  const author = { districtId: districtA, teacherId: teacherId(s1, 1), schoolId: s1, place: 1 }
  for (const entryId of [DRAFT, COPY]) await db.insertInto('courses.author').values({ ...author, entryId }).execute() // prettier-ignore
  await insertPathFacts(db)
}

async function insertPathFacts(db: Db): Promise<void> {
  const at = new Date('2023-11-01T00:00:00Z')
  const kept = { createdBy: accountId('teacher'), createdAt: at, changedAt: at }
  const path = { ...kept, districtId: districtA, clusterId: c1, schoolId: s1, theme: '科技' }
  const shown = JSON.stringify({ name: '示例长程', theme: '科技', aims: '', byline: '', steps: [] })
  const admitted = { state: '已入库' as const, published: 1, admittedOn: '2023-11-01', shown }
  for (const [id, more] of [
    [PATH, admitted],
    [PATH_DRAFT, {}],
    [PATH_AT_SCHOOL, { state: '学校审核' as const }],
    [PATH_AT_OFFICE, { state: '学区审定' as const }],
  ] as const)
    // prettier-ignore
    await db.insertInto('courses.path').values({ ...path, id, name: `示例长程${id.slice(-1)}`, ...more }).execute()
}

const about = { name: '示例课程', stages: ['小学'], theme: '科技', audience: '学区', licence: '署名' }
/** Who does not find what S1 has at all. */
const blind = { blind: ['administrator', 'outsider'] } as const
const drafted = { blind: ['administrator', 'outsider', 'expert'] } as const
const school = ['principal', 'liaison', 'teacher'] as const
const heads = ['principal', 'liaison'] as const
const overS1 = ['city', 'district', 'office', ...school] as const
const nobody = '00000000-0000-7000-8000-00000000dead'
const course = `/api/courses/${COURSE}`
const draft = `/api/courses/${DRAFT}`
const pathDraft = `/api/course-paths/${PATH_DRAFT}`
const copy = `/api/courses/${COPY}`

export const courses: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/courses': [
    ask(`/api/units/${c1}/courses`, [...own, ...keeper]),
    ask(`/api/units/${c3}/courses`, [...foreign, ...keeper]),
    ask(`/api/units/${s1}/courses`, [], { refused: 404 }),
  ],
  'GET /api/courses/places': [ask('/api/courses/places', people)],
  'POST /api/courses': [ask('/api/courses', school, { body: about })],
  'GET /api/courses/:courseId': [
    ask(course, own, blind),
    ask(draft, overS1, drafted),
    ask(copy, overS1, drafted),
    ask(`/api/courses/${AT_EXPERTS}`, own, blind),
    ask(`/api/courses/${nobody}`, [], { refused: 404 }),
  ],
  'POST /api/courses/:courseId': [ask(draft, school, { ...drafted, body: { revision: 0 }, status: 409 })],
  'POST /api/courses/:courseId/authors': [tryOut(`${draft}/authors`, school, { ...drafted, body: { name: '某某某' } })],
  'POST /api/courses/:courseId/authors/:teacherId/drop': [ask(`${draft}/authors/${nobody}/drop`, school, drafted)],
  'POST /api/courses/:courseId/submit': [
    ask(`${draft}/submit`, school, { ...drafted, body: { revision: 1 }, status: 409 }),
  ],
  'POST /api/courses/:courseId/recall': [ask(`${draft}/recall`, school, { ...drafted, status: 409 })],
  'POST /api/courses/:courseId/reviews': [
    ask(`/api/courses/${AT_SCHOOL}/reviews`, heads, { ...drafted, body: { step: '学区审定', verdict: '通过' }, status: 409 }), // prettier-ignore
    ask(`/api/courses/${AT_EXPERTS}/reviews`, ['expert'], { ...blind, body: { step: '学区审定', verdict: '通过' }, status: 409 }), // prettier-ignore
    ask(`/api/courses/${AT_OFFICE}/reviews`, ['office'], { ...drafted, body: { step: '学校审核', verdict: '通过' }, status: 409 }), // prettier-ignore
    ask(`${draft}/reviews`, [], { ...drafted, body: { step: '学校审核', verdict: '通过' } }),
  ],
  'POST /api/courses/:courseId/withdraw': [ask(`${draft}/withdraw`, [...heads, 'office'], { ...drafted, status: 409 })],
  'POST /api/courses/:courseId/restore': [ask(`${draft}/restore`, [...heads, 'office'], { ...drafted, status: 409 })],
  'GET /api/units/:unitId/course-paths': [
    ask(`/api/units/${c1}/course-paths`, [...own, ...keeper]),
    ask(`/api/units/${c3}/course-paths`, [...foreign, ...keeper]),
    ask(`/api/units/${s1}/course-paths`, [], { refused: 404 }),
  ],
  'GET /api/units/:unitId/course-paths/choices': [
    ask(`/api/units/${c1}/course-paths/choices`, school),
    ask(`/api/units/${c3}/course-paths/choices`, []),
  ],
  'POST /api/units/:unitId/course-paths': [
    tryOut(`/api/units/${c1}/course-paths`, school, { body: { name: '示例长程', steps: [] } }),
    tryOut(`/api/units/${c3}/course-paths`, [], { body: { name: '示例长程', steps: [] } }),
  ],
  'GET /api/course-paths/:pathId': [
    ask(`/api/course-paths/${PATH}`, own, blind),
    ask(pathDraft, overS1, drafted),
    ask(`/api/course-paths/${nobody}`, [], { refused: 404 }),
  ],
  'POST /api/course-paths/:pathId': [
    ask(pathDraft, school, { ...drafted, body: { name: '示例长程9', steps: [], revision: 0 }, status: 409 }),
  ],
  'POST /api/course-paths/:pathId/submit': [
    ask(`${pathDraft}/submit`, school, { ...drafted, body: { revision: 1 }, status: 409 }),
  ],
  'POST /api/course-paths/:pathId/recall': [ask(`${pathDraft}/recall`, school, { ...drafted, status: 409 })],
  'POST /api/course-paths/:pathId/reviews': [
    ask(`/api/course-paths/${PATH_AT_SCHOOL}/reviews`, heads, { ...drafted, body: { step: '学区审定', verdict: '通过' }, status: 409 }), // prettier-ignore
    ask(`/api/course-paths/${PATH_AT_OFFICE}/reviews`, ['office'], { ...drafted, body: { step: '学校审核', verdict: '通过' }, status: 409 }), // prettier-ignore
  ],
  'POST /api/course-paths/:pathId/withdraw': [
    ask(`${pathDraft}/withdraw`, [...heads, 'office'], { ...drafted, status: 409 }),
  ],
  'POST /api/course-paths/:pathId/restore': [
    ask(`${pathDraft}/restore`, [...heads, 'office'], { ...drafted, status: 409 }),
  ],
  // One that is on its way stays.
  'POST /api/course-paths/:pathId/drop': [
    ask(`/api/course-paths/${PATH_AT_SCHOOL}/drop`, school, { ...drafted, status: 409 }),
  ],
  // The first of the school takes it over; the others are told so.
  'POST /api/courses/:courseId/adopt': [
    tryOut(`${course}/adopt`, [], { ...blind, body: {} }),
    tryOut(`/api/courses/${ORIGIN}/adopt`, school, { ...blind, body: {} }),
  ],
  'GET /api/courses/:courseId/origin': [ask(`${copy}/origin`, school, drafted)],
  'POST /api/courses/:courseId/origin': [
    ask(`${copy}/origin`, school, { ...drafted, body: { revision: 1, version: 9 }, status: 409 }),
  ],
  'GET /api/courses/:courseId/versions': [
    ask(`${course}/versions`, own, blind),
    ask(`${draft}/versions`, overS1, drafted),
  ],
  'GET /api/courses/:courseId/versions/:number': [ask(`${course}/versions/1`, own, blind)],
  'GET /api/courses/:courseId/compare': [ask(`${course}/compare?from=1&to=1`, own, blind)],
  // Nothing was uploaded under this number.
  'POST /api/courses/:courseId/files': [
    ask(`${draft}/files`, school, { ...drafted, body: { uploadId: nobody }, status: 409 }),
  ],
  'GET /api/courses/:courseId/files': [ask(`${course}/files`, own, blind), ask(`${draft}/files`, overS1, drafted)],
  'GET /api/courses/:courseId/tools': [ask(`${course}/tools`, own, blind), ask(`${draft}/tools`, overS1, drafted)],
  'GET /api/courses/:courseId/materials/:materialId/launch': [
    ask(`${course}/materials/none/launch`, [], unknownTo),
    ask(`${draft}/materials/none/launch`, [], unknownTo),
  ],
  'GET /api/courses/:courseId/cartridge': [
    ask(`${course}/cartridge`, own, blind),
    ask(`${draft}/cartridge`, overS1, drafted),
  ],
  // The store has lost it, which those are told who may have it.
  'GET /api/courses/:courseId/files/:fileId': [ask(`${draft}/files/${FILE}`, overS1, { ...unknownTo, status: 404 })],
  'GET /api/courses/:courseId/files/:fileId/text': [
    ask(`${course}/files/${FILE}/text`, overS1, unknownTo),
    ask(`${draft}/files/${FILE}/text`, overS1, unknownTo),
  ],
  'GET /api/open/courses': [ask('/api/open/courses', people, { visitor: 200 })],
  'GET /api/open/courses/:courseId': [ask(`/api/open/courses/${COURSE}`, [], { refused: 404, visitor: 404 })],
  'GET /api/open/courses/:courseId/files/:fileId': [
    ask(`/api/open/courses/${COURSE}/files/${FILE}`, [], { refused: 404, visitor: 404 }),
  ],
}
