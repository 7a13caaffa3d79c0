import { z } from 'zod'
import { roles } from '#shared/access.ts'
import { del, get, patch, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

const accountId = z.uuid()
export const untilDay = z.iso.date('请选择日期').nullable()

export const accountVerbs = [
  'handOver',
  'passwordLink',
  'unlock',
  'signOut',
  'resetSecondFactor',
  'close',
  'reopen',
] as const
/** Besides the roles: accounts whose last role is over, and accounts that were closed. */
export const accountShelves = ['none', 'closed'] as const

export const GrantLine = z.object({
  id: z.string(),
  role: z.enum(roles),
  roleName: z.string(),
  unitId: z.number(),
  unitName: z.string(),
  fromDay: z.string(),
  untilDay: z.string().nullable(),
  /** It begins on a later day. */
  toCome: z.boolean(),
})
export type GrantLine = z.infer<typeof GrantLine>

/** An account, with those of its roles that the reader looks after. */
export const AccountLine = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  grants: z.array(GrantLine),
  /** It has further roles, which somebody else looks after. */
  elsewhere: z.boolean(),
  /** What it was last, where it has no role any more. */
  last: GrantLine.nullable(),
  closed: z.boolean(),
  seenAt: z.string().nullable(),
  secondFactor: z.boolean(),
  locked: z.boolean(),
  can: z.array(z.enum(accountVerbs)),
})
export type AccountLine = z.infer<typeof AccountLine>

/** A link that is shown once: '/join/…'; the page puts its own address before it. */
export const LinkOnce = z.object({ path: z.string(), expiresAt: z.string() })

export const HandOver = z.object({
  fromDay: z.iso.date('请选择日期'),
  /** The account that takes over … */
  toLogin: z.string().trim().max(40).optional(),
  /** … or the name of who is invited to. */
  toName: z.string().trim().max(40).optional(),
})

export const accountApi = {
  /** The accounts below a unit that the reader looks after, by login, keyset-paged. */
  list: get('/api/units/:unitId/accounts', {
    title: '账号',
    params: z.object({ unitId }),
    query: z.object({
      q: z.string().max(50).optional(),
      role: z.enum([...roles, ...accountShelves]).optional(),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ accounts: z.array(AccountLine), next: z.string().nullable() }),
  }),
  grant: post('/api/accounts/:accountId/grants', {
    title: '增加角色',
    params: z.object({ accountId }),
    body: z.object({ role: z.enum(roles), unitId, untilDay }),
    reply: z.object({}),
  }),
  changeGrant: patch('/api/grants/:grantId', {
    title: '改角色的期限',
    params: z.object({ grantId: z.uuid() }),
    body: z.object({ untilDay }),
    reply: z.object({}),
  }),
  revoke: del('/api/grants/:grantId', {
    title: '收回角色',
    params: z.object({ grantId: z.uuid() }),
    reply: z.object({}),
  }),
  handOver: post('/api/accounts/:accountId/hand-over', {
    title: '移交账号的角色',
    params: z.object({ accountId }),
    body: HandOver,
    reply: z.object({ link: LinkOnce.nullable(), grants: z.number() }),
  }),
  passwordLink: post('/api/accounts/:accountId/password-link', {
    title: '给重设密码的链接',
    params: z.object({ accountId }),
    reply: LinkOnce,
  }),
  unlock: post('/api/accounts/:accountId/unlock', {
    title: '解锁账号',
    params: z.object({ accountId }),
    reply: z.object({}),
  }),
  signOut: post('/api/accounts/:accountId/sign-out', {
    title: '让账号在各处退出',
    params: z.object({ accountId }),
    reply: z.object({}),
  }),
  resetSecondFactor: del('/api/accounts/:accountId/second-factor', {
    title: '重设第二重验证',
    params: z.object({ accountId }),
    reply: z.object({}),
  }),
  close: post('/api/accounts/:accountId/close', {
    title: '停用账号',
    params: z.object({ accountId }),
    reply: z.object({}),
  }),
  reopen: post('/api/accounts/:accountId/reopen', {
    title: '重新启用账号',
    params: z.object({ accountId }),
    reply: z.object({}),
  }),
}
