import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { day, Decided, postVerbs, stageName, subjectName } from './post.contract.ts'

/** Posts of one stage and subject at one school, and what is lacking or to spare. */
export const VacancyLine = z.object({
  schoolId: z.number(),
  schoolName: z.string(),
  stage: z.string(),
  subject: z.string(),
  /** null where the school has not stated it. */
  established: z.number().nullable(),
  filled: z.number(),
  leaving: z.number(),
  lack: z.number(),
  spare: z.number(),
  agreedIn: z.number(),
  agreedOut: z.number(),
  left: z.number(),
  free: z.number(),
  fromDay: z.string().nullable(),
  note: z.string().nullable(),
})
export type VacancyLine = z.infer<typeof VacancyLine>

export const StatingSchool = z.object({
  schoolId: z.number(),
  name: z.string(),
  /** The reader states for it. */
  own: z.boolean(),
  statedAt: z.string().nullable(),
  statedBy: z.string().nullable(),
  lack: z.number(),
  spare: z.number(),
})
export type StatingSchool = z.infer<typeof StatingSchool>

export const SubjectSum = z.object({
  stage: z.string(),
  subject: z.string(),
  schools: z.number(),
  established: z.number(),
  filled: z.number(),
  lack: z.number(),
  spare: z.number(),
  agreed: z.number(),
  left: z.number(),
})
export type SubjectSum = z.infer<typeof SubjectSum>

export const Meeting = z.object({
  stage: z.string(),
  subject: z.string(),
  fromSchoolId: z.number(),
  fromSchool: z.string(),
  toSchoolId: z.number(),
  toSchool: z.string(),
  n: z.number(),
  km: z.number().nullable(),
})
export type Meeting = z.infer<typeof Meeting>

export const Agreement = z.object({
  id: z.string(),
  stage: z.string(),
  subject: z.string(),
  fromSchool: z.string(),
  toSchool: z.string(),
  n: z.number(),
  decidedBy: z.string(),
  decidedOn: z.string(),
  words: z.string().nullable(),
  withdrawnWhy: z.string().nullable(),
})
export type Agreement = z.infer<typeof Agreement>

const count = (what: string) =>
  z.number(`${what}请填写数字`).int(`${what}请填写整数`).min(0, `${what}不能小于 0`).max(9999, `${what}不能大于 9999`)

export const StatedLine = z.object({
  stage: stageName,
  subject: subjectName,
  established: count('核定岗位'),
  leaving: count('预计减少').default(0),
  fromDay: day.nullable().default(null),
  note: z.string().trim().max(100, '说明不能超过 100 个字').nullable().default(null),
})
export type StatedLine = z.infer<typeof StatedLine>

export const NewAgreement = Decided.extend({
  stage: stageName,
  subject: subjectName,
  fromSchoolId: unitId,
  toSchoolId: unitId,
  n: z.number('请填写人数').int('请填写整数').min(1, '至少 1 人').max(999, '不能大于 999'),
})

const ofUnit = z.object({ unitId })

export const vacancyApi = {
  list: get('/api/units/:unitId/vacancies', {
    title: '岗位余缺',
    params: ofUnit,
    query: z.object({ year: schoolYear }),
    reply: z.object({
      schools: z.array(StatingSchool),
      lines: z.array(VacancyLine),
      sums: z.array(SubjectSum),
      meetings: z.array(Meeting),
      agreements: z.array(Agreement),
      can: z.array(z.enum(postVerbs)),
    }),
  }),
  state: post('/api/schools/:schoolId/vacancies', {
    title: '填报岗位余缺',
    params: z.object({ schoolId: unitId }),
    /** All lines of the school and year: what is left out is not stated any more. */
    body: z.object({ year: schoolYear, lines: z.array(StatedLine).max(100, '最多填 100 行') }),
    reply: z.object({ lines: z.number(), lack: z.number(), spare: z.number() }),
  }),
  agree: post('/api/units/:unitId/post-agreements', {
    title: '登记岗位余缺调剂',
    params: ofUnit,
    body: NewAgreement.extend({ year: schoolYear }),
    reply: z.object({ id: z.string() }),
  }),
  withdraw: post('/api/post-agreements/:agreementId/withdrawal', {
    title: '撤回岗位余缺调剂',
    params: z.object({ agreementId: z.uuid() }),
    body: z.object({
      why: z.string('请写明撤回的原因').trim().min(2, '请写明撤回的原因').max(200, '原因不能超过 200 个字'),
    }),
    reply: z.object({}),
  }),
  export: get('/api/units/:unitId/vacancies.xlsx', {
    title: '导出岗位余缺',
    params: ofUnit,
    query: z.object({ year: schoolYear }),
    reply: z.any(),
  }),
}
