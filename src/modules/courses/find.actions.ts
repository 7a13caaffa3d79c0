import type { Context } from '#platform/context.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import { dayOf } from '#shared/day.ts'
import { listDistrictIds, listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { writesAt } from './entry.access.ts'
import { facets, type CourseCounts, type CourseLine, type Facet, type findApi } from './find.contract.ts'
import { findHits, isEverywhere, type Count, type Hit, type ListPlace, type Search } from './find.sql.ts'
import { listFound, type FoundRow } from './found.sql.ts'
import { aligned, isToldByMarks, stretchesOf, wordsOf } from './passage.rules.ts'
import { readerOf } from './reader.actions.ts'

type Query = Input<typeof findApi.list>['query']

/** So many are counted where the marks tell them, and where texts have to be looked into. */
const COUNTED = { byMarks: 3000, byTexts: 1000 }

/** A page of the courses that the reader finds. */
export async function findCourses(ctx: Context, unit: UnitSubject, query: Query): Promise<Reply<typeof findApi.list>> {
  const { q = '', after, limit, ...chosen } = query
  const [reader, districtIds] = [await readerOf(ctx), await listDistrictIds(ctx.db)]
  const words = wordsOf(q)
  const search: Search = { reader, districtIds, clusterId: unit.id, words, chosen }
  const most = words.every(isToldByMarks) ? COUNTED.byMarks : COUNTED.byTexts
  const everywhere = await isEverywhere(ctx.db, search)
  const page = { after: after === undefined ? undefined : placeOf(after), most: limit + 1, everywhere }
  const { hits, counts } = await findHits(ctx.db, search, page, after === undefined ? most : undefined)
  const shown = hits.slice(0, limit)
  const rows = await listFound(ctx.db, { ...search, ids: shown.map(({ entryId }) => entryId) })
  return {
    courses: inOrderOf(shown, rows).map((row) => lineOf(row, words)),
    next: hits.length > limit ? cursorOf(shown.at(-1)!) : null,
    counts: counts ? await countsOf(ctx, counts, most) : null,
    can: reader.schoolIds.some((id) => writesAt(ctx.actor, id)) ? ['add'] : [],
  }
}

const flag = (is: boolean) => (is ? '1' : '0')
const cursorOf = ({ inName, best, publishedAt, entryId }: Hit): string =>
  [flag(inName), flag(best), new Date(publishedAt).getTime(), entryId].join('.')

function placeOf(cursor: string): ListPlace {
  const [inName, best, at, entryId] = cursor.split('.')
  return { inName: inName === '1', best: best === '1', publishedAt: new Date(Number(at)), entryId: entryId! }
}

function inOrderOf(hits: readonly Hit[], rows: readonly FoundRow[]): FoundRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return hits.map(({ entryId }) => byId.get(entryId)).filter((row) => row !== undefined)
}

function lineOf(
  { schoolId, school, body, shown, publishedAt, ...row }: FoundRow,
  words: readonly string[],
): CourseLine {
  return {
    ...row,
    name: stretchesOf(aligned(row.name), words),
    school: { id: schoolId, name: school },
    snippet: stretchesOf({ body: body ?? '', shown: shown ?? '' }, words),
    publishedOn: dayOf(publishedAt),
  }
}

async function countsOf(ctx: Context, counts: readonly Count[], most: number): Promise<CourseCounts> {
  const of = (facet: Count['facet']) => counts.filter((count) => count.facet === facet)
  const [total, near] = [of('all')[0]?.n ?? 0, of('near')[0]?.n ?? 0]
  const schools = await listUnitNames(
    ctx.db,
    of('school').map(({ value }) => Number(value)),
  )
  const names = new Map(schools.map(({ id, name }) => [String(id), name]))
  const lines = (facet: Facet) =>
    of(facet)
      .map(({ value, n }) => ({ value, n, name: facet === 'school' ? (names.get(value) ?? '') : value }))
      .sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1))
  return {
    total: Math.min(total, most),
    more: total > most,
    rough: total > most || near > most,
    facets: Object.fromEntries(facets.map((facet) => [facet, lines(facet)])) as CourseCounts['facets'],
  }
}
