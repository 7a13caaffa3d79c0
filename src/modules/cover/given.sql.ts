import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Term, Weeks } from '#shared/week.ts'

export interface GivenRow {
  districtId: number
  id: string
  kind: '代课' | '兼课'
  sourceId: string
  day: string
  period: number
  schoolId: number
  toSchoolId: number
  teacherId: string
  schoolYear: number
  term: Term
  className: string
  subject: string
  state: '已确认' | '有异议'
  contest: string | null
  confirmedAt: Date
  confirmedBy: string | null
}

const columns = sql`g.district_id, g.id, g.kind, g.source_id, g.day, g.period, g.school_id, g.to_school_id, g.teacher_id,
  g.school_year, g.term, g.class_name, g.subject, g.state, g.contest, g.confirmed_at, g.confirmed_by`

/** What is on record already stays as the school said it; returns what is new. */
export async function insertGiven(db: Db, given: readonly GivenRow[]): Promise<GivenRow[]> {
  if (given.length === 0) return []
  const rows = await db
    .insertInto('cover.given')
    .values(given as GivenRow[])
    .onConflict((same) => same.doNothing())
    .returning('id')
    .execute()
  const fresh = new Set(rows.map(({ id }) => id))
  return given.filter(({ id }) => fresh.has(id))
}

export async function findGiven(db: Db, districtIds: readonly number[], id: string): Promise<GivenRow | undefined> {
  const { rows } = await sql<GivenRow>`
    select ${columns} from cover.given g where g.district_id = any (${districtIds}::int[]) and g.id = ${id}`.execute(db)
  return rows[0]
}

/** What came of lessons that were taken over, by the gap. */
export async function listGivenOf(
  db: Db,
  districtIds: readonly number[],
  sourceIds: readonly string[],
): Promise<GivenRow[]> {
  const { rows } = await sql<GivenRow>`
    select ${columns} from cover.given g
    where g.district_id = any (${districtIds}::int[]) and g.source_id = any (${sourceIds}::uuid[])`.execute(db)
  return rows
}

export async function updateGiven(
  db: Db,
  { districtId, id }: Pick<GivenRow, 'districtId' | 'id'>,
  said: Pick<GivenRow, 'state' | 'contest' | 'confirmedAt' | 'confirmedBy'>,
): Promise<void> {
  await db.updateTable('cover.given').set(said).where('districtId', '=', districtId).where('id', '=', id).execute()
}

/** Lessons of a term that schools gave or took; the latest first. */
export async function listGivenIn(
  db: Db,
  { districtIds, schoolIds }: { districtIds: readonly number[]; schoolIds: readonly number[] },
  { schoolYear, term }: { schoolYear: number; term: string | null },
): Promise<(GivenRow & { teacher: string; pinyin: string })[]> {
  const { rows } = await sql<GivenRow & { teacher: string; pinyin: string }>`
    select ${columns}, coalesce(t.name, '') as teacher, coalesce(t.pinyin, '') as pinyin from cover.given g
    left join lateral (select y.name, y.pinyin from people.teacher_year y
      where y.district_id = g.district_id and y.teacher_id = g.teacher_id order by y.school_year desc limit 1) t on true
    where g.district_id = any (${districtIds}::int[])
      and (g.school_id = any (${schoolIds}::int[]) or g.to_school_id = any (${schoolIds}::int[]))
      and g.school_year = ${schoolYear} and (${term}::text is null or g.term = ${term})
    order by g.day desc, g.period, g.id`.execute(db)
  return rows
}

/** Lessons taken over that are past and of which nobody has said anything. */
export async function listUnsettledCovers(
  db: Db,
  districtIds: readonly number[],
  today: string,
): Promise<Omit<GivenRow, 'id' | 'state' | 'contest' | 'confirmedAt' | 'confirmedBy'>[]> {
  const { rows } = await sql<Omit<GivenRow, 'id' | 'state' | 'contest' | 'confirmedAt' | 'confirmedBy'>>`
    select p.district_id, '代课' as kind, p.id as source_id, p.day, p.period, p.taken_school_id as school_id,
      p.school_id as to_school_id, p.taken_teacher_id as teacher_id, p.school_year, p.term, p.class_name, p.subject
    from cover.gap p
    where p.district_id = any (${districtIds}::int[]) and p.state = 'taken' and p.day < ${today}::date
      and not exists (select from cover.given g where g.district_id = p.district_id and g.source_id = p.id and g.day = p.day)`.execute(
    db,
  )
  return rows
}

export interface UnsettledPost {
  districtId: number
  postId: string
  sourceId: string
  schoolId: number
  toSchoolId: number
  teacherId: string
  schoolYear: number
  term: Term
  fromDay: string
  untilDay: string
  weekOne: string
  className: string
  subject: string
  weekday: number
  period: number
  weeks: Weeks
}

/** The weekly lessons at other schools, with the days of which nothing is on record yet, up to yesterday. */
export async function listUnsettledPosts(
  db: Db,
  districtIds: readonly number[],
  today: string,
): Promise<UnsettledPost[]> {
  const { rows } = await sql<UnsettledPost>`
    select p.district_id, p.id as post_id, l.id as source_id, p.school_id, p.to_school_id, p.teacher_id, p.school_year, p.term,
      coalesce(p.settled_until + 1, p.from_day) as from_day, least(p.until_day, ${today}::date - 1) as until_day, p.week_one,
      l.class_name, l.subject, l.weekday, l.period, l.weeks
    from cover.post p
    join cover.post_lesson l on l.district_id = p.district_id and l.post_id = p.id
    where p.district_id = any (${districtIds}::int[])
      and coalesce(p.settled_until + 1, p.from_day) <= least(p.until_day, ${today}::date - 1)`.execute(db)
  return rows
}

export async function markSettled(db: Db, districtIds: readonly number[], today: string): Promise<void> {
  await sql`update cover.post set settled_until = ${today}::date - 1 where district_id = any (${districtIds}::int[])
    and from_day < ${today}::date and (settled_until is null or settled_until < ${today}::date - 1)`.execute(db)
}

/** On which days these teachers miss which lesson: those are given by somebody else, or not at all. */
export async function listMissed(
  db: Db,
  districtIds: readonly number[],
  teacherIds: readonly string[],
): Promise<{ teacherId: string; day: string; period: number }[]> {
  const { rows } = await sql<{ teacherId: string; day: string; period: number }>`
    select teacher_id, day, period from cover.gap where district_id = any (${districtIds}::int[])
      and teacher_id = any (${teacherIds}::uuid[]) and state <> 'withdrawn'`.execute(db)
  return rows
}

/**
 * Of which schools and years lessons are counted, that have not been counted yet: those with a timetable or with lessons
 * given, whose register of that year is on file. A year begins to have figures with its register.
 */
export async function listUncounted(
  db: Db,
  districtIds: readonly number[],
): Promise<{ districtId: number; schoolId: number; schoolYear: number }[]> {
  const { rows } = await sql<{ districtId: number; schoolId: number; schoolYear: number }>`
    select k.district_id, k.school_id, k.school_year from (
      select district_id, school_id, school_year from cover.timetable where district_id = any (${districtIds}::int[])
      union select district_id, school_id, school_year from cover.given where district_id = any (${districtIds}::int[])
      union select district_id, to_school_id, school_year from cover.given where district_id = any (${districtIds}::int[])) k
    where exists (select from platform.recorded r where r.district_id = k.district_id and r.school_id = k.school_id
        and r.school_year = k.school_year and r.source = 'people.teachers')
      and not exists (select from platform.recorded r where r.district_id = k.district_id and r.school_id = k.school_id
        and r.school_year = k.school_year and r.source = 'cover.lessons')`.execute(db)
  return rows
}
