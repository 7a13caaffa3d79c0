import type { Db } from '#platform/database/database.ts'
import { PLACES, teacherId } from '../cast.ts'
import { ask, foreign, own, unknownTo, type Ask } from './ask.ts'

const { c1, c3, s1, s5, districtA, districtB } = PLACES

const office = ['office'] as const
const outsider = ['outsider'] as const
const nobody = '00000000-0000-7000-8000-00000000dead'

const id = (kind: number, n: number) => `00000000-0000-7000-${kind}-00000000000${n + 1}`
const homes = [
  { districtId: districtA, clusterId: c1, schoolId: s1 },
  { districtId: districtB, clusterId: c3, schoolId: s5 },
] as const

/** In C1 and in C3 a finished volume in which the one paper that came does not stand; its file is gone. */
export async function insertCollectionFacts(db: Db): Promise<void> {
  const at = new Date('2023-09-01T00:00:00Z')
  for (const [n, { districtId, clusterId, schoolId }] of homes.entries()) {
    const collectionId = id(9490, n)
    const days = { fromDay: '2023-09-01', untilDay: '2023-09-20', changedAt: at, changedBy: '某人' }
    const about = { kind: '论文集' as const, title: '示例论文集', finishedOn: '2023-10-01', finishedBy: '某人' }
    await db
      .insertInto('collections.collection')
      .values({ districtId, id: collectionId, clusterId, ...about, ...days })
      .execute()
    const entry = { id: id(9491, n), collectionId, title: '示例论文', fileId: nobody, schoolDistrictId: districtId, schoolId } // prettier-ignore
    await db
      .insertInto('collections.entry')
      .values({ districtId, ...entry, enteredAt: at, enteredBy: '某人' })
      .execute()
    const author = { position: 1, teacherDistrictId: districtId, teacherId: teacherId(schoolId, 2), schoolId }
    await db
      .insertInto('collections.entryTeacher')
      .values({ districtId, id: id(9492, n), entryId: entry.id, ...author })
      .execute()
  }
}

const collection = (n: number) => `/api/collections/${id(9490, n)}`
const work = (n: number) => `${collection(n)}/entries/${id(9491, n)}`
/** Whose first day is after its last. */
const fields = { kind: '案例集', title: '示例案例集', from: '2023-09-02', until: '2023-09-01' }
const entry = { schoolId: 1, title: '示例', teachers: '某人' }

const ofCollection = (path: string, more: Partial<Ask>): Ask[] => [
  ask(`${collection(0)}${path}`, office, more),
  ask(`${collection(1)}${path}`, outsider, more),
]

export const collections: Record<string, readonly Ask[]> = {
  'GET /api/units/:unitId/collections': [
    ask(`/api/units/${c1}/collections`, own),
    ask(`/api/units/${c3}/collections`, foreign),
    ask(`/api/units/${s1}/collections`, [], unknownTo),
  ],
  'POST /api/units/:unitId/collections': [
    ask(`/api/units/${c1}/collections`, office, { body: fields, status: 400 }),
    ask(`/api/units/${c3}/collections`, outsider, { body: fields, status: 400 }),
  ],
  'GET /api/collections/:collectionId': [
    ask(collection(0), own),
    ask(collection(1), foreign),
    ask(`/api/collections/${nobody}`, [], unknownTo),
  ],
  'POST /api/collections/:collectionId': ofCollection('', { body: fields, status: 409 }),
  'POST /api/collections/:collectionId/volume': ofCollection('/volume', { status: 409 }),
  'GET /api/collections/:collectionId/contents.docx': ofCollection('/contents.docx', { status: 409 }),
  'GET /api/collections/:collectionId/volume.zip': ofCollection('/volume.zip', { status: 409 }),
  'POST /api/collections/:collectionId/entries': [
    ask(`${collection(0)}/entries`, own, { body: entry, status: 422 }),
    ask(`${collection(1)}/entries`, foreign, { body: entry, status: 422 }),
  ],
  'POST /api/collections/:collectionId/entries/:entryId/place': [
    ask(`${work(0)}/place`, office, { body: { place: 1 }, status: 409 }),
    ask(`${work(1)}/place`, outsider, { body: { place: 1 }, status: 409 }),
  ],
  'POST /api/collections/:collectionId/entries/:entryId/withdrawal': [
    ask(`${work(0)}/withdrawal`, ['office', 'principal', 'liaison'], { status: 409 }),
    ask(`${work(1)}/withdrawal`, outsider, { status: 409 }),
  ],
  'GET /api/collections/:collectionId/entries/:entryId/file': [ask(`${work(0)}/file`, [], unknownTo)],
  'GET /api/collections/:collectionId/entries/:entryId/file/text': [ask(`${work(0)}/file/text`, [], unknownTo)],
}
