import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { duplicateSigns, type DuplicateSign } from './duplicate.rules.ts'

interface School {
  districtId: number
  schoolId: number
}

export interface FoundPair {
  districtId: number
  one: string
  other: string
  signs: DuplicateSign[]
}

/** Every teacher that these schools ever had, as last on file. */
const persons = (schools: readonly School[]) => sql`
  select distinct on (t.district_id, t.teacher_id) t.district_id, t.teacher_id, t.staff_no, t.name, t.pinyin, t.gender, t.born_on
  from people.teacher_year t
  where t.district_id = any (${[...new Set(schools.map(({ districtId }) => districtId))]}::int[])
    and t.school_id = any (${schools.map(({ schoolId }) => schoolId)}::int[])
  order by t.district_id, t.teacher_id, t.school_year desc`

/**
 * Entries of these schools that may be one person. Each sign is a key that two entries share: those alone with theirs are
 * left out first, so that what is held against each other is a handful, whatever plan the engine chooses.
 */
export async function listPairs(db: Db, schools: readonly School[]): Promise<FoundPair[]> {
  const { rows } = await sql<FoundPair>`
    with person as materialized (${persons(schools)}), keyed as (
      select p.*, 1 as rank, ltrim(p.staff_no, '0') as key from person p
      union all
      select p.*, 2, p.name || p.born_on from person p where p.born_on is not null
      union all
      select p.*, 3, p.pinyin || p.born_on from person p where p.born_on is not null
      union all
      select p.*, 4, p.name from person p
    ), alike as materialized (
      select k.* from (select keyed.*, count(*) over (partition by district_id, rank, key) as n from keyed) k where k.n > 1
    ), sign as (
      select a.district_id, a.teacher_id as one, b.teacher_id as other, a.rank
      from alike a
      join alike b on b.district_id = a.district_id and b.rank = a.rank and b.key = a.key and b.teacher_id > a.teacher_id
      where case a.rank
        when 1 then true
        when 2 then coalesce(a.gender = b.gender, true)
        when 3 then a.name <> b.name and a.gender = b.gender
        else (a.born_on is null or b.born_on is null) and coalesce(a.gender = b.gender, true) end
    )
    select s.district_id, s.one, s.other,
      array_agg((${[...duplicateSigns]}::text[])[s.rank] order by s.rank) as signs
    from sign s
    where not exists (select from people.teacher_distinct d where d.district_id = s.district_id
      and d.one_teacher_id = s.one and d.other_teacher_id = s.other)
    group by s.district_id, s.one, s.other
    order by min(s.rank), s.one, s.other`.execute(db)
  return rows
}

export interface FoundEntry {
  districtId: number
  teacherId: string
  staffNo: string
  name: string
  gender: string | null
  bornOn: string | null
  schoolId: number
  stage: string | null
  subject: string | null
  title: string | null
  backbone: string | null
  joinedOn: string | null
  years: number[]
}

/** These teachers as last on file, each with all years. */
export async function listEntries(
  db: Db,
  districtIds: readonly number[],
  teacherIds: readonly string[],
): Promise<FoundEntry[]> {
  const { rows } = await sql<FoundEntry>`
    select distinct on (t.district_id, t.teacher_id) t.district_id, t.teacher_id, t.staff_no, t.name, t.gender, t.born_on,
      t.school_id, t.stage, t.subject, t.title, t.backbone, t.joined_on,
      array_agg(t.school_year::int) over (partition by t.district_id, t.teacher_id) as years
    from people.teacher_year t
    where t.district_id = any (${districtIds}::int[]) and t.teacher_id = any (${teacherIds}::uuid[])
    order by t.district_id, t.teacher_id, t.school_year desc`.execute(db)
  return rows
}

/** Gives the frozen rows of one teacher to another, but for years in which the other has one; returns the years. */
export async function updateFrozenTeacher(
  db: Db,
  districtId: number,
  { from, to }: { from: string; to: string },
  schoolYears?: readonly number[],
): Promise<number[]> {
  const { rows } = await sql<{ schoolYear: number }>`
    update people.eligible_row e set teacher_id = ${to}
    where e.district_id = ${districtId} and e.teacher_id = ${from}
      and (${schoolYears ?? null}::int[] is null or e.school_year = any (${schoolYears ?? null}::int[]))
      and not exists (select from people.eligible_row k where k.district_id = ${districtId}
        and k.teacher_id = ${to} and k.school_year = e.school_year)
    returning e.school_year`.execute(db)
  return rows.map(({ schoolYear }) => schoolYear)
}
