import { z } from 'zod'
import { Document } from '#shared/block.ts'
import { del, get, patch, post } from '#shared/endpoint.ts'
import { schoolYear, unitId } from '#modules/organizations/unit.contract.ts'

export const reportStatuses = ['draft', 'issuing', 'issued', 'withdrawn'] as const
export const formats = ['docx', 'pdf', 'xlsx'] as const
export type Format = (typeof formats)[number]
export const reportVerbs = ['edit', 'issue', 'drop', 'withdraw', 'correct'] as const

/** A rule book by which figures were judged, and which of its texts: another text has another version. */
export const RuleVersion = z.object({ name: z.string(), version: z.string() })
export type RuleVersion = z.infer<typeof RuleVersion>

/** A paragraph that may be worded otherwise. */
export const Wording = z.object({
  key: z.string(),
  /** The headings above it, for finding it: 二、共建共享情况 / （一）骨干教师. */
  under: z.string(),
  generated: z.string(),
  /** null: the generated words stand. */
  words: z.string().nullable(),
  editedBy: z.string().nullable(),
  editedAt: z.string().nullable(),
  /** The generated words have changed since these were written over them. */
  outdated: z.boolean(),
})
export type Wording = z.infer<typeof Wording>

export const ReportLine = z.object({
  id: z.string(),
  unitId: z.number(),
  schoolYear: z.number(),
  edition: z.number(),
  status: z.enum(reportStatuses),
  title: z.string(),
  number: z.string(),
  /** The day whose figures it tells. */
  figuresDay: z.string(),
  createdAt: z.string(),
  issuedAt: z.string().nullable(),
})
export type ReportLine = z.infer<typeof ReportLine>

const Neighbour = z.object({ id: z.string(), edition: z.number(), title: z.string() })

export const Report = ReportLine.extend({
  unitName: z.string(),
  sample: z.boolean(),
  signature: z.string(),
  signedOn: z.string().nullable(),
  contact: z.string(),
  rules: z.array(RuleVersion),
  /** The edition that it corrects, and the one that corrects it. */
  replaces: Neighbour.nullable(),
  replacedBy: Neighbour.nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** Why its files could not be made, in one sentence. */
  failure: z.string().nullable(),
  document: Document,
  /** Of a draft, for those who see it. */
  words: z.array(Wording),
  /** Files that are there for the document as it stands. */
  files: z.array(z.object({ format: z.enum(formats), bytes: z.number() })),
  /** While files are being made: how far, and what is being done. */
  making: z.object({ share: z.number(), words: z.string() }).nullable(),
  can: z.array(z.enum(reportVerbs)),
})
export type Report = z.infer<typeof Report>

/** What a refresh changed. */
export const Change = z.object({ where: z.string(), old: z.string(), new: z.string() })
export type Change = z.infer<typeof Change>

/** What stands around the text. */
export const ReportDetails = z.object({
  title: z.string().trim().min(1, '请填写标题').max(80, '标题请在80字以内'),
  number: z.string().trim().max(40, '文号请在40字以内'),
  signature: z.string().trim().min(1, '请填写落款单位').max(40, '落款单位请在40字以内'),
  /** '': the day of issue. */
  signedOn: z.union([z.literal(''), z.iso.date()], '请选择日期'),
  contact: z.string().trim().max(80, '联系方式请在80字以内'),
})

export const ReportWords = z.object({
  key: z.string().max(200),
  /** What stood there when the writer began: words that somebody else put there meanwhile are not lost. */
  from: z.string().max(8000),
  /** null takes the generated words back. */
  words: z.string().trim().min(1, '这一段不能空着').max(4000, '一段请在4000字以内').nullable(),
})

export const Withdrawal = z.object({
  reason: z.string().trim().min(2, '请写明撤回的原因').max(200, '原因请在200字以内'),
})

const ofReport = z.object({ reportId: z.uuid() })

export const reportApi = {
  list: get('/api/units/:unitId/reports', {
    title: '报告列表',
    params: z.object({ unitId }),
    reply: z.object({
      reports: z.array(ReportLine),
      /** The school years of which there is anything to report. */
      years: z.array(z.number()),
      can: z.array(z.enum(['create'])),
    }),
  }),
  create: post('/api/units/:unitId/reports', {
    title: '新建报告',
    params: z.object({ unitId }),
    body: z.object({ schoolYear }),
    reply: Report,
  }),
  read: get('/api/reports/:reportId', { title: '查看报告', params: ofReport, reply: Report }),
  edit: patch('/api/reports/:reportId', {
    title: '修改报告信息',
    params: ofReport,
    body: ReportDetails,
    reply: Report,
  }),
  word: patch('/api/reports/:reportId/words', {
    title: '修改报告文字',
    params: ofReport,
    body: ReportWords,
    reply: Report,
  }),
  refresh: post('/api/reports/:reportId/figures', {
    title: '更新报告数据',
    params: ofReport,
    reply: z.object({ report: Report, changes: z.array(Change) }),
  }),
  make: post('/api/reports/:reportId/files', { title: '生成报告草稿文件', params: ofReport, reply: Report }),
  issue: post('/api/reports/:reportId/issue', { title: '定稿发布报告', params: ofReport, reply: Report }),
  withdraw: post('/api/reports/:reportId/withdrawal', {
    title: '撤回报告',
    params: ofReport,
    body: Withdrawal,
    reply: Report,
  }),
  /** A draft that corrects an issued report; the former stays as it is. */
  correct: post('/api/reports/:reportId/editions', { title: '更正报告', params: ofReport, reply: Report }),
  drop: del('/api/reports/:reportId', { title: '删除报告草稿', params: ofReport, reply: z.object({}) }),
  file: get('/api/reports/:reportId/files/:format', {
    title: '下载报告',
    params: ofReport.extend({ format: z.enum(formats) }),
    reply: z.unknown(),
  }),
}
