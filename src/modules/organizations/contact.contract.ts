import { z } from 'zod'
import { del, get, patch, post } from '#shared/endpoint.ts'
import { day } from './change.contract.ts'
import { unitId } from './unit.contract.ts'

/** What a contact is there for; other words may be written too. */
export const contactDuties = ['联络员', '校长', '书记', '副校长', '教导主任', '学区办主任', '学区办'] as const

export const ContactFields = z
  .object({
    name: z.string().trim().min(1, '请写姓名').max(30, '姓名不能超过 30 个字'),
    duty: z.string().trim().min(1, '请写职务，如联络员').max(20, '职务不能超过 20 个字'),
    phone: z
      .string()
      .trim()
      .regex(/^(\d[\d-]{5,18}\d)?$/, '请写手机或座机号码，如 13812345678、021-54321000')
      .optional(),
    fromDay: day,
    untilDay: day.nullish(),
  })
  .refine(({ fromDay, untilDay }) => !untilDay || untilDay >= fromDay, {
    path: ['untilDay'],
    message: '止日不能早于起日',
  })

export const ContactLine = z.object({
  id: z.string(),
  unitId: z.number(),
  unitName: z.string(),
  ofCluster: z.boolean(),
  name: z.string(),
  duty: z.string(),
  phone: z.string().nullable(),
  fromDay: z.string(),
  untilDay: z.string().nullable(),
  /** Name and phone are hidden from the reader. */
  masked: z.boolean(),
  can: z.array(z.enum(['keep'])),
})
export type ContactLine = z.infer<typeof ContactLine>

const params = z.object({ unitId })
const one = z.object({ contactId: z.uuid() })

export const contactApi = {
  /** Of a cluster: its office's contacts and those of its members today; of a school: its own. */
  list: get('/api/units/:unitId/contacts', {
    title: '联系人',
    params,
    query: z.object({ past: z.enum(['yes', 'no']).default('no'), q: z.string().max(50).optional() }),
    reply: z.object({ contacts: z.array(ContactLine), can: z.array(z.enum(['keep', 'export'])) }),
  }),
  export: get('/api/units/:unitId/contacts.xlsx', { title: '导出联系人', params, reply: z.unknown() }),
  add: post('/api/units/:unitId/contacts', {
    title: '登记联系人',
    params,
    body: ContactFields,
    reply: z.object({ id: z.string() }),
  }),
  edit: patch('/api/contacts/:contactId', {
    title: '修改联系人',
    params: one,
    body: ContactFields,
    reply: z.object({}),
  }),
  remove: del('/api/contacts/:contactId', { title: '删去联系人', params: one, reply: z.object({}) }),
}
