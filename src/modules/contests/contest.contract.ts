import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { Entry } from './entry.contract.ts'

export const contestStates = ['未开始', '报送中', '评审中', '已公布'] as const
export type ContestState = (typeof contestStates)[number]
export const contestVerbs = ['keep', 'announce'] as const

const day = z.iso.date('请填写日期，如 2023-09-01')
const places = z.coerce.number('请填写个数').int('个数是整数').min(0, '个数不能小于 0').max(99, '个数最多 99')

export const Group = z.object({
  name: z.string('请填写组别').trim().min(1, '请填写组别，如小学语文').max(20, '组别不能超过 20 个字'),
  first: places,
  second: places,
  third: places,
})
export type Group = z.output<typeof Group>

export const Item = z.object({
  title: z.string('请填写评分项').trim().min(1, '请填写评分项').max(20, '评分项不能超过 20 个字'),
  weight: z.coerce.number('请填写分值').int('分值是整数').min(1, '分值至少 1').max(100, '分值最多 100'),
})
export type Item = z.output<typeof Item>

export const ContestFields = z.object({
  title: z.string('请填写名称').trim().min(2, '请填写名称，如中青年教师学科教学竞赛').max(60, '名称不能超过 60 个字'),
  rules: z.string().trim().max(4000, '办法不能超过 4000 个字').default(''),
  from: day,
  until: day,
  groups: z.array(Group).min(1, '至少写一个组别').max(30, '组别最多 30 个'),
  items: z.array(Item).min(1, '至少写一个评分项').max(10, '评分项最多 10 个'),
})
export type ContestFields = z.output<typeof ContestFields>

export const ContestLine = z.object({
  id: z.string(),
  title: z.string(),
  from: z.string(),
  until: z.string(),
  state: z.enum(contestStates),
  entries: z.number(),
  schools: z.number(),
  prizes: z.number(),
})
export type ContestLine = z.infer<typeof ContestLine>

export const Juror = z.object({ id: z.string(), name: z.string(), group: z.string(), scored: z.number(), due: z.number() }) // prettier-ignore
export type Juror = z.infer<typeof Juror>

export const Contest = ContestLine.extend({
  unitId: z.number(),
  unit: z.string(),
  sample: z.boolean(),
  rules: z.string(),
  groups: z.array(Group),
  items: z.array(Item),
  announcedOn: z.string().nullable(),
  /** Those that the reader may read by name: the office all, others their own and, once announced, what won. */
  works: z.array(Entry),
  /** Of the groups that the reader judges: without a name. */
  toScore: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      group: z.string(),
      title: z.string(),
      words: z.string(),
      address: z.string().nullable(),
      hasFile: z.boolean(),
      own: z.object({ marks: z.array(z.number()), total: z.number(), words: z.string() }).nullable(),
      /** Why the reader is kept out of this one. */
      recused: z.string().nullable(),
    }),
  ),
  jurors: z.array(Juror),
  /** For which schools the reader may enter something. */
  entersFor: z.array(z.object({ id: z.number(), name: z.string() })),
  self: z.string().nullable(),
  can: z.array(z.enum(contestVerbs)),
})
export type Contest = z.infer<typeof Contest>

const ofUnit = z.object({ unitId })
export const ofContest = z.object({ contestId: z.uuid() })
const done = z.object({})

export const contestApi = {
  list: get('/api/units/:unitId/contests', {
    title: '教学评比',
    params: ofUnit,
    reply: z.object({ contests: z.array(ContestLine), can: z.array(z.enum(['keep'])) }),
  }),
  add: post('/api/units/:unitId/contests', {
    title: '发起教学评比',
    params: ofUnit,
    body: ContestFields,
    reply: z.object({ id: z.string() }),
  }),
  read: get('/api/contests/:contestId', { title: '一次教学评比', params: ofContest, reply: Contest }),
  change: post('/api/contests/:contestId', { title: '修改教学评比', params: ofContest, body: ContestFields, reply: done }), // prettier-ignore
  announce: post('/api/contests/:contestId/results', {
    title: '公布评比结果',
    params: ofContest,
    reply: z.object({ prizes: z.number() }),
  }),
}
