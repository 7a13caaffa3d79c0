import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'

export const PublicKey = z.object({
  kty: z.string(),
  n: z.string(),
  e: z.string(),
  kid: z.string(),
  alg: z.string(),
  use: z.string(),
})
export type PublicKey = z.infer<typeof PublicKey>

/** As long as a server takes a question: what is wrong with one is said by name. */
const said = z.string().default('')

/** What a tool asks for a person whom it was sent, by the names of OpenID Connect. */
export const AuthRequest = z.object({
  scope: said,
  response_type: said,
  response_mode: said,
  prompt: said,
  client_id: said,
  redirect_uri: said,
  login_hint: said,
  lti_message_hint: said,
  state: said,
  nonce: said,
})
export type AuthRequest = z.infer<typeof AuthRequest>

export const launchApi = {
  /** Open: a tool checks our signatures by it. */
  keys: get('/api/lti/tools/:toolId/keys', {
    title: '外部工具的公钥',
    params: z.object({ toolId: z.uuid() }),
    reply: z.object({ keys: z.array(PublicKey) }),
  }),
  /** The tool sends the person's browser here, and is answered by a form that posts itself. */
  authorize: get('/api/lti/auth', { title: '查看材料（用外部工具打开）', query: AuthRequest, reply: z.any() }),
  /** The same, as a form. No session comes along with a form of another site, so the browser is sent to ask again. */
  authorizeByForm: post('/api/lti/auth', { title: '用外部工具打开材料', body: AuthRequest, reply: z.object({}) }),
}

export const keysPath = (toolId: string): string => launchApi.keys.path.replace(':toolId', toolId)
