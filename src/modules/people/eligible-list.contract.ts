import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'

export const listVerbs = ['freeze', 'thaw'] as const

export const SchoolList = z.object({
  schoolId: z.number(),
  schoolName: z.string(),
  teachers: z.number(),
  /** As the register says today. */
  eligible: z.number(),
  frozenAt: z.string().nullable(),
  frozenBy: z.string().nullable(),
  /** As the frozen list says; null where it is not frozen. */
  frozenEligible: z.number().nullable(),
})
export type SchoolList = z.infer<typeof SchoolList>

export const differenceKinds = ['新登记', '不在名册', '已调动', '改为符合', '改为不符合'] as const

/** How the register differs today from the frozen list. */
export const Difference = z.object({
  teacherId: z.string(),
  name: z.string(),
  masked: z.boolean(),
  schoolId: z.number(),
  schoolName: z.string(),
  kind: z.enum(differenceKinds),
  /** Where the teacher is now, of one who was moved. */
  nowSchoolName: z.string().nullable(),
})
export type Difference = z.infer<typeof Difference>

export const eligibleListApi = {
  read: get('/api/units/:unitId/eligible', {
    title: '符合交流条件的名单',
    params: z.object({ unitId }),
    query: z.object({ year: schoolYear }),
    reply: z.object({
      schools: z.array(SchoolList),
      /** The rule of the year, in words; null where the district has none. */
      rule: z.object({ name: z.string(), words: z.string() }).nullable(),
      /** What may make exempt, in words. */
      exemptions: z.array(z.object({ kind: z.string(), maxYears: z.number() })),
      differences: z.array(Difference),
      can: z.array(z.enum(listVerbs)),
    }),
  }),
  freeze: post('/api/units/:unitId/eligible/freeze', {
    title: '冻结符合交流条件的名单',
    params: z.object({ unitId }),
    body: z.object({ year: schoolYear }),
    reply: z.object({ schools: z.number(), teachers: z.number(), eligible: z.number() }),
  }),
  thaw: post('/api/units/:unitId/eligible/thaw', {
    title: '解除名单的冻结',
    params: z.object({ unitId }),
    body: z.object({
      year: schoolYear,
      reason: z.string('请写明解除冻结的原因').trim().min(4, '请写明解除冻结的原因').max(200, '原因不能超过 200 个字'),
    }),
    reply: z.object({ schools: z.number() }),
  }),
}
