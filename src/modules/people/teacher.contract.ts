import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'

/** A teacher in one school year. For those who may not see names, `name` and `staffNo` are masked. */
export const TeacherLine = z.object({
  teacherId: z.string(),
  staffNo: z.string(),
  name: z.string(),
  masked: z.boolean(),
  gender: z.string().nullable(),
  schoolId: z.number(),
  schoolName: z.string(),
  stage: z.string().nullable(),
  subject: z.string().nullable(),
  title: z.string().nullable(),
  backbone: z.string().nullable(),
  subjectLeader: z.string().nullable(),
  eligible: z.boolean(),
})
export type TeacherLine = z.infer<typeof TeacherLine>

export const TeacherYear = TeacherLine.extend({
  schoolYear: z.number(),
  /** null too where the name is masked. */
  bornOn: z.string().nullable(),
  joinedOn: z.string().nullable(),
  /** Which rule decided 符合交流条件: 台账填报, or the rule of the pack in words. */
  eligibleReason: z.string(),
})
export type TeacherYear = z.infer<typeof TeacherYear>

export const teacherApi = {
  /**
   * The teachers of a cluster (or of one school, by schoolId) in a school year, by pinyin, keyset-paged.
   * q searches full name, pinyin, initials and staff number, among those whose names the reader may see.
   */
  list: get('/api/units/:unitId/teachers', {
    title: '教师名册',
    params: z.object({ unitId }),
    query: z.object({
      year: schoolYear,
      q: z.string().max(50).optional(),
      schoolId: unitId.optional(),
      backbone: z.enum(['yes']).optional(),
      eligible: z.enum(['yes']).optional(),
      /** The teacher after whom the page begins: `next` of the page before. */
      after: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ teachers: z.array(TeacherLine), next: z.string().nullable(), total: z.number() }),
  }),
  /** One teacher over the years. */
  read: get('/api/teachers/:teacherId', {
    title: '查看教师',
    params: z.object({ teacherId: z.uuid() }),
    reply: z.object({ teacherId: z.string(), name: z.string(), masked: z.boolean(), years: z.array(TeacherYear) }),
  }),
}
