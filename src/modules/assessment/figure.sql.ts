import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Counter } from './figure.rules.ts'

/** Whose counters are read: a school's, or a district's own under its code. `groupId` is the unit for which they are added up. */
export interface CounterKey {
  groupId: number
  districtId: number
  unitId: number
  schoolYear: number
}

/** The counters of some measures for these units and years, added up over the units; of every measure where none is named. */
export async function listCounters(
  db: Db,
  keys: readonly Omit<CounterKey, 'groupId'>[],
  measures?: readonly string[],
): Promise<(Counter & { schoolYear: number })[]> {
  const { rows } = await sql<Counter & { schoolYear: number }>`
    select c.school_year, c.measure, c.part, sum(c.value)::bigint as value
    from unnest(${keys.map((key) => key.districtId)}::int[], ${keys.map((key) => key.unitId)}::int[],
      ${keys.map((key) => key.schoolYear)}::smallint[]) as k (district_id, unit_id, school_year)
    join assessment.counter c
      on c.district_id = k.district_id and c.unit_id = k.unit_id and c.school_year = k.school_year
    where ${measures ? sql`c.measure = any (${measures}::text[])` : sql`true`}
    group by c.school_year, c.measure, c.part`.execute(db)
  return rows
}

export interface GroupCounter {
  groupId: number
  name: string
  /** null where the group has no counter of these measures. */
  measure: string | null
  part: string
  value: number
}

/** The counters of some measures, added up for each group; every group has a row, in the order of the pinyin of its name. */
export async function listGroupCounters(
  db: Db,
  keys: readonly CounterKey[],
  measures: readonly string[],
): Promise<GroupCounter[]> {
  const { rows } = await sql<GroupCounter>`
    select k.group_id, g.name, c.measure, c.part, sum(c.value)::bigint as value
    from unnest(${keys.map((key) => key.groupId)}::int[], ${keys.map((key) => key.districtId)}::int[],
      ${keys.map((key) => key.unitId)}::int[], ${keys.map((key) => key.schoolYear)}::smallint[])
      as k (group_id, district_id, unit_id, school_year)
    join organizations.unit g on g.id = k.group_id
    left join assessment.counter c on c.district_id = k.district_id and c.unit_id = k.unit_id
      and c.school_year = k.school_year and c.measure = any (${measures}::text[])
    group by k.group_id, g.name, g.pinyin, c.measure, c.part
    order by g.pinyin collate "C", k.group_id`.execute(db)
  return rows
}
