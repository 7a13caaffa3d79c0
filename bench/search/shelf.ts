import { sql } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import { emptyContent, outlineParts, type CourseContent } from '#modules/courses/content.contract.ts'
import { indexOf } from '../../src/modules/courses/passage.actions.ts'
import { insertListed, insertPassages, type ListedRow, type PassageRow, type PublishedRow } from '../../src/modules/courses/passage.sql.ts' // prettier-ignore
import { DISTRICT, FIRST_SCHOOL, CLUSTER, SCHOOLS } from '../booking/ground.ts'
import { madeCourse, type MadeCourse } from './corpus.ts'

const AT_ONCE = 250
const NOW = new Date('2026-11-26T08:00:00+08:00')
export const courseId = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`

interface Shelved {
  entry: object
  listed: ListedRow
  passages: PassageRow[]
}

/** Puts made-up courses on the shelves, as publishing each of them would. `look` is shown each. */
export async function fillShelves(
  database: Database,
  courses: number,
  look: (course: MadeCourse) => void,
): Promise<void> {
  await database.maintain('drop index courses.listed_marks')
  for (let from = 0; from < courses; from += AT_ONCE) {
    const made = Array.from({ length: Math.min(AT_ONCE, courses - from) }, (_, n) => madeCourse(from + n))
    await put(database, made.map(shelved))
    made.forEach(look)
  }
  await finish(database)
}

/** The index is built last, which is quicker; statistics as after a night. */
async function finish(database: Database): Promise<void> {
  await database.maintain(`set maintenance_work_mem = '1GB'`)
  await database.maintain('create index listed_marks on courses.listed using gin (courses.dear(marks))')
  await database.maintain('alter index courses.listed_marks alter column 1 set statistics 0')
  for (const table of ['entry', 'version', 'listed', 'passage'])
    await database.maintain(`vacuum analyze courses.${table}`)
}

function contentOf({ outline, lessons }: MadeCourse): CourseContent {
  const parts = Object.fromEntries(outlineParts.map(({ key }, n) => [key, outline[n]!]))
  const whole = lessons.map(({ title, text }, n) => ({
    id: String(n),
    title,
    minutes: 40,
    goals: '',
    steps: text,
    materials: [],
  }))
  return { ...emptyContent, ...parts, lessons: whole }
}

function shelved(course: MadeCourse): Shelved {
  const { n, name, stages, subject, theme, kinds, licence, audience, byline, material } = course
  const row: PublishedRow = {
    districtId: DISTRICT,
    entryId: courseId(n),
    clusterId: CLUSTER + (n % 3),
    schoolId: FIRST_SCHOOL + (n % SCHOOLS),
    partnerSchoolIds: [],
    audience,
    stages,
    subject,
    theme,
    kinds,
    licence,
    name,
    byline,
    content: contentOf(course),
    publishedAt: new Date(NOW.getTime() - n * 60_000),
  }
  const entry = { id: row.entryId, clusterId: row.clusterId, schoolId: row.schoolId, name, stages, subject, theme, kinds, licence, audience, byline, publishedAt: row.publishedAt } // prettier-ignore
  return { entry, ...indexOf(row, material ? [material] : []) }
}

/** What the search does not read of a course, its draft and its versions word for word, is left empty. */
async function put(database: Database, batch: readonly Shelved[]): Promise<void> {
  await database.transact('owner', async (db) => {
    const entries = JSON.stringify(batch.map(({ entry }) => entry))
    const texts = (column: string) => sql`array(select jsonb_array_elements_text(e.${sql.raw(column)}))`
    await sql`insert into courses.entry (district_id, id, cluster_id, school_id, name, stages, subject, theme, audience, licence,
        state, kinds, content, published, created_by, created_at, changed_at)
      select ${DISTRICT}::int, e.id, e."clusterId", e."schoolId", e.name, ${texts('stages')}, e.subject, e.theme, e.audience,
        e.licence, '已入库', ${texts('kinds')}, '{}', 1, e.id, e."publishedAt", e."publishedAt"
      from jsonb_to_recordset(${entries}::jsonb) as e (id uuid, "clusterId" int, "schoolId" int, name text, stages jsonb,
        subject text, theme text, audience text, licence text, kinds jsonb, "publishedAt" timestamptz)`.execute(db)
    await sql`insert into courses.version (district_id, entry_id, number, name, content, byline, published_at, published_by)
      select ${DISTRICT}::int, e.id, 1, e.name, '{}', e.byline, e."publishedAt", e.id
      from jsonb_to_recordset(${entries}::jsonb) as e (id uuid, name text, byline text, "publishedAt" timestamptz)`.execute(
      db,
    )
    await insertListed(db, batch.map(({ listed }) => listed)) // prettier-ignore
    await insertPassages(db, batch.flatMap(({ passages }) => passages)) // prettier-ignore
  })
}
