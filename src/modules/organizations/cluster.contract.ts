import { z } from 'zod'
import { get, patch, post } from '#shared/endpoint.ts'
import { ChangeLine, day } from './change.contract.ts'
import { DutyLine } from './duty.contract.ts'
import { Unit, unitId } from './unit.contract.ts'

const scope = z.enum(['same-stage', 'cross-stage'])
export const clusterName = z.string().trim().min(2, '请写名称，至少两个字').max(50, '名称不能超过 50 个字')
export const clusterKinds = ['cluster', 'group'] as const

export const ClusterFields = z.object({
  name: clusterName,
  shortName: z.string().trim().min(1, '请写简称').max(20, '简称不能超过 20 个字'),
  kind: z.enum(clusterKinds),
})

/** The stage scope as set by hand with the reason, or 'worked-out' from the members. */
export const ClusterDetails = ClusterFields.extend({
  stageScope: z.enum(['worked-out', 'same-stage', 'cross-stage']),
  reason: z.string().trim().max(200, '理由不能超过 200 个字').optional(),
}).refine(({ stageScope, reason }) => stageScope === 'worked-out' || !!reason, {
  path: ['reason'],
  message: '人工指定学段范围时，请写明理由',
})

export const MemberLine = z.object({
  schoolId: z.number(),
  name: z.string(),
  code: z.string().nullable(),
  /** 办学类型 by the latest ledger. */
  kind: z.string().nullable(),
  stages: z.array(z.string()),
  /** Member today. */
  now: z.boolean(),
  /** Its part today, by the registered turns where there are any; null of who is no member. */
  role: z.string().nullable(),
  spans: z.array(z.object({ role: z.string(), fromDay: z.string(), untilDay: z.string().nullable() })),
  /** School years of which a person said it: no ledger paints over them. */
  keptYears: z.array(z.number()),
})
export type MemberLine = z.infer<typeof MemberLine>

export const OrganizationReply = Unit.extend({
  stageScopeReason: z.string().nullable(),
  closedOn: z.string().nullable(),
  workedOut: scope.nullable(),
  members: z.array(MemberLine),
  duties: z.array(DutyLine),
  changes: z.array(ChangeLine),
  can: z.array(z.enum(['keep', 'decide'])),
})
export type OrganizationReply = z.infer<typeof OrganizationReply>

export const KeptCluster = z.object({
  id: z.number(),
  kind: z.string(),
  name: z.string(),
  shortName: z.string(),
  districtName: z.string(),
  sample: z.boolean(),
  stageScope: scope.nullable(),
  closedOn: z.string().nullable(),
  schools: z.number(),
  leads: z.array(z.string()),
  duties: z.array(z.object({ stage: z.string(), school: z.string() })),
})
export type KeptCluster = z.infer<typeof KeptCluster>

const params = z.object({ unitId })

export const clusterApi = {
  read: get('/api/units/:unitId/organization', { title: '学区组织', params, reply: OrganizationReply }),
  edit: patch('/api/units/:unitId/organization', {
    title: '修改学区资料',
    params,
    body: ClusterDetails,
    reply: z.object({}),
  }),
  /** The clusters and groups of a district or the city; q searches their names and those of their members. */
  list: get('/api/units/:unitId/clusters', {
    title: '学区和集团一览',
    params,
    query: z.object({ q: z.string().max(50).optional() }),
    reply: z.object({ clusters: z.array(KeptCluster), can: z.array(z.enum(['decide'])) }),
  }),
  create: post('/api/units/:unitId/clusters', {
    title: '新建学区或集团',
    params,
    body: ClusterFields,
    reply: z.object({ id: z.number() }),
  }),
  close: post('/api/units/:unitId/closing', {
    title: '撤销学区或集团',
    params,
    body: z.object({ day }),
    reply: z.object({ changeId: z.string().nullable(), told: z.string() }),
  }),
}
