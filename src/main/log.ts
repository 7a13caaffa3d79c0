import type { FastifyInstance } from 'fastify'

export interface LogOptions {
  level: string
  /** Paths whose values are not written. */
  redact: string[]
  stream?: { write(line: string): void }
}

/** How the server logs: one line of JSON an event, without cookies, passwords or what people searched for. */
export const serverLog: LogOptions = {
  // On a terminal only what goes wrong: the screen belongs to the address and the first password.
  level: process.env['LOG_LEVEL'] ?? (process.stderr.isTTY ? 'warn' : 'info'),
  stream: process.stderr,
  redact: [
    'req.headers.cookie',
    'req.headers.authorization',
    'res.headers["set-cookie"]',
    '*.password',
    '*.current',
    '*.next',
  ],
}

/** The links of invitations carry a token in their path: who reads the log must not join with it. */
const withoutTokens = (path: string): string => path.replace(/[\w-]{40,}/g, '…')

/** One line when a request is over: writes and failures at info, plain reads at debug. */
export function logRequests(http: FastifyInstance): void {
  http.addHook('onResponse', async (request, reply) => {
    const level = request.method === 'GET' && reply.statusCode < 400 ? 'debug' : 'info'
    const { method, url } = request
    const path = withoutTokens(url.split('?')[0]!)
    request.log[level]({ method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
  })
}
