import { z } from 'zod'
import { del, get, post } from '#shared/endpoint.ts'
import { uploadedFile } from '#shared/upload.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { Season } from './season.contract.ts'

export const attitudes = ['willing', 'neutral', 'reluctant', 'refuses'] as const
export type Attitude = (typeof attitudes)[number]

export const MOST_RANKED = 5
const day = z.iso.date('请填写日期，如 2024-09-01')

export const WishFields = z.object({
  attitude: z.enum(attitudes, '请选择是否愿意'),
  why: z.string().trim().max(200, '理由不能超过 200 个字').optional(),
  /** Left out by who goes nowhere. */
  ranked: z.array(unitId).max(MOST_RANKED, `志愿学校最多选 ${MOST_RANKED} 所`).default([]),
  note: z.string().trim().max(200, '说明不能超过 200 个字').optional(),
})
export type WishFields = z.infer<typeof WishFields>

/** What a teacher wishes, as it was stated last. */
export const Wish = z.object({
  attitude: z.enum(attitudes),
  why: z.string().nullable(),
  ranked: z.array(z.number()),
  note: z.string().nullable(),
  statedAt: z.string(),
  statedBy: z.string(),
  onBehalf: z.boolean(),
})
export type Wish = z.infer<typeof Wish>

export const requestAnswers = ['confirmed', 'declined', 'withdrawn'] as const

/** A reason that exempts, put forward by the teacher. */
export const Request = z.object({
  id: z.string(),
  kind: z.string(),
  fromDay: z.string(),
  untilDay: z.string(),
  note: z.string().nullable(),
  proofName: z.string().nullable(),
  askedAt: z.string(),
  answer: z.enum(requestAnswers).nullable(),
  answerWords: z.string().nullable(),
  answeredBy: z.string().nullable(),
})
export type Request = z.infer<typeof Request>

export const NewRequest = z.object({
  kind: z.string('请选择情况').min(1, '请选择情况'),
  fromDay: day,
  untilDay: day,
  note: z.string().trim().max(200, '说明不能超过 200 个字').optional(),
})

export const RequestAnswer = z
  .object({ confirmed: z.boolean(), words: z.string().trim().max(200, '不能超过 200 个字').optional() })
  .refine(({ confirmed, words }) => confirmed || (words ?? '').length >= 2, {
    path: ['words'],
    message: '请写明为什么不同意，教师会看到',
  })

/** A school that may be wished for; those of the teacher's stage come first. */
export const WishSchool = z.object({
  id: z.number(),
  name: z.string(),
  sameStage: z.boolean(),
  /** As the crow flies from the home school; null where one of them has no place. */
  km: z.number().nullable(),
})

export type WishSchool = z.infer<typeof WishSchool>

/** A teacher's page of a season: the own one, or that of somebody for whom it is filled in. */
export const WishPage = z.object({
  season: Season,
  teacher: z.object({
    teacherId: z.string(),
    name: z.string(),
    schoolName: z.string(),
    stage: z.string().nullable(),
    subject: z.string().nullable(),
    reason: z.string(),
  }),
  wish: Wish.nullable(),
  schools: z.array(WishSchool),
  requests: z.array(Request),
  kinds: z.array(z.object({ kind: z.string(), maxYears: z.number() })),
  /** Why nothing can be changed any more; null where it can. */
  fixed: z.string().nullable(),
})
export type WishPage = z.infer<typeof WishPage>

const ofSeason = z.object({ seasonId: z.uuid() })
const ofTeacher = ofSeason.extend({ teacherId: z.uuid() })
const ofRequest = z.object({ requestId: z.uuid() })

/** A teacher of the frozen list, and what they have answered. */
export const Listed = z.object({
  teacherId: z.string(),
  name: z.string(),
  schoolId: z.number(),
  schoolName: z.string(),
  stage: z.string().nullable(),
  subject: z.string().nullable(),
  backbone: z.string().nullable(),
  reason: z.string(),
  attitude: z.enum(attitudes).nullable(),
  why: z.string().nullable(),
  ranked: z.array(z.string()),
  note: z.string().nullable(),
  /** Who filled it in for the teacher; null where the teacher did. */
  onBehalfBy: z.string().nullable(),
  request: z.enum(['open', 'confirmed', 'declined']).nullable(),
  hasAccount: z.boolean(),
})
export type Listed = z.infer<typeof Listed>

/** A request that waits for an answer, or had one, for those who must know. */
export const ListedRequest = Request.extend({
  teacherId: z.string(),
  name: z.string(),
  schoolId: z.number(),
  schoolName: z.string(),
})
export type ListedRequest = z.infer<typeof ListedRequest>

export const wishApi = {
  own: get('/api/rotation-wishes', {
    title: '我的轮岗意愿',
    reply: z.object({ pages: z.array(WishPage) }),
  }),
  save: post('/api/rotation-wishes/:seasonId', {
    title: '填写我的轮岗意愿',
    params: ofSeason,
    body: WishFields,
    reply: z.object({}),
  }),
  list: get('/api/rotation-seasons/:seasonId/teachers', {
    title: '轮岗名单与志愿',
    params: ofSeason,
    query: z.object({ schoolId: unitId.optional() }),
    reply: z.object({ teachers: z.array(Listed) }),
  }),
  read: get('/api/rotation-seasons/:seasonId/teachers/:teacherId/wish', {
    title: '一位教师的轮岗意愿',
    params: ofTeacher,
    reply: WishPage,
  }),
  saveFor: post('/api/rotation-seasons/:seasonId/teachers/:teacherId/wish', {
    title: '代教师填写轮岗意愿',
    params: ofTeacher,
    body: WishFields,
    reply: z.object({}),
  }),
}

export const requestApi = {
  ask: post('/api/rotation-wishes/:seasonId/requests', {
    title: '申请免予交流',
    params: ofSeason,
    body: NewRequest,
    reply: z.object({ id: z.string() }),
  }),
  withdraw: del('/api/rotation-requests/:requestId', {
    title: '撤回免予交流的申请',
    params: ofRequest,
    reply: z.object({}),
  }),
  attach: post('/api/rotation-requests/:requestId/proof', {
    title: '上传免予交流申请的佐证',
    params: ofRequest,
    body: z.object({ file: uploadedFile }),
    upload: true,
    reply: z.object({ proofName: z.string() }),
  }),
  proof: get('/api/rotation-requests/:requestId/proof', {
    title: '查看免予交流申请的佐证',
    params: ofRequest,
    reply: z.any(),
  }),
  list: get('/api/rotation-seasons/:seasonId/requests', {
    title: '免予交流的申请',
    params: ofSeason,
    query: z.object({ schoolId: unitId.optional() }),
    reply: z.object({ requests: z.array(ListedRequest) }),
  }),
  answer: post('/api/rotation-requests/:requestId/answer', {
    title: '答复免予交流的申请',
    params: ofRequest,
    body: RequestAnswer,
    reply: z.object({}),
  }),
}
