import { z } from 'zod'
import { get, patch, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { backboneLevels, looksLikeIdCard, stages, subjectLeaderLevels, titles } from './teacher.rules.ts'
import { changeKinds } from './year.rules.ts'

const noIdCard = (what: string) =>
  [(text: string) => !looksLikeIdCard(text), `这里填的像是身份证号，本平台不保存身份证号，请改填${what}。`] as const
const emptyAsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const ifAny = <S extends z.ZodType>(schema: S) => z.preprocess(emptyAsNull, schema.nullable())

const month = z
  .string()
  .regex(/^(19|20)\d\d-(0[1-9]|1[0-2])(-\d\d)?$/, '请填写年月，如 1985-09')
  .transform((text) => `${text.slice(0, 7)}-01`)

/** What the register says of a teacher in one school year, whole: what is left out is empty. */
export const TeacherFacts = z.object({
  staffNo: z
    .string('请填写工号')
    .trim()
    .min(1, '请填写工号')
    .max(40, '工号不能超过 40 个字')
    .refine(...noIdCard('工号')),
  name: z
    .string('请填写姓名')
    .trim()
    .min(1, '请填写姓名')
    .max(50, '姓名不能超过 50 个字')
    .refine(...noIdCard('姓名')),
  gender: ifAny(z.enum(['男', '女'])),
  bornOn: ifAny(month),
  stage: ifAny(z.enum(stages)),
  subject: ifAny(
    z
      .string()
      .trim()
      .max(30, '学科不能超过 30 个字')
      .refine(...noIdCard('学科')),
  ),
  title: ifAny(z.enum(titles)),
  backbone: ifAny(z.enum(backboneLevels)),
  subjectLeader: ifAny(z.enum(subjectLeaderLevels)),
  joinedOn: ifAny(month),
  /** What the ledger declares of 符合交流条件; empty: the rule decides. */
  declared: ifAny(z.enum(['是', '否'])),
})
export type TeacherFacts = z.infer<typeof TeacherFacts>

export const Correction = TeacherFacts.extend({
  /** The same correction in later years, as far as they may be edited. */
  alsoLater: z.boolean().default(false),
})
export const NewTeacher = TeacherFacts.extend({ year: schoolYear })
export const Move = z.object({
  schoolId: z.coerce.number('请选择学校').int().min(1, '请选择学校'),
  joinedOn: ifAny(month),
  alsoLater: z.boolean().default(true),
  note: z.string().trim().max(200, '说明不能超过 200 个字').optional(),
})
export const Leave = z.object({
  note: z.string('请写明去向或原因').trim().min(1, '请写明去向或原因').max(200, '说明不能超过 200 个字'),
  alsoLater: z.boolean().default(true),
})
export const Volunteering = z.object({
  volunteered: z.boolean(),
  note: z.string('请写明依据，如本人申请的日期').trim().min(1, '请写明依据，如本人申请的日期').max(200),
})

const ofYear = z.object({ teacherId: z.uuid(), year: schoolYear })
/** `frozen`: what the freeze of that year's list means for the change, in a sentence; null where nothing. */
const written = z.object({ years: z.array(z.number()), frozen: z.string().nullable() })

export const Change = z.object({
  id: z.string(),
  at: z.string(),
  actorName: z.string(),
  kind: z.enum(changeKinds),
  schoolYear: z.number(),
  schoolName: z.string(),
  /** What became what; empty where the reader may not see names. */
  words: z.array(z.string()),
  note: z.string().nullable(),
})
export type Change = z.infer<typeof Change>

export const yearApi = {
  add: post('/api/schools/:schoolId/teachers', {
    title: '新增教师',
    params: z.object({ schoolId: unitId }),
    body: NewTeacher,
    /** `alike`: a staff number on file that may be the same person's, with leading zeros more or less. */
    reply: z.object({ teacherId: z.string(), alike: z.string().nullable() }),
  }),
  correct: patch('/api/teachers/:teacherId/years/:year', {
    title: '更正教师信息',
    params: ofYear,
    body: Correction,
    reply: written,
  }),
  move: post('/api/teachers/:teacherId/years/:year/move', {
    title: '教师调动',
    params: ofYear,
    body: Move,
    reply: written,
  }),
  leave: post('/api/teachers/:teacherId/years/:year/leave', {
    title: '教师离校',
    params: ofYear,
    body: Leave,
    reply: written,
  }),
  comeBack: post('/api/teachers/:teacherId/years/:year/return', {
    title: '恢复离校的教师',
    params: ofYear,
    reply: written,
  }),
  volunteer: post('/api/teachers/:teacherId/years/:year/volunteer', {
    title: '登记自愿报名交流',
    params: ofYear,
    body: Volunteering,
    reply: written,
  }),
  /** Last year's register as the start of a new year, for the schools and teachers that have none yet. */
  rollOver: post('/api/units/:unitId/teachers/roll-over', {
    title: '建立新学年名册',
    params: z.object({ unitId }),
    body: z.object({ year: schoolYear }),
    reply: z.object({ teachers: z.number(), schools: z.number(), eligible: z.number() }),
  }),
  changes: get('/api/teachers/:teacherId/changes', {
    title: '教师信息的改动',
    params: z.object({ teacherId: z.uuid() }),
    reply: z.object({ changes: z.array(Change) }),
  }),
}
