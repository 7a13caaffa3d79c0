import { z } from 'zod'

/** What may be done on the pages of 骨干与岗位. */
export const postVerbs = ['state', 'decide'] as const

export const day = z.iso.date('请填写日期，如 2023-09-01')
export const words = z.string().trim().max(300, '不能超过 300 个字').optional()

/** Who decided, when, and in which words. */
export const Decided = z.object({
  decidedBy: z.string('请填写由谁决定').trim().min(2, '请填写由谁决定').max(60, '不能超过 60 个字'),
  decidedOn: day,
  words,
})
export type Decided = z.infer<typeof Decided>

/** In the order in which they are told. */
export const stageNames = ['学前', '小学', '初中', '高中', '中职', '社区'] as const

export const stageName = z.string('请选择学段').trim().min(1, '请选择学段').max(20)
export const subjectName = z.string('请填写学科').trim().min(1, '请填写学科').max(30, '学科不能超过 30 个字')
