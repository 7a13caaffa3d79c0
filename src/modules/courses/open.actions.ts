import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { visitor } from '#platform/route.ts'
import { factsOf, type KeptFile } from '#modules/files/index.ts'
import { findUnit, listDistrictIds, listUnitNames } from '#modules/organizations/index.ts'
import { fileIdsOf, filesOfCourse } from './course-file.actions.ts'
import { findEntry, type EntryRow } from './entry.sql.ts'
import { findCourses } from './find.actions.ts'
import type { openApi } from './open.contract.ts'
import { findVersion, type VersionRow } from './version.sql.ts'
import { isOpen } from './visible.rules.ts'

const PAGE = 20

/** What a visitor finds, whoever asks: else somebody with an account would be shown here what is not open. */
export async function listOpenCourses(
  ctx: Context,
  query: Input<typeof openApi.list>['query'],
): Promise<Reply<typeof openApi.list>> {
  const [districtId] = await listDistrictIds(ctx.db)
  const unit = districtId === undefined ? undefined : await findUnit(ctx.db, districtId, ctx.today)
  if (!unit) return { courses: [], next: null }
  return findCourses({ ...ctx, actor: visitor }, unit, { ...query, limit: PAGE })
}

export interface OpenCourse {
  course: EntryRow
  version: VersionRow
  files: KeptFile[]
}

/** A course that is open to everybody, by its last version, with the files that this one names. */
export async function findOpenCourse(ctx: Context, id: string): Promise<OpenCourse | undefined> {
  const course = await findEntry(ctx.db, await listDistrictIds(ctx.db), id)
  const version = course && isOpen(course) ? await findVersion(ctx.db, course, course.published) : undefined
  if (!course || !version) return undefined
  const named = new Set(fileIdsOf(version.content.lessons))
  const files = named.size > 0 ? (await filesOfCourse(ctx, course)).filter((file) => named.has(file.id)) : []
  return { course, version, files }
}

export async function readOpenCourse(
  ctx: Context,
  { course, version, files }: OpenCourse,
): Promise<Reply<typeof openApi.read>> {
  const [school] = await listUnitNames(ctx.db, [course.schoolId])
  const { stages, subject, theme, licence } = course
  const { number, name, byline, kinds, content, publishedAt } = version
  return {
    ...{ number, name, byline, kinds, content, stages, subject, theme, licence },
    school: { id: course.schoolId, name: school?.name ?? '' },
    publishedAt: publishedAt.toISOString(),
    files: files.map(factsOf),
  }
}

/** One of its files; those that only a draft or an earlier version names are nobody's here. */
export async function findOpenFile(ctx: Context, id: string, fileId: string): Promise<KeptFile | undefined> {
  const found = await findOpenCourse(ctx, id)
  return found?.files.find((file) => file.id === fileId)
}
