import type { Db } from '#platform/database/database.ts'
import { emptyContent } from '#modules/courses/content.contract.ts'
import { accountId, PLACES, YEAR } from './cast.ts'

const { c1, s1, districtA } = PLACES
const at = new Date(`${YEAR}-11-01T00:00:00Z`)
const id = (n: number) => `00000000-0000-7000-9452-00000000000${n}`
const kept = { districtId: districtA, clusterId: c1, schoolId: s1, createdBy: accountId('teacher'), createdAt: at, changedAt: at } // prettier-ignore
const admitted = { state: '已入库' as const, published: 1, admittedOn: `${YEAR}-11-01` }

/** Two courses of S1, the first of them 精品, and a path of both: admitted in the cast's year, of which the stock is on record. */
export async function insertStock(db: Db): Promise<void> {
  const content = JSON.stringify(emptyContent)
  const about = { stages: ['小学'], theme: '非遗', audience: '学区' as const, licence: '署名' as const }
  for (const [n, kinds] of [
    [1, ['精品']],
    [2, []],
  ] as const) {
    const course = { ...kept, ...admitted, ...about, id: id(n), name: `库存${n}`, content, kinds: [] }
    await db.insertInto('courses.entry').values(course).execute()
    const version = { districtId: districtA, entryId: id(n), number: 1, name: `库存${n}`, content, byline: '' }
    const by = { kinds: [...kinds], publishedAt: at, publishedBy: accountId('office') }
    await db.insertInto('courses.version').values({ ...version, ...by }).execute() // prettier-ignore
  }
  const steps = [
    { step: '小学', courseId: id(1), gives: '会剪' },
    { step: '初中', courseId: id(2), gives: '' },
  ]
  const shown = JSON.stringify({ name: '库存长程', theme: '非遗', aims: '', byline: '', steps })
  await db
    .insertInto('courses.path')
    .values({ ...kept, ...admitted, id: id(3), name: '库存长程', shown })
    .execute()
  const source = 'courses.stock'
  await db.insertInto('platform.recorded').values({ districtId: districtA, schoolId: s1, schoolYear: YEAR, source }).execute() // prettier-ignore
}
