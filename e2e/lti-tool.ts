import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { createRemoteJWKSet, jwtVerify } from 'jose'

/** A tool outside the house: it asks who comes, checks the answer as LTI 1.3 has it, and greets by the title of the link. */
export interface LtiTool {
  /** Where its activities lie, its login, and where it wants to be answered. */
  address: string
  loginAddress: string
  redirect: string
  /** What the platform was told to tell of itself. */
  trust(platform: { authAddress: string; keysAddress: string; issuer: string; clientId: string }): void
  /** From now on it asks by a form that posts itself, as the specification allows as well. */
  askByForm(): void
  stop(): Promise<void>
}

type Trusted = Parameters<LtiTool['trust']>[0]

export async function startTool(): Promise<LtiTool> {
  let trusted: Trusted | undefined
  let isByForm = false
  const server = createServer((request, reply) => {
    answer(request, reply, trusted, { redirect: redirectOf(server), isByForm }).catch((error: unknown) =>
      reply.writeHead(400).end(String(error)),
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const origin = originOf(server)
  return {
    ...{ address: `${origin}/activities`, loginAddress: `${origin}/login`, redirect: redirectOf(server) },
    trust: (platform) => {
      trusted = platform
    },
    askByForm: () => {
      isByForm = true
    },
    stop: () => new Promise((done) => server.close(() => done())),
  }
}

type Server = ReturnType<typeof createServer>
const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const redirectOf = (server: Server) => `${originOf(server)}/launch`

async function answer(
  request: IncomingMessage,
  reply: ServerResponse,
  platform: Trusted | undefined,
  { redirect, isByForm }: { redirect: string; isByForm: boolean },
): Promise<void> {
  if (!platform) throw new Error('no platform is known')
  const { pathname, searchParams: said } = new URL(request.url!, 'http://tool')
  if (pathname === '/login') {
    if (said.get('iss') !== platform.issuer) throw new Error('another platform')
    const asked = askOf(platform, said, redirect)
    if (isByForm) reply.writeHead(200, { 'content-type': 'text/html' }).end(formOf(platform.authAddress, asked))
    else reply.writeHead(302, { location: `${platform.authAddress}?${asked}` }).end()
    return
  }
  const form = new URLSearchParams(await text(request))
  if (form.get('state') !== 'a-state') throw new Error('another state')
  const keys = createRemoteJWKSet(new URL(platform.keysAddress))
  const { payload } = await jwtVerify<Record<string, unknown>>(form.get('id_token')!, keys, {
    issuer: platform.issuer,
    audience: platform.clientId,
  })
  if (payload['nonce'] !== 'a-nonce') throw new Error('another nonce')
  const link = payload['https://purl.imsglobal.org/spec/lti/claim/resource_link'] as { title: string }
  reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<h1>欢迎做“${link.title}”</h1>`)
}

function askOf({ clientId }: Trusted, said: URLSearchParams, redirect: string): URLSearchParams {
  return new URLSearchParams({
    ...{ scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none' },
    ...{ client_id: clientId, redirect_uri: redirect, state: 'a-state', nonce: 'a-nonce' },
    ...{ login_hint: said.get('login_hint')!, lti_message_hint: said.get('lti_message_hint')! },
  })
}

function formOf(address: string, asked: URLSearchParams): string {
  const fields = [...asked].map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`).join('')
  return `<form method="post" action="${address}">${fields}</form><script>document.forms[0].submit()</script>`
}
