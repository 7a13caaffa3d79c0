import type { Context } from '#platform/context.ts'
import { emptyContent, type CourseContent } from '#modules/courses/content.contract.ts'
import { indexEntry } from '../src/modules/courses/passage.actions.ts'

/** A course that stands published, as a test needs it. */
export interface ShelvedCourse {
  id: string
  districtId: number
  clusterId: number
  schoolId: number
  name: string
  content?: Partial<CourseContent>
  byline?: string
  publishedAt?: Date
  audience?: '本校' | '学区' | '全区' | '公开'
  stages?: string[]
  subject?: string | null
  theme?: string | null
  kinds?: string[]
  licence?: '署名' | '仅限学区内使用'
  partnerSchoolIds?: number[]
  origin?: { districtId: number; id: string }
}

const author = '00000000-0000-7000-8000-00000000a001'

/** Publishes a course as it is and lists it. */
export async function shelve(ctx: Context, course: ShelvedCourse): Promise<void> {
  const { id, districtId, name, byline = '', publishedAt = ctx.now, origin, ...given } = course
  const content = JSON.stringify({ ...emptyContent, ...given.content })
  const facts = { stages: ['小学'], kinds: [], audience: '学区' as const, licence: '署名' as const, ...given }
  await ctx.db
    .insertInto('courses.entry')
    .values({
      ...facts,
      districtId,
      id,
      name,
      content,
      state: '已入库',
      published: 1,
      createdBy: author,
      createdAt: publishedAt,
      changedAt: publishedAt,
      ...(origin && { originDistrictId: origin.districtId, originId: origin.id, originVersion: 1 }),
    })
    .execute()
  await ctx.db
    .insertInto('courses.version')
    .values({ districtId, entryId: id, number: 1, name, content, byline, publishedAt, publishedBy: author })
    .execute()
  await indexEntry(ctx, { districtId, id })
}
