import { z } from 'zod'
import { del, get, post } from '#shared/endpoint.ts'
import { Me } from './session.contract.ts'

/** The sign-in of the house (OpenID Connect): 用区统一身份登录. */
export const outsideApi = {
  /** Public: what stands on the button, null where there is none; and what the own account is linked to. */
  read: get('/api/outside', {
    title: '统一身份登录',
    reply: z.object({
      name: z.string().nullable(),
      linked: z.array(z.object({ label: z.string(), linkedAt: z.string() })),
    }),
  }),
  /** Public: the address of the house's sign-in page. 502 identity.outsideAway. */
  start: post('/api/outside/start', {
    title: '去统一身份登录',
    body: z.discriminatedUnion('purpose', [
      z.object({ purpose: z.literal('sign-in') }),
      z.object({ purpose: z.literal('link') }),
      z.object({ purpose: z.literal('join'), token: z.string().max(100), login: z.string().trim().max(40) }),
    ]),
    reply: z.object({ address: z.string() }),
  }),
  /** Public: what the house's sign-in page sent back, as it stands behind '?'. */
  finish: post('/api/outside/finish', {
    title: '统一身份登录',
    body: z.object({ answer: z.string().max(8000) }),
    reply: z.union([Me, z.object({ owes: z.literal('code') }), z.object({ linked: z.string() })]),
  }),
  unlink: del('/api/outside', { title: '解除统一身份的绑定', reply: z.object({}) }),
}
