import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'

const code = z.string({ error: '请填验证码' }).trim().min(6, '请填 6 位数字').max(40)
const Codes = z.object({ codes: z.array(z.string()) })

export const secondFactorApi = {
  read: get('/api/session/second-factor', {
    title: '第二重验证',
    reply: z.object({
      state: z.enum(['on', 'off', 'advised', 'required']),
      since: z.string().nullable(),
      codesLeft: z.number(),
    }),
  }),
  /** The secret for the phone, told once; it counts only when a code has shown that the phone has it. */
  begin: post('/api/session/second-factor/begin', {
    title: '开始设置第二重验证',
    body: z.object({ password: z.string().max(200) }),
    reply: z.object({ address: z.string(), secret: z.string() }),
  }),
  confirm: post('/api/session/second-factor', {
    title: '启用第二重验证',
    body: z.object({ code }),
    reply: Codes,
  }),
  newCodes: post('/api/session/second-factor/codes', {
    title: '换一组备用码',
    body: z.object({ code }),
    reply: Codes,
  }),
  end: post('/api/session/second-factor/end', {
    title: '停用第二重验证',
    body: z.object({ code }),
    reply: z.object({}),
  }),
}
