import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { courseContent } from './content.contract.ts'
import { VersionLine } from './entry.contract.ts'
import { Choices, Difference } from './merge.contract.ts'

const ofCourse = z.object({ courseId: z.uuid() })
const number = z.coerce.number().int().min(1).max(100_000)

export const originApi = {
  /** A copy for an own school: left out where the person works at one. */
  adopt: post('/api/courses/:courseId/adopt', {
    title: '引进课程',
    params: ofCourse,
    body: z.object({ schoolId: unitId.optional() }),
    reply: z.object({ id: z.string() }),
  }),
  /** Of a copy: what its origin changed since, beside what the copy changed itself. */
  differences: get('/api/courses/:courseId/origin', {
    title: '对照原课程的更新',
    params: ofCourse,
    reply: z.object({
      name: z.string(),
      revision: z.number(),
      from: z.number(),
      to: z.number(),
      note: z.string(),
      mayChange: z.boolean(),
      differences: z.array(Difference),
    }),
  }),
  takeIn: post('/api/courses/:courseId/origin', {
    title: '采用原课程的更新',
    params: ofCourse,
    body: z.object({ revision: z.number().int(), version: z.number().int(), choices: Choices.default({}) }),
    reply: z.object({}),
  }),
  versions: get('/api/courses/:courseId/versions', {
    title: '课程各版',
    params: ofCourse,
    reply: z.object({ name: z.string(), versions: z.array(VersionLine) }),
  }),
  version: get('/api/courses/:courseId/versions/:number', {
    title: '课程的一版',
    params: ofCourse.extend({ number }),
    reply: VersionLine.extend({ content: courseContent }),
  }),
  /** What became otherwise from one version to another. */
  compare: get('/api/courses/:courseId/compare', {
    title: '对照课程的两版',
    params: ofCourse,
    query: z.object({ from: number, to: number }),
    reply: z.object({ differences: z.array(Difference) }),
  }),
}
