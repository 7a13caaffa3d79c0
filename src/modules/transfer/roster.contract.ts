import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'

export const rosterApi = {
  /** The schools, teachers, classes and who teaches them of a cluster in a school year, as OneRoster 1.2 CSV. */
  read: get('/api/units/:unitId/oneroster.zip', {
    title: '导出 OneRoster 名册',
    params: z.object({ unitId }),
    query: z.object({ year: schoolYear }),
    reply: z.unknown(),
  }),
}
