import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'

export const templateApi = {
  /** An empty ledger to fill in, for a cluster or one of its schools. */
  read: get('/api/units/:unitId/template.xlsx', {
    title: '下载台账空表',
    params: z.object({ unitId }),
    query: z.object({ year: schoolYear, schoolId: unitId.optional() }),
    reply: z.unknown(),
  }),
}
