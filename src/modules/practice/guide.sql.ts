import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { venueAt } from '#modules/venues/index.ts'
import type { Base, EditionLine, GuideContent } from './guide.contract.ts'
import type { ClusterKey } from './place.sql.ts'

/** The words of the office around the bases. */
export interface GuideRow extends ClusterKey {
  title: string
  preface: string
  contact: string
  isPublic: boolean
  code: string
}

const guideColumns = sql`district_id, cluster_id, title, preface, contact, is_public, code`

export async function findGuide(db: Db, { districtId, clusterId }: ClusterKey): Promise<GuideRow | undefined> {
  const { rows } = await sql<GuideRow>`select ${guideColumns} from practice.guide
    where district_id = ${districtId} and cluster_id = ${clusterId}`.execute(db)
  return rows[0]
}

/** Whoever has the code may read what is public. */
export async function findPublicGuide(
  db: Db,
  districtIds: readonly number[],
  code: string,
): Promise<GuideRow | undefined> {
  const { rows } = await sql<GuideRow>`select ${guideColumns} from practice.guide
    where district_id = any (${districtIds}::int[]) and code = ${code} and is_public`.execute(db)
  return rows[0]
}

/** The code is drawn once; it stays when the guide is public again. */
export async function saveGuide(
  db: Db,
  { districtId, clusterId, ...guide }: GuideRow,
  at: Date,
  by: string,
): Promise<void> {
  await sql`
    insert into practice.guide (district_id, cluster_id, title, preface, contact, is_public, code, changed_at, changed_by)
    values (${districtId}, ${clusterId}, ${guide.title}, ${guide.preface}, ${guide.contact}, ${guide.isPublic}, ${guide.code},
      ${at}, ${by})
    on conflict (district_id, cluster_id) do update set title = excluded.title, preface = excluded.preface,
      contact = excluded.contact, is_public = excluded.is_public, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`.execute(db)
}

/** An edition, and how it stood. */
export interface EditionRow extends EditionLine {
  content: GuideContent
}

const editionColumns = sql`id, number, words, issued_on, issued_by, jsonb_array_length(content -> 'bases') as bases`

/** The latest first. */
export async function listEditions(db: Db, { districtId, clusterId }: ClusterKey): Promise<EditionLine[]> {
  const { rows } = await sql<EditionLine>`select ${editionColumns} from practice.guide_edition
    where district_id = ${districtId} and cluster_id = ${clusterId} order by number desc`.execute(db)
  return rows
}

export async function findEdition(
  db: Db,
  { districtId, clusterId }: ClusterKey,
  number: number | 'latest',
): Promise<EditionRow | undefined> {
  const wanted = number === 'latest' ? null : number
  const { rows } = await sql<EditionRow>`select ${editionColumns}, content from practice.guide_edition
    where district_id = ${districtId} and cluster_id = ${clusterId}
      and (${wanted}::int is null or number = ${wanted}::int)
    order by number desc limit 1`.execute(db)
  return rows[0]
}

export interface NewEdition extends ClusterKey {
  id: string
  number: number
  content: GuideContent
  words: string
  issuedOn: string
  issuedAt: Date
  issuedBy: string
}

export async function insertEdition(db: Db, { content, ...row }: NewEdition): Promise<void> {
  await db
    .insertInto('practice.guideEdition')
    .values({ ...row, content: JSON.stringify(content) })
    .execute()
}

/** Partners whose agreement holds on the day, by pinyin. */
export async function listSiteBases(db: Db, { districtId, clusterId }: ClusterKey, today: string): Promise<Base[]> {
  const { rows } = await sql<Base>`
    select id, name, kind, '' as school, address, longitude, latitude, contact_name, contact_phone, stages, themes, about,
      how_to_visit, safety, access, agreement_until
    from venues.site
    where district_id = ${districtId} and cluster_id = ${clusterId}
      and (closed_on is null or closed_on > ${today}::date)
      and (agreement_from is null or agreement_from <= ${today}::date)
      and (agreement_until is null or agreement_until >= ${today}::date)
    order by pinyin, id`.execute(db)
  return rows
}

const at = venueAt({ venue: 'v', campus: 'c', school: 's' })

/** Where pupils practise inside schools: workshops and laboratories of invention that other schools may use, by school. */
export async function listSchoolBases(db: Db, { districtId, clusterId }: ClusterKey, today: string): Promise<Base[]> {
  const { rows } = await sql<Base>`
    select v.id, v.name, v.kind, s.name as school, coalesce(c.address, s.address, '') as address,
      ${at.longitude} as longitude, ${at.latitude} as latitude,
      '' as contact_name, '' as contact_phone, v.stages, '{}'::text[] as themes, v.about,
      case when v.needs_approval then '在本平台预约，由学校审核。' else '在本平台预约。' end as how_to_visit,
      v.safety, v.access, null::date as agreement_until
    from organizations.membership m
    join organizations.unit s on s.id = m.school_id
    join venues.venue v on v.district_id = s.district_id and v.school_id = s.id
    left join organizations.unit c on c.id = v.campus_id
    where m.cluster_id = ${clusterId} and m.from_day <= ${today}::date
      and (m.until_day is null or m.until_day >= ${today}::date)
      and v.kind in ('工作坊', '创新实验室', '社会场馆', '企业实践基地')
      and (v.closed_on is null or v.closed_on > ${today}::date)
      and v.district_id = any (array(select u.district_id from organizations.membership o
        join organizations.unit u on u.id = o.school_id where o.cluster_id = ${clusterId}) || ${districtId}::int)
    order by s.pinyin, v.pinyin, v.id`.execute(db)
  return rows
}
