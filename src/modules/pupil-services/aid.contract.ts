import { z } from 'zod'
import { del, patch, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { aidKinds, aidStates } from './aid.rules.ts'
import { Evidence, evidenceFields } from './evidence.contract.ts'

const day = z.iso.date('请填写日期，如 2026-09-01')

/** A defibrillator or a training; of a device the place must be said, of a training how many passed. */
export const AidFields = z.object({
  kind: z.enum(aidKinds, '请选择 AED 或救护培训'),
  place: z.string().trim().max(40, '不能超过 40 个字').default(''),
  people: z.number('请填写数字').int('请填写整数').min(1, '至少 1 人').max(9999, '不能超过 9999 人').nullish(),
  fromDay: day,
  untilDay: day,
  checkedOn: day.nullish(),
  endedOn: day.nullish(),
})
export type AidFields = z.infer<typeof AidFields>

export const AidBody = AidFields.extend(evidenceFields)
export type AidBody = z.infer<typeof AidBody>

export const Aid = z.object({
  id: z.string(),
  kind: z.enum(aidKinds),
  place: z.string(),
  people: z.number().nullable(),
  fromDay: z.string(),
  untilDay: z.string(),
  checkedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  state: z.enum(aidStates),
  files: z.array(Evidence),
})
export type Aid = z.infer<typeof Aid>

const ofAid = z.object({ aidId: z.uuid() })

export const aidApi = {
  add: post('/api/units/:unitId/first-aid', {
    title: '登记AED或救护培训',
    params: z.object({ unitId }),
    body: AidBody,
    reply: z.object({ id: z.string() }),
  }),
  edit: patch('/api/first-aid/:aidId', {
    title: '修改AED或救护培训',
    params: ofAid,
    body: AidBody,
    reply: z.object({}),
  }),
  drop: del('/api/first-aid/:aidId', { title: '删除AED或救护培训', params: ofAid, reply: z.object({}) }),
}
