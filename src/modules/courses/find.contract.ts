import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

/** By what a list of courses is narrowed, each told with how many there are. */
export const facets = ['area', 'stage', 'subject', 'theme', 'kind', 'school', 'licence'] as const
export type Facet = (typeof facets)[number]

/** Of the cluster from which one looks, or of others. */
export const areas = ['本学区', '其他学区'] as const
/** Stands for courses that have no subject, or no theme. */
export const NONE = 'none'

const value = z.string().max(50).optional()

export const CourseFilter = z.object({
  /** Each word of it stands somewhere in a course. */
  q: z.string().max(60, '最多60个字。').optional(),
  area: z.enum(areas).optional(),
  stage: value,
  subject: value,
  theme: value,
  kind: value,
  school: unitId.optional(),
  licence: value,
})
export type CourseFilter = z.infer<typeof CourseFilter>

/** A stretch of text; `hit`: it is what was looked for. */
export const Stretch = z.object({ text: z.string(), hit: z.boolean() })

/** A course in the list. */
export const CourseLine = z.object({
  id: z.string(),
  name: z.array(Stretch),
  school: z.object({ id: z.number(), name: z.string() }),
  /** Those that developed it together with the school. */
  partners: z.array(z.string()),
  stages: z.array(z.string()),
  subject: z.string().nullable(),
  theme: z.string().nullable(),
  kinds: z.array(z.string()),
  audience: z.string(),
  licence: z.string(),
  /** Where what was looked for stands, or how it begins. */
  snippet: z.array(Stretch),
  /** How many schools have taken it over. */
  adopted: z.number(),
  /** Of a copy: whose course it was. */
  origin: z.string().nullable(),
  publishedOn: z.string(),
})
export type CourseLine = z.infer<typeof CourseLine>

export const FacetValue = z.object({ value: z.string(), name: z.string(), n: z.number() })
export type FacetValue = z.infer<typeof FacetValue>

export const CourseCounts = z.object({
  /** How many are found; `more`: so many were counted, and there are others. */
  total: z.number(),
  more: z.boolean(),
  /** Whether the facets were counted over a part of what there is. */
  rough: z.boolean(),
  facets: z.record(z.enum(facets), z.array(FacetValue)),
})
export type CourseCounts = z.infer<typeof CourseCounts>

export const findApi = {
  /**
   * The published courses that the reader finds, from wherever: those with the words in their name first, then 精品, then
   * the newest; keyset-paged. Counts come with the first page; each facet is counted under the others that are chosen.
   */
  list: get('/api/units/:unitId/courses', {
    title: '课程资源库',
    params: z.object({ unitId }),
    query: CourseFilter.extend({
      /** `next` of the page before. */
      after: z
        .string()
        .regex(/^[01]\.[01]\.\d{1,15}\.[0-9a-f-]{36}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(20),
    }),
    reply: z.object({
      courses: z.array(CourseLine),
      next: z.string().nullable(),
      counts: CourseCounts.nullable(),
      can: z.array(z.enum(['add'])),
    }),
  }),
}
