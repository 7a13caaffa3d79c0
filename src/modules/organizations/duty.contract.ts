import { z } from 'zod'
import { del, patch, post } from '#shared/endpoint.ts'
import { unitId } from './unit.contract.ts'

/** 中学 stands for 初中 and 高中 together: in many clusters one school has the turn for both. */
export const dutyStages = ['学前', '小学', '中学', '初中', '高中', '中职', '社区'] as const

const day = z.iso.date('请按 2023-09-01 的样子填写日期')

export const DutyLine = z.object({
  id: z.string(),
  schoolId: z.number(),
  school: z.string(),
  stage: z.enum(dutyStages),
  fromDay: z.string(),
  untilDay: z.string(),
})
export type DutyLine = z.infer<typeof DutyLine>

export const DutyFields = z.object({ schoolId: unitId, stage: z.enum(dutyStages), fromDay: day, untilDay: day })

const one = z.object({ dutyId: z.uuid() })

export const dutyApi = {
  add: post('/api/units/:unitId/duties', {
    title: '登记轮值校',
    params: z.object({ unitId }),
    body: DutyFields,
    reply: z.object({ id: z.string() }),
  }),
  edit: patch('/api/duties/:dutyId', { title: '修改轮值校', params: one, body: DutyFields, reply: z.object({}) }),
  remove: del('/api/duties/:dutyId', { title: '删去轮值登记', params: one, reply: z.object({}) }),
}
