import { z } from 'zod'
import { get, patch, post, del } from '#shared/endpoint.ts'
import { BatchLine } from '#modules/mobility/batch.contract.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { Adopted } from './adopted.contract.ts'

/** What an aim may be favoured in, beyond the office's own weights. */
export const favourable = ['balance', 'wishes', 'travel'] as const

/** What each aim makes a plan cost, in the planner's units. */
export const AimCosts = z.object({
  balance: z.number(),
  demand: z.number(),
  wishes: z.number(),
  travel: z.number(),
  recalls: z.number(),
})
export type AimCosts = z.infer<typeof AimCosts>

/** What a plan comes to. */
export const PlanFigures = z.object({
  moves: z.number(),
  /** Of the eligible, in percent. */
  rate: z.number(),
  backbone: z.number(),
  /** Of those who move, in percent. */
  backboneShare: z.number(),
  teams: z.number(),
  recalls: z.number(),
  /** By how many metres the ways to school get longer, all together and the longest. */
  metres: z.number(),
  longest: z.number(),
  firstChoice: z.number(),
  namedChoice: z.number(),
  /** Who would rather not and goes all the same. */
  reluctant: z.number(),
  /** Teachers that schools lack or have to spare after the plan. */
  unmet: z.number(),
  /** The gap between schools of a stage in backbone teachers for their pupils (差异系数), before and after. */
  gaps: z.array(z.object({ stage: z.string(), before: z.number(), after: z.number() })),
  cost: z.number(),
  byAim: AimCosts,
})
export type PlanFigures = z.infer<typeof PlanFigures>

/** A rule that a plan breaks: which, where, what it is and what it may be. */
export const PlanFault = z.object({
  rule: z.string(),
  teacherId: z.string().optional(),
  teacherName: z.string().optional(),
  schoolId: z.number().optional(),
  schoolName: z.string().optional(),
  stage: z.string().optional(),
  subject: z.string().optional(),
  found: z.number().optional(),
  least: z.number().optional(),
  most: z.number().optional(),
})
export type PlanFault = z.infer<typeof PlanFault>

/** Of rules that contradict each other: one, and how little it would have to bend. */
export const Bend = z.object({
  rule: z.string(),
  is: z.number().optional(),
  could: z.number().optional(),
  teachers: z.array(z.object({ teacherId: z.string(), name: z.string(), schoolName: z.string() })).optional(),
  schools: z.array(z.object({ schoolName: z.string(), way: z.enum(['out', 'in']), more: z.number() })).optional(),
})
export type Bend = z.infer<typeof Bend>

export const PlanLine = z.object({
  id: z.string(),
  /** 方案 1, 2 …, within the season. */
  number: z.number(),
  origin: z.enum(['planner', 'hand']),
  favours: z.array(z.enum(favourable)),
  /** The number of the plan that this one was changed from. */
  parent: z.number().nullable(),
  note: z.string().nullable(),
  figures: PlanFigures,
  /** How many rules it breaks. */
  faults: z.number(),
  /** No better plan exists for what it was made from; null: made by hand. */
  isProved: z.boolean().nullable(),
  /** Of one that favours something: how much more it costs by the office's own weights than their best plan, in percent. */
  overBestPercent: z.number().nullable(),
  /** By how much of its cost it may be worse than the best, in percent; null: not known. */
  gapPercent: z.number().nullable(),
  /** Whether what it was made from is still so. */
  isCurrent: z.boolean(),
  madeAt: z.string(),
  madeBy: z.string(),
  /** It was adopted at some time, and stays on file. */
  batchId: z.string().nullable(),
  /** What became of it, where it was adopted and has not been taken back. */
  adopted: z.object({ batchId: z.string(), title: z.string(), state: BatchLine.shape.state }).nullable(),
})
export type PlanLine = z.infer<typeof PlanLine>

export const PlanMove = z.object({
  teacherId: z.string(),
  name: z.string(),
  masked: z.boolean(),
  subject: z.string(),
  stage: z.string(),
  backbone: z.boolean(),
  fromSchoolId: z.number(),
  /** null: called back to the own school before the term is over. */
  toSchoolId: z.number().nullable(),
  /** Which of the wishes it is, from 1; null: none of those that were named. */
  choice: z.number().nullable(),
  attitude: z.enum(['willing', 'neutral', 'reluctant', 'refuses']),
  /** The way to school gets longer by so many metres. */
  longerBy: z.number(),
  /** The group that goes together; null: alone. */
  team: z.string().nullable(),
})
export type PlanMove = z.infer<typeof PlanMove>

/** One school in a plan, with the limits that hold there. */
export const PlanSchool = z.object({
  schoolId: z.number(),
  name: z.string(),
  standing: z.number(),
  eligible: z.number(),
  out: z.number(),
  in: z.number(),
  backboneOut: z.number(),
  backboneIn: z.number(),
  /** How many may leave and come at most, as the school has said; null: nothing said. */
  mostOut: z.number().nullable(),
  mostIn: z.number().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
})
export type PlanSchool = z.infer<typeof PlanSchool>

/** A teacher who may move this year, for the board. */
export const Candidate = z.object({
  teacherId: z.string(),
  name: z.string(),
  masked: z.boolean(),
  schoolId: z.number(),
  stage: z.string(),
  subject: z.string(),
  backbone: z.boolean(),
  attitude: z.enum(['willing', 'neutral', 'reluctant', 'refuses']),
  ranked: z.array(z.number()),
  kept: z.boolean(),
})
export type Candidate = z.infer<typeof Candidate>

const ofSeason = z.object({ seasonId: z.uuid() })
const ofPlan = z.object({ planId: z.uuid() })

export const Draft = z.object({
  moves: z.array(z.object({ teacherId: z.uuid(), toSchoolId: unitId })).max(5_000),
  recalls: z.array(z.uuid()).max(1_000),
})

/** What something else would cost, or why it cannot be. */
export const Why = z.object({
  /** `pin`: the office has decided it; `more` is what that costs, the rest what would be otherwise without. */
  kind: z.enum(['price', 'pin', 'refused', 'impossible']),
  /** Of a refusal: the rule between this teacher and this school. */
  refusal: z.string().nullable(),
  more: z.number().nullable(),
  byAim: AimCosts.nullable(),
  /** Who would go elsewhere for it. */
  changes: z.array(
    z.object({ teacherId: z.string(), name: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  ),
})
export type Why = z.infer<typeof Why>

export const planVerbs = ['change', 'adopt'] as const

export const planApi = {
  list: get('/api/rotation-seasons/:seasonId/plans', {
    title: '轮岗方案列表',
    params: ofSeason,
    reply: z.object({
      plans: z.array(PlanLine),
      /** The rules that contradict each other, where the planner found no plan when asked last. */
      conflict: z.array(Bend).nullable(),
      adopted: Adopted.nullable(),
      can: z.array(z.enum(planVerbs)),
    }),
  }),
  make: post('/api/rotation-seasons/:seasonId/plans', {
    title: '编排轮岗方案',
    params: ofSeason,
    /** `choices`: besides the best by the office's weights, those that favour one aim or two. */
    body: z.object({ choices: z.boolean() }),
    reply: z.object({ jobId: z.string() }),
  }),
  cancel: post('/api/rotation-seasons/:seasonId/plans/cancel', {
    title: '停止编排轮岗方案',
    params: ofSeason,
    reply: z.object({ stopped: z.boolean() }),
  }),
  read: get('/api/rotation-plans/:planId', {
    title: '查看轮岗方案',
    params: ofPlan,
    reply: z.object({
      plan: PlanLine,
      /** The plan of the season that was adopted, be it this or another. */
      adopted: Adopted.nullable(),
      seasonId: z.string(),
      clusterId: z.number(),
      schoolYear: z.number(),
      moves: z.array(PlanMove),
      schools: z.array(PlanSchool),
      candidates: z.array(Candidate),
      faults: z.array(PlanFault),
      can: z.array(z.enum(planVerbs)),
    }),
  }),
  try: post('/api/rotation-plans/:planId/try', {
    title: '试改轮岗方案',
    params: ofPlan,
    body: Draft,
    reply: z.object({ figures: PlanFigures, faults: z.array(PlanFault), schools: z.array(PlanSchool) }),
  }),
  save: post('/api/rotation-plans/:planId/versions', {
    title: '另存轮岗方案',
    params: ofPlan,
    body: Draft.extend({ note: z.string().trim().max(200, '说明不能超过 200 个字').optional() }),
    reply: z.object({ planId: z.string(), number: z.number() }),
  }),
  note: patch('/api/rotation-plans/:planId', {
    title: '修改轮岗方案的说明',
    params: ofPlan,
    body: z.object({ note: z.string().trim().max(200, '说明不能超过 200 个字') }),
    reply: z.object({}),
  }),
  drop: del('/api/rotation-plans/:planId', { title: '删去轮岗方案', params: ofPlan, reply: z.object({}) }),
  /** `schoolId` left out: why the best plan has the teacher where it does; 0: why the teacher does not stay. */
  why: get('/api/rotation-plans/:planId/why', {
    title: '轮岗方案的理由',
    params: ofPlan,
    query: z.object({ teacherId: z.uuid(), schoolId: z.coerce.number().int().min(0).optional() }),
    reply: Why,
  }),
}
