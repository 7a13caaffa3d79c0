import { z } from 'zod'
import { del, get, post } from '#shared/endpoint.ts'
import { roles } from '#shared/access.ts'

export const Me = z.object({
  id: z.string(),
  name: z.string(),
  login: z.string(),
  grants: z.array(
    z.object({
      role: z.enum(roles),
      roleName: z.string(),
      unitId: z.number(),
      unitName: z.string(),
      unitKind: z.string(),
    }),
  ),
  mustChangePassword: z.boolean(),
  /** on; off; advised: this person's roles ask for it; required: until it is set up those roles rest. */
  secondFactor: z.enum(['on', 'off', 'advised', 'required']),
  can: z.array(z.enum(['readAudit', 'keepAccounts'])),
})
export type Me = z.infer<typeof Me>

/** Signed in; or half: the password was right, and the code of the second factor is still owed. */
export const SignedIn = z.union([Me, z.object({ owes: z.literal('code') })])
export type SignedIn = z.infer<typeof SignedIn>

export const SessionLine = z.object({
  current: z.boolean(),
  createdAt: z.string(),
  seenAt: z.string(),
  address: z.string(),
  agent: z.string(),
})

export const sessionApi = {
  /** Public: 401 identity.wrongPassword, 423 identity.locked. */
  signIn: post('/api/session', {
    title: '登录',
    body: z.object({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) }),
    reply: SignedIn,
  }),
  /** Public: the second step; 401 identity.wrongCode, 401 identity.signInAgain, 423 identity.locked. */
  sendCode: post('/api/session/code', {
    title: '登录的第二步',
    body: z.object({ code: z.string().trim().min(6, '请填 6 位数字').max(40) }),
    reply: Me,
  }),
  me: get('/api/session', { title: '我的账号', reply: Me }),
  signOut: del('/api/session', { title: '退出登录', reply: z.object({}) }),
  list: get('/api/session/all', { title: '我的登录', reply: z.object({ sessions: z.array(SessionLine) }) }),
  endOthers: del('/api/session/others', { title: '退出其他登录', reply: z.object({ ended: z.number() }) }),
  changePassword: post('/api/session/password', {
    title: '修改密码',
    body: z.object({ current: z.string().max(200), next: z.string().min(10, '新密码至少 10 位').max(200) }),
    reply: z.object({}),
  }),
}
