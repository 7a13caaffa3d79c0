import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** The sign-in of a house, as a bureau may have one: a certified OpenID provider on this machine. */
export interface House {
  issuer: string
  /** Signs in there as a person who opens the address in a browser; what the site is sent back stands behind '?'. */
  signIn(address: string, subject: string): Promise<string>
  close(): Promise<void>
}

export const CLIENT = { clientId: 'yanzhen', clientSecret: 'a-secret-of-the-suite', name: '用区统一身份登录' }

/** `codeSeconds`: how long a code may be changed for a statement. */
export async function openHouse(returnTo: string, { codeSeconds = 60 } = {}): Promise<House> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [returnTo] }],
    cookies: { keys: ['a key of the suite'] },
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    ttl: { AuthorizationCode: codeSeconds },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, name: `统一身份 ${sub}` }) }),
  })
  const answer = provider.callback()
  server.on('request', (request, reply) => void answer(request, reply))
  return {
    issuer,
    signIn: (address, subject) => signIn(address, subject, returnTo),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** Follows the pages of the provider, sends its forms, and stops where it leads back to the site. */
async function signIn(address: string, subject: string, returnTo: string): Promise<string> {
  const jar = new Map<string, string>()
  let next: { url: string; form?: URLSearchParams } = { url: address }
  for (let step = 0; step < 12; step += 1) {
    if (next.url.startsWith(returnTo)) return new URL(next.url).search.slice(1)
    const reply: Response = await ask(next, jar)
    const location = reply.headers.get('location')
    if (location) next = { url: new URL(location, next.url).href }
    else next = { url: next.url, form: formOf(await reply.text(), subject) }
  }
  throw new Error('the provider does not come to an end')
}

async function ask(
  { url, form }: { url: string; form?: URLSearchParams },
  jar: Map<string, string>,
): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const reply = await fetch(url, {
    redirect: 'manual',
    headers: { cookie },
    ...(form && { method: 'POST', body: form }),
  })
  for (const one of reply.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
    if (value) jar.set(name, value)
    else jar.delete(name)
  }
  return reply
}

/** The first form asks who one is, the second whether the site may know. */
const formOf = (page: string, subject: string): URLSearchParams =>
  page.includes('name="login"')
    ? new URLSearchParams({ prompt: 'login', login: subject, password: 'any' })
    : new URLSearchParams({ prompt: 'consent' })
