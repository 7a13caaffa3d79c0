import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '#platform/config.ts'
import { platformProblems } from '#platform/problems.ts'

/** What stands before every request: headers, a measure on haste, and no writes from other sites' pages. */
export async function protect(http: FastifyInstance, config: Config): Promise<void> {
  await http.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(config) },
    strictTransportSecurity: config.secureCookies,
  })
  await http.register(rateLimit, {
    max: config.asksPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { ttl }) => platformProblems.tooManyRequests({ seconds: Math.ceil(ttl / 1000) }),
  })
  http.addHook('onRequest', refuseForeignOrigin)
}

/** Nothing from other hosts (but a street map's tiles, where one is configured); the component kit writes its styles into the page, hence 'unsafe-inline' for styles. */
const contentPolicy = ({ tilesUrl }: Config) => ({
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:', ...tileHost(tilesUrl)],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'", ...tileHost(tilesUrl)],
  workerSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
})

const tileHost = (url: string | undefined): string[] => (url ? [new URL(url).origin] : [])

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The cookie is SameSite=Lax; this holds where a browser does not know that, and against sites on the same host. */
async function refuseForeignOrigin(request: FastifyRequest): Promise<void> {
  if (reading.has(request.method) || request.routeOptions.config.fromElsewhere) return
  if (!isOwnPage(request)) throw platformProblems.foreignOrigin()
}

/** Sec-Fetch-Site says it; browsers on a plain-http LAN do not send that, but they send Origin with every write. */
function isOwnPage({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin = '' } = headers
  return URL.canParse(origin) && new URL(origin).host === host
}
