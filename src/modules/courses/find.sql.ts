import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { together, type Question } from '#platform/database/together.ts'
import { NONE, type CourseFilter, type Facet } from './find.contract.ts'
import { isToldByMarks, marksOfWord } from './passage.rules.ts'
import type { Reader } from './visible.rules.ts'
import { visibleTo } from './visible.sql.ts'

/** What somebody looks for, from where. */
export interface Search {
  reader: Reader
  districtIds: readonly number[]
  clusterId: number
  words: readonly string[]
  chosen: Omit<CourseFilter, 'q'>
}

/** Where a course stands in the list. */
export interface ListPlace {
  inName: boolean
  best: boolean
  publishedAt: Date
  entryId: string
}

export interface Hit {
  districtId: number
  entryId: string
  inName: boolean
  best: boolean
  /** As JSON has it. */
  publishedAt: string
}

/** The listed courses as the rule of who sees which reads them; all of them are published. */
const listed = sql`(select l.*, '已入库' as state, 1 as published, null::timestamptz as withdrawn_at from courses.listed l) e`

const seen = ({ reader, districtIds }: Search) =>
  sql`e.district_id = any (${districtIds}::int[]) and ${visibleTo(reader, 'e')}`

const orNone = (column: RawBuilder<unknown>, value: string) =>
  value === NONE ? sql`${column} is null` : sql`coalesce(${column} = ${value}, false)`

/** By which facet a course must be what. */
function conditions({ clusterId, chosen }: Search): [Facet, RawBuilder<unknown>][] {
  const { area, stage, subject, theme, kind, school, licence } = chosen
  const all: [Facet, RawBuilder<unknown> | undefined][] = [
    ['area', area === undefined ? undefined : sql`(e.cluster_id = ${clusterId}) = ${area === '本学区'}::boolean`],
    ['stage', stage === undefined ? undefined : sql`${stage} = any (e.stages)`],
    ['subject', subject === undefined ? undefined : orNone(sql`e.subject`, subject)],
    ['theme', theme === undefined ? undefined : orNone(sql`e.theme`, theme)],
    ['kind', kind === undefined ? undefined : sql`${kind} = any (e.kinds)`],
    ['school', school === undefined ? undefined : sql`e.school_id = ${school}`],
    ['licence', licence === undefined ? undefined : sql`e.licence = ${licence}`],
  ]
  return all.filter((one): one is [Facet, RawBuilder<unknown>] => one[1] !== undefined)
}

const every = (parts: readonly RawBuilder<unknown>[]) =>
  parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` and `)})`

const isInName = ({ words }: Search) => every(words.map((word) => sql`strpos(e.name, ${word}) > 0`))
const marksOfAll = ({ words }: Search) => [...new Set(words.flatMap(marksOfWord))]
const hasMarks = (search: Search) =>
  search.words.length === 0 ? sql`true` : sql`courses.dear(e.marks) @> ${marksOfAll(search)}::int[]`
const nameHasMarks = (search: Search) => sql`e.name_marks @> ${marksOfAll(search)}::int[]`

/** What the marks leave open is looked up in the texts, one course after the other, and only as long as more are wanted. */
const isInTexts = ({ words }: Search) =>
  every(
    words
      .filter((word) => !isToldByMarks(word))
      .map(
        (word) => sql`(strpos(c.name, ${word}) > 0 or (select true from courses.passage p
          where p.district_id = c.district_id and p.entry_id = c.entry_id and strpos(p.body, ${word}) > 0 limit 1))`,
      ),
  )

/** Of more courses than these it is quicker to go down the list and look at each than to put those in order that fit. */
const MANY = 8000

/** Whether what is looked for stands in so many courses that one need not go far down the list for it. */
export async function isEverywhere(db: Db, search: Search): Promise<boolean> {
  if (search.words.length === 0) return false
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select from courses.listed e
    where e.district_id = any (${search.districtIds}::int[]) and ${hasMarks(search)} limit ${MANY}) x`.execute(db)
  return rows[0]!.n >= MANY
}

const behind = (after: ListPlace | undefined, inName: boolean) =>
  after?.inName === inName
    ? sql`(e.best, e.published_at, e.entry_id) < (${after.best}, ${after.publishedAt}::timestamptz, ${after.entryId}::uuid)`
    : sql`true`

interface Page {
  after: ListPlace | undefined
  most: number
  /** What `isEverywhere` says. */
  everywhere: boolean
}

/** To the planner every second row fits: it goes down the list, and does not put all of it in order first. */
const probable = (condition: RawBuilder<unknown>) => sql`coalesce(${condition}, false)`

/** Those with the words in their name, or the others, in the order of the list. */
function stream(search: Search, { after, most, everywhere }: Page, inName: boolean) {
  const marked = inName ? sql`${nameHasMarks(search)} and ${isInName(search)}` : hasMarks(search)
  const others = !inName && search.words.length > 0 ? sql`not ${isInName(search)}` : sql`true`
  const narrowed = every(conditions(search).map(([, condition]) => condition))
  const isMarked = everywhere && !inName
  return sql`(select c.district_id, c.entry_id, ${inName}::boolean as in_name, c.best, c.published_at from (
      select e.district_id, e.entry_id, e.name, e.best, e.published_at, e.marks from ${listed}
      where ${isMarked ? sql`true` : marked} and ${others} and ${narrowed} and ${behind(after, inName)} and ${seen(search)}
      order by e.best desc, e.published_at desc, e.entry_id desc offset 0) c
    where ${isMarked ? probable(sql`c.marks @> ${marksOfAll(search)}::int[]`) : sql`true`}
      and ${inName ? sql`true` : isInTexts(search)} limit ${most})`
}

function hits(search: Search, page: Page): Question<Hit> {
  const ofName = search.words.length > 0 && page.after?.inName !== false
  const streams = [...(ofName ? [stream(search, page, true)] : []), stream(search, page, false)]
  return sql<Hit>`select district_id as "districtId", entry_id as "entryId", in_name as "inName", best,
      published_at as "publishedAt"
    from (${sql.join(streams, sql` union all `)}) h
    order by in_name desc, best desc, published_at desc, entry_id desc limit ${page.most}`
}

export interface Count {
  /** 'all': how many there are; 'near': how many would be but for one facet. */
  facet: Facet | 'all' | 'near'
  value: string
  n: number
}

/** What a facet is counted by, of `counted`. */
const values: Record<Facet, RawBuilder<unknown>> = {
  area: sql`case when here then '本学区' else '其他学区' end`,
  stage: sql`unnest(stages)`,
  subject: sql`coalesce(subject, ${sql.lit(NONE)})`,
  theme: sql`coalesce(theme, ${sql.lit(NONE)})`,
  kind: sql`unnest(kinds)`,
  school: sql`school_id::text`,
  licence: sql`licence`,
}

/**
 * How many are found, and under each facet how many of which value, those that only this facet leaves out among them.
 * No more than `most` are looked at of either.
 */
function counts(search: Search, most: number): Question<Count> {
  const chosen = conditions(search)
  const missed = chosen.map(([facet, condition]) => sql`when not ${condition} then ${facet}`)
  const misses = chosen.map(([, condition]) => sql`(not ${condition})::int`)
  const some = (narrowed: RawBuilder<unknown>, what: RawBuilder<unknown>) => sql`(
    select c.* from (
      select e.district_id, e.entry_id, e.name, e.stages, e.subject, e.theme, e.kinds, e.school_id, e.licence,
        e.cluster_id = ${search.clusterId} as here, ${what}::text as missed
      from ${listed} where ${hasMarks(search)} and ${narrowed} and ${seen(search)} offset 0) c
    where ${isInTexts(search)} limit ${most + 1})`
  const found = some(every(chosen.map(([, condition]) => condition)), sql`null`)
  const near =
    chosen.length > 0 && some(sql`${sql.join(misses, sql` + `)} = 1`, sql`case ${sql.join(missed, sql` `)} end`)
  const facets = Object.entries(values).map(
    ([facet, value]) => sql`select ${facet}::text as facet, ${value} as value, count(*)::int as n from counted
      where missed is null or missed = ${facet} group by 2`,
  )
  return sql<Count>`with counted as materialized (${found} ${near ? sql`union all ${near}` : sql``})
    select case when missed is null then 'all' else 'near' end as facet, '' as value, count(*)::int as n
    from counted group by 1
    union all ${sql.join(facets, sql` union all `)}`
}

/** A page of what is found; with the first one, how many there are. */
export async function findHits(db: Db, search: Search, page: Page, counted: number | undefined) {
  const questions = { hits: hits(search, page), ...(counted !== undefined && { counts: counts(search, counted) }) }
  const found: { hits: Hit[]; counts?: Count[] } = await together(db, questions, false)
  return found
}
