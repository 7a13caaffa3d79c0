import { z } from 'zod'
import { roles } from '#shared/access.ts'
import { del, get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { LinkOnce, untilDay } from './account.contract.ts'
import { isBrokenMobile } from './invitation.rules.ts'
import { SignedIn } from './session.contract.ts'

export const INVITATION_DAYS = 14
export const BULK_MOST = 300

const name = z.string({ error: '请写姓名' }).trim().min(1, '请写姓名').max(40, '姓名不超过 40 个字')
const phone = z
  .string()
  .trim()
  .regex(/^[\d +-]{5,20}$/, '电话只写一个号码，用数字')
  .refine((written) => !isBrokenMobile(written), '手机号应是 11 位')
const mail = z.email('邮箱格式不对').max(200)

export const Invite = z.object({
  name,
  role: z.enum(roles, { error: '请选择角色' }),
  untilDay: untilDay.optional(),
  mail: mail.optional(),
  phone: phone.optional(),
  /** Of a teacher: who it is in the register. */
  personId: z.uuid().optional(),
})

/** Who is to become 联络员 of which school, as it is pasted from a list. */
export const BulkLine = z.object({
  name,
  school: z.string().trim().min(1, '请写学校').max(100, '学校名不超过 100 个字'),
  phone: phone.optional(),
  mail: mail.optional(),
})
export type BulkLine = z.output<typeof BulkLine>

export const InvitationLine = z.object({
  id: z.string(),
  name: z.string(),
  grants: z.array(z.object({ roleName: z.string(), unitName: z.string() })),
  mail: z.string().nullable(),
  phone: z.string().nullable(),
  madeByName: z.string(),
  madeAt: z.string(),
  expiresAt: z.string(),
  expired: z.boolean(),
})
export type InvitationLine = z.infer<typeof InvitationLine>

/** What the person who was invited is shown before they join. */
export const JoinLook = z.object({
  name: z.string(),
  madeByName: z.string(),
  grants: z.array(z.object({ roleName: z.string(), unitName: z.string(), untilDay: z.string().nullable() })),
  expiresAt: z.string(),
  /** The name of who is signed in here already and may take it up with that account. */
  mine: z.string().nullable(),
})

const token = z.string().min(20).max(100)

export const invitationApi = {
  /** The invitations below a unit that nobody has taken up, newest first; and what the reader may give there. */
  list: get('/api/units/:unitId/invitations', {
    title: '邀请',
    params: z.object({ unitId }),
    reply: z.object({
      invitations: z.array(InvitationLine),
      /** Where the reader may invite, and to which roles. */
      places: z.array(
        z.object({
          unitId: z.number(),
          name: z.string(),
          shortName: z.string(),
          kind: z.string(),
          roles: z.array(z.object({ role: z.enum(roles), roleName: z.string() })),
        }),
      ),
    }),
  }),
  invite: post('/api/units/:unitId/invitations', {
    title: '邀请',
    params: z.object({ unitId }),
    body: Invite,
    reply: LinkOnce.extend({ id: z.string(), mailed: z.boolean() }),
  }),
  inviteLiaisons: post('/api/units/:unitId/invitations/liaisons', {
    title: '批量邀请联络员',
    params: z.object({ unitId }),
    body: z.object({ untilDay, lines: z.array(BulkLine).min(1, '还没有内容').max(BULK_MOST) }),
    reply: z.object({ links: z.array(LinkOnce.extend({ name: z.string(), schoolName: z.string() })) }),
  }),
  resend: post('/api/invitations/:invitationId/link', {
    title: '重新给邀请链接',
    params: z.object({ invitationId: z.uuid() }),
    reply: LinkOnce.extend({ mailed: z.boolean() }),
  }),
  revoke: del('/api/invitations/:invitationId', {
    title: '撤回邀请',
    params: z.object({ invitationId: z.uuid() }),
    reply: z.object({}),
  }),
  /** Who may be meant by an account of a teacher: those in the school's register. */
  persons: get('/api/units/:unitId/persons', {
    title: '教师名册里的人',
    params: z.object({ unitId }),
    query: z.object({ q: z.string().max(50).optional() }),
    reply: z.object({ persons: z.array(z.object({ personId: z.string(), name: z.string(), note: z.string() })) }),
  }),
  /** Public: 410 identity.linkGone. */
  look: get('/api/join/:token', { title: '查看邀请', params: z.object({ token }), reply: JoinLook }),
  join: post('/api/join/:token', {
    title: '接受邀请',
    params: z.object({ token }),
    body: z.object({
      login: z.string().trim().min(2, '用户名至少 2 位').max(40),
      password: z.string().min(10, '密码至少 10 位').max(200),
    }),
    reply: SignedIn,
  }),
  accept: post('/api/join/:token/account', {
    title: '用已有账号接受邀请',
    params: z.object({ token }),
    reply: z.object({}),
  }),
  lookAtPassword: get('/api/password/:token', {
    title: '查看重设密码的链接',
    params: z.object({ token }),
    reply: z.object({ login: z.string(), name: z.string() }),
  }),
  setPassword: post('/api/password/:token', {
    title: '用链接重设密码',
    params: z.object({ token }),
    body: z.object({ password: z.string().min(10, '密码至少 10 位').max(200) }),
    reply: z.object({}),
  }),
}
