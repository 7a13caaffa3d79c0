import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'
import { PlanLine } from './plan.contract.ts'
import { EventLine } from './event-line.contract.ts'

/** In the order in which they are told. */
export const unionStages = ['学前', '小学', '初中', '高中', '中职'] as const
export const unionVerbs = ['keep', 'lead'] as const

const day = z.iso.date('请填写日期，如 2023-09-01')
export const schoolIds = z.array(z.coerce.number().int()).max(200)
/** A teacher as one writes them: the name, or the staff number where two are called the same. */
export const called = z.string().trim().max(40, '姓名不能超过 40 个字')

export const UnionFields = z.object({
  name: z.string('请填写名称').trim().min(2, '请填写名称，如小学语文联合体').max(40, '名称不能超过 40 个字'),
  stages: z.array(z.enum(unionStages), '请选择学段').min(1, '请选择学段'),
  field: z.string('请填写学科或领域').trim().min(1, '请填写学科或领域').max(20, '学科不能超过 20 个字'),
  schoolIds: schoolIds.min(2, '至少选两所学校'),
  /** Left out or empty: as before, or nobody yet. */
  convenor: called.optional(),
  since: day,
  until: day.optional(),
})

/** A teacher as the reader may know them. */
export const Person = z.object({ name: z.string(), masked: z.boolean(), schoolId: z.number(), school: z.string() })
export type Person = z.infer<typeof Person>

export const Union = z.object({
  id: z.string(),
  name: z.string(),
  stages: z.array(z.enum(unionStages)),
  field: z.string(),
  since: z.string(),
  until: z.string().nullable(),
  convenor: Person.nullable(),
  schools: z.array(z.object({ id: z.number(), name: z.string() })),
  /** Of the year that was asked for. */
  planned: z.number(),
  held: z.number(),
})
export type Union = z.infer<typeof Union>

const Stay = z.object({ name: z.string(), from: z.string(), until: z.string().nullable() })
const ofUnit = z.object({ unitId })
export const ofUnion = z.object({ unionId: z.uuid() })
const year = z.object({ year: schoolYear })

export const unionApi = {
  /** The unions of a cluster in a school year; `years`: how many there were in each year with records. */
  list: get('/api/units/:unitId/unions', {
    title: '学科教研联合体',
    params: ofUnit,
    query: year,
    reply: z.object({
      unions: z.array(Union),
      years: z.array(z.object({ year: z.number(), n: z.number() })),
      can: z.array(z.enum(['keep'])),
    }),
  }),
  add: post('/api/units/:unitId/unions', {
    title: '登记学科教研联合体',
    params: ofUnit,
    body: UnionFields,
    reply: z.object({ id: z.string() }),
  }),
  read: get('/api/unions/:unionId', {
    title: '一个学科教研联合体',
    params: ofUnion,
    query: year,
    reply: z.object({
      unitId: z.number(),
      unit: z.string(),
      sample: z.boolean(),
      union: Union,
      /** Who convened it, and the schools that have left: the latest first. */
      convenors: z.array(Stay.extend({ school: z.string(), masked: z.boolean() })),
      left: z.array(Stay),
      plan: z.array(PlanLine),
      events: z.array(EventLine),
      can: z.array(z.enum(unionVerbs)),
    }),
  }),
  change: post('/api/unions/:unionId', {
    title: '修改学科教研联合体',
    params: ofUnion,
    body: UnionFields,
    reply: z.object({}),
  }),
}
