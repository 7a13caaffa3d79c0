import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { grades } from '#shared/school-class.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'

export const classApi = {
  /** The classes of a school by name: of its register, or as its timetables of that year name them. This school year unless told. */
  list: get('/api/schools/:schoolId/classes', {
    title: '学校的班级',
    params: z.object({ schoolId: unitId }),
    query: z.object({ year: schoolYear.optional() }),
    reply: z.object({ classes: z.array(z.object({ name: z.string(), grade: z.enum(grades).nullable() })) }),
  }),
}
