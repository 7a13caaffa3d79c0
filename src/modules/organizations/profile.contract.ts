import { z } from 'zod'
import { get, patch, post } from '#shared/endpoint.ts'
import { day } from './change.contract.ts'
import { memberRoles } from './membership.rules.ts'
import { MOST_CAMPUSES, MOST_PUPILS, mayBeCode, ownerships, schoolKinds } from './school.rules.ts'
import { unitId } from './unit.contract.ts'

const name = z.string().trim().min(2, '请写学校名称，至少两个字').max(50, '名称不能超过 50 个字')
const shortName = z.string().trim().max(20, '简称不能超过 20 个字').optional()
const params = z.object({ schoolId: unitId })

export const NewSchool = z.object({
  code: z.string().trim().toUpperCase().refine(mayBeCode, '学校标识码一般是 10 位数字，请核对'),
  name,
  shortName,
  kind: z.enum(schoolKinds),
  ownership: z.enum(ownerships),
  role: z.enum(memberRoles).default('成员校'),
  day,
})

export const Renaming = z.object({ name, shortName, day })

export const ProfileFields = z.object({
  kind: z.enum(schoolKinds).nullish(),
  ownership: z.enum(ownerships).nullish(),
  campuses: z.number('请填写数字').int('请填写整数').min(0, '不能小于 0').max(MOST_CAMPUSES).nullish(),
  pupils: z.number('请填写数字').int('请填写整数').min(0, '不能小于 0').max(MOST_PUPILS).nullish(),
})

export const FoundSchool = z.object({
  id: z.number(),
  name: z.string(),
  code: z.string().nullable(),
  districtName: z.string(),
  clusters: z.array(z.string()),
})

export const profileApi = {
  /** Schools by name, code or pinyin, anywhere: to be joined to a cluster, or merged. */
  find: get('/api/schools', {
    title: '找学校',
    query: z.object({ q: z.string().trim().min(1).max(50) }),
    reply: z.object({ schools: z.array(FoundSchool) }),
  }),
  add: post('/api/units/:unitId/schools', {
    title: '新增学校',
    params: z.object({ unitId }),
    body: NewSchool,
    reply: z.object({ id: z.number() }),
  }),
  rename: post('/api/schools/:schoolId/names', { title: '学校更名', params, body: Renaming, reply: z.object({}) }),
  edit: patch('/api/schools/:schoolId/years/:schoolYear', {
    title: '修改学校某学年资料',
    params: z.object({ schoolId: unitId, schoolYear: z.coerce.number().int().min(1900).max(2999) }),
    body: ProfileFields,
    reply: z.object({}),
  }),
  close: post('/api/schools/:schoolId/closing', {
    title: '学校停办',
    params,
    body: z.object({ day }),
    reply: z.object({ told: z.string() }),
  }),
  /** What stands in the way of merging this school, recorded twice, into another; nothing: it may be merged. */
  inWay: get('/api/schools/:schoolId/merge', {
    title: '合并前检查',
    params,
    query: z.object({ intoId: unitId }),
    reply: z.object({ into: z.string(), inWay: z.array(z.string()) }),
  }),
  merge: post('/api/schools/:schoolId/merge', {
    title: '合并重复的学校',
    params,
    body: z.object({ intoId: unitId }),
    reply: z.object({ told: z.string() }),
  }),
}
