import type { Db } from '#platform/database/database.ts'
import { defaultRule } from './ask.rules.ts'
import type { CoverRule } from './rule.contract.ts'

/** A cluster's own rule, or the usual one. */
export async function findRule(db: Db, districtId: number, clusterId: number): Promise<CoverRule> {
  const found = await db
    .selectFrom('cover.rule')
    .select(['speedKmh', 'bufferMinutes', 'askMode', 'askCount', 'waitMinutes'])
    .where('districtId', '=', districtId)
    .where('clusterId', '=', clusterId)
    .executeTakeFirst()
  return found ?? defaultRule
}

export async function saveRule(db: Db, at: { districtId: number; clusterId: number }, rule: CoverRule): Promise<void> {
  await db
    .insertInto('cover.rule')
    .values({ ...at, ...rule })
    .onConflict((same) => same.columns(['districtId', 'clusterId']).doUpdateSet(rule))
    .execute()
}
