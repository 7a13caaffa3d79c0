import { z } from 'zod'
import { get, patch, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

const whole = (least: number, most: number) =>
  z
    .number(`请填写 ${least}—${most} 的整数`)
    .int(`请填写 ${least}—${most} 的整数`)
    .min(least, `不能小于 ${least}`)
    .max(most, `不能大于 ${most}`)

/** The numbers of the rules, as the office knows them. */
export const RulesSet = z.object({
  /** Of the eligible, how many of a hundred move, the least and the most. */
  leastPercent: whole(0, 100),
  mostPercent: whole(0, 100),
  /** Of those who move, how many of a hundred are backbone teachers at least. */
  backbonePercent: whole(0, 100),
  /** How many teams go to weaker schools at least. */
  teams: whole(0, 50),
  /** How far the teachers of a subject may leave what a school needs. */
  slack: whole(0, 20),
  /** Of the teachers of a subject in a school, how many of a hundred may leave or come at most. */
  subjectPercent: whole(1, 100),
  /** How far a school's part may leave its fair share, of a hundred. */
  sharePercent: whole(0, 300),
  /** By how many teachers a school may grow or shrink at most. */
  schoolSlack: whole(0, 50),
  /** The farthest way to school, in km. */
  farthestKm: whole(1, 100),
  /** By how many points a school must be stronger to send a team. */
  standingGap: whole(1, 100),
})
export type RulesSet = z.infer<typeof RulesSet>
export type RuleName = keyof RulesSet

export const weighings = ['none', 'some', 'much', 'most'] as const
export type Weighing = (typeof weighings)[number]

/** What counts how much: 路程、意愿、均衡、学科. */
export const WeightsSet = z.object({
  travel: z.enum(weighings),
  wishes: z.enum(weighings),
  balance: z.enum(weighings),
  demand: z.enum(weighings),
})
export type WeightsSet = z.infer<typeof WeightsSet>
export type WeightName = keyof WeightsSet

/** What a document says of a rule. */
export const RuleSource = z.object({
  rule: z.enum(['leastPercent', 'backbonePercent', 'teams']),
  pack: z.string(),
  clause: z.string(),
  words: z.string(),
  atLeast: z.number(),
  upTo: z.number().nullable(),
})
export type RuleSource = z.infer<typeof RuleSource>

export const standingOrigins = ['office', 'appraisal', 'none'] as const

export const SchoolStanding = z.object({
  schoolId: z.number(),
  schoolName: z.string(),
  standing: z.number(),
  origin: z.enum(standingOrigins),
  /** The grade of its latest appraisal; null where none is on file. */
  grade: z.string().nullable(),
})
export type SchoolStanding = z.infer<typeof SchoolStanding>

const ofSeason = z.object({ seasonId: z.uuid() })

export const SettingFields = z
  .object({ rules: RulesSet, weights: WeightsSet, keptPercent: whole(0, 100) })
  .refine(({ rules }) => rules.leastPercent <= rules.mostPercent, {
    path: ['rules', 'mostPercent'],
    message: '最高比例不能低于最低比例',
  })

export const settingApi = {
  read: get('/api/rotation-seasons/:seasonId/settings', {
    title: '轮岗规则与侧重',
    params: ofSeason,
    reply: z.object({
      rules: RulesSet,
      defaults: RulesSet,
      weights: WeightsSet,
      keptPercent: z.number(),
      sources: z.array(RuleSource),
      eligible: z.number(),
      standings: z.array(SchoolStanding),
    }),
  }),
  save: patch('/api/rotation-seasons/:seasonId/settings', {
    title: '修改轮岗规则与侧重',
    params: ofSeason,
    body: SettingFields,
    reply: z.object({}),
  }),
  rate: post('/api/rotation-seasons/:seasonId/standings', {
    title: '设定学校的强弱',
    params: ofSeason,
    body: z.object({ schoolId: unitId, standing: whole(0, 100).nullable() }),
    reply: z.object({}),
  }),
}
