import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import Fastify, { errorCodes, LogController, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { speakChinese } from '#shared/input-words.ts'
import { Jobs } from '#platform/jobs/jobs.ts'
import type { RouteInfo } from '#platform/route.ts'
import { dropUploads } from '#platform/upload.ts'
import { describeApi } from './api-pages.ts'
import { systemOf, type Parts } from './contexts.ts'
import { answerErrors } from './errors.ts'
import { healthRoute } from './health.ts'
import { hostOf } from './host.ts'
import { logRequests, type LogOptions } from './log.ts'
import { modules } from './modules.ts'
import { protect } from './protection.ts'
import { serveSite } from './site.ts'

export interface AppOptions extends Parts {
  /** Where the log goes; without it nothing is logged. */
  log?: LogOptions
  /** Jobs are run only when asked (`app.jobs.settled()`): for tests, which say themselves when they look. */
  jobsByHand?: boolean
}

export type App = FastifyInstance & { routesInfo: readonly RouteInfo[]; parts: Parts; jobs: Jobs }

/** The whole product as one HTTP application, ready to listen or to be asked by a test. */
export async function buildApp(options: AppOptions): Promise<App> {
  const http = bareServer(options)
  speakChinese()
  answerErrors(http)
  logRequests(http)
  await protect(http, options.config)
  await http.register(cookie)
  await http.register(multipart)
  takeBodies(http)
  await describeApi(http)
  const { parts, jobs } = withJobs(http, options)
  const host = hostOf(http, parts, jobs)
  healthRoute(host, options.database)
  for (const module of modules) module.routes?.(host)
  http.addHook('onResponse', dropUploads)
  await serveSite(http, join(options.config.root, 'dist', 'web'))
  await http.ready()
  return Object.assign(http, { routesInfo: host.routes, parts, jobs })
}

/**
 * Files that may break off and go on come as bare bytes: whoever takes them reads the request itself, piece by piece.
 * Forms are what pages of other sites can send without being asked first: only where those may send at all.
 */
function takeBodies(http: FastifyInstance): void {
  const form = 'application/x-www-form-urlencoded'
  http.addContentTypeParser(form, { parseAs: 'string' }, ({ routeOptions }, body, done) =>
    routeOptions.config.fromElsewhere
      ? done(null, Object.fromEntries(new URLSearchParams(String(body))))
      : done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(form)),
  )
  http.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null))
}

/** The jobs of all modules, taken up with the server and put down with it. */
function withJobs(http: FastifyInstance, options: AppOptions): { parts: Parts; jobs: Jobs } {
  const { jobsByHand = false, now } = options
  const parts: Parts = { ...options, onJob: () => jobsByHand || jobs.wake() }
  const kinds = modules.flatMap((module) => module.jobs ?? [])
  const log = (error: unknown) => http.log.error({ err: error }, 'job')
  const jobs = new Jobs(systemOf(parts), kinds, { log, ...(now && { now }) })
  http.addHook('onReady', () => (jobsByHand ? undefined : jobs.start()))
  http.addHook('onClose', () => jobs.stop())
  return { parts, jobs }
}

function bareServer({ config, log }: AppOptions): FastifyInstance {
  const http = Fastify({
    logger: log ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomBytes(8).toString('hex'),
    // With https on, a proxy of the house stands in front and says who asks.
    trustProxy: config.secureCookies && 'loopback,linklocal,uniquelocal',
    exposeHeadRoutes: false,
  })
  http.setValidatorCompiler(validatorCompiler)
  http.setSerializerCompiler(serializerCompiler)
  return http
}
