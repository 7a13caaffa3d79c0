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
  can: z.array(z.enum(['readAudit', 'keepAccounts'])),
})
export type Me = z.infer<typeof Me>

export const sessionApi = {
  /** Public: 401 identity.wrongPassword, 423 identity.locked. */
  signIn: post('/api/session', {
    title: '登录',
    body: z.object({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) }),
    reply: Me,
  }),
  me: get('/api/session', { title: '我的账号', reply: Me }),
  signOut: del('/api/session', { title: '退出登录', reply: z.object({}) }),
  changePassword: post('/api/session/password', {
    title: '修改密码',
    body: z.object({ current: z.string().max(200), next: z.string().min(10, '新密码至少 10 位').max(200) }),
    reply: z.object({}),
  }),
}
