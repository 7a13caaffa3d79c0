import { z } from 'zod'
import { get, patch, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'

const day = z.iso.date('请填写日期，如 2024-05-31')
const note = z.string().trim().max(500, '说明不能超过 500 字').optional()

export const seasonStates = ['collecting', 'closed'] as const

/** 轮岗工作: a cluster plans the rotation of one school year. */
export const Season = z.object({
  id: z.string(),
  clusterId: z.number(),
  clusterName: z.string(),
  schoolYear: z.number(),
  /** The last day on which a teacher states wishes, and a school what it needs. */
  wishesDue: z.string(),
  needsDue: z.string(),
  note: z.string().nullable(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  reopenReason: z.string().nullable(),
  state: z.enum(seasonStates),
})
export type Season = z.infer<typeof Season>

export const SeasonFields = z.object({ schoolYear, wishesDue: day, needsDue: day, note })
export const SeasonChange = z.object({ wishesDue: day, needsDue: day, note })
export const Reopening = z.object({
  wishesDue: day,
  needsDue: day,
  reason: z.string('请写明重新开放的原因').trim().min(4, '请写明重新开放的原因').max(200, '原因不能超过 200 个字'),
})

const School = z.object({ schoolId: z.number(), schoolName: z.string() })

/** How far a season is, in numbers. */
export const Progress = z.object({
  /** Schools with a register of the year; those of them whose list is not frozen. */
  schools: z.number(),
  unfrozen: z.array(School),
  eligible: z.number(),
  answered: z.number(),
  /** Eligible teachers who can be reached by an account. */
  reachable: z.number(),
  openRequests: z.number(),
  /** Schools that have handed in what they need. */
  handedIn: z.number(),
  /** Schools without a place on the map, and without pupils on file: planned for all the same, less well. */
  unplaced: z.array(School),
  pupilless: z.array(School),
})
export type Progress = z.infer<typeof Progress>

export const seasonVerbs = ['change', 'answer'] as const
const ofSeason = z.object({ seasonId: z.uuid() })

export const seasonApi = {
  read: get('/api/units/:unitId/rotation-season', {
    title: '轮岗方案',
    params: z.object({ unitId }),
    query: z.object({ year: schoolYear.optional() }),
    reply: z.object({
      season: Season.nullable(),
      /** The year that is shown, or would be opened. */
      year: z.number(),
      /** The years with a season or a register, newest first. */
      years: z.array(z.number()),
      progress: Progress,
      can: z.array(z.enum(seasonVerbs)),
    }),
  }),
  open: post('/api/units/:unitId/rotation-season', {
    title: '开始一学年的轮岗工作',
    params: z.object({ unitId }),
    body: SeasonFields,
    /** How many teachers and schools were told. */
    reply: z.object({ id: z.string(), toldTeachers: z.number(), toldSchools: z.number() }),
  }),
  change: patch('/api/rotation-seasons/:seasonId', {
    title: '修改轮岗工作的截止日期',
    params: ofSeason,
    body: SeasonChange,
    reply: z.object({}),
  }),
  close: post('/api/rotation-seasons/:seasonId/close', {
    title: '截止轮岗意愿和需求的征集',
    params: ofSeason,
    reply: z.object({}),
  }),
  reopen: post('/api/rotation-seasons/:seasonId/reopen', {
    title: '重新开放轮岗意愿和需求的征集',
    params: ofSeason,
    body: Reopening,
    reply: z.object({}),
  }),
}
