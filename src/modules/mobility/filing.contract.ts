import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { standings } from './verdict.rules.ts'

export const filingFormats = ['xlsx', 'docx', 'pdf'] as const

export const Filing = z.object({
  /** Left out: everything of the year. */
  batchId: z.uuid().optional(),
  year: schoolYear,
  day: z.iso.date('请填写报送日期，如 2023-09-01'),
})

export const NewStanding = z.object({
  year: schoolYear,
  /** null: nothing is said of it any more. */
  standing: z.enum(standings).nullable(),
  reason: z.string('请写明依据').trim().min(2, '请写明依据').max(200, '依据不能超过 200 个字'),
})

export const filingApi = {
  file: get('/api/units/:unitId/rotation-filing/:format', {
    title: '下载交流轮岗备案表',
    params: z.object({ unitId, format: z.enum(filingFormats) }),
    query: z.object({ year: schoolYear, batchId: z.uuid().optional() }),
    reply: z.any(),
  }),
  record: post('/api/units/:unitId/rotation-filing', {
    title: '登记报区备案',
    params: z.object({ unitId }),
    body: Filing,
    reply: z.object({ filed: z.number() }),
  }),
  standings: get('/api/units/:unitId/standings', {
    title: '优质校和薄弱校',
    params: z.object({ unitId }),
    query: z.object({ year: schoolYear }),
    reply: z.object({
      schools: z.array(
        z.object({
          schoolId: z.number(),
          schoolName: z.string(),
          standing: z.enum(standings).nullable(),
          reason: z.string().nullable(),
          by: z.string().nullable(),
          at: z.string().nullable(),
        }),
      ),
      can: z.array(z.enum(['keepStandings'])),
    }),
  }),
  say: post('/api/schools/:schoolId/standings', {
    title: '登记优质校或薄弱校',
    params: z.object({ schoolId: unitId }),
    body: NewStanding,
    reply: z.object({}),
  }),
}
