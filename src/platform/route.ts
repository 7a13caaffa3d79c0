import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor, Policy } from '#shared/access.ts'
import type { Endpoint, Input, Reply } from '#shared/endpoint.ts'
import { Problem } from '#shared/problem.ts'
import type { Context } from './context.ts'
import { Download } from './download.ts'
import { platformProblems } from './problems.ts'
import { takeUpload } from './upload.ts'

export interface AuditEntry {
  verb: string
  title: string
  subject: unknown
  result: 'done' | 'refused'
}

/** What the application gives to the routes: the HTTP server, contexts, and the audit. */
export interface Host {
  http: FastifyInstance
  /** Every endpoint with its policy, in the order of declaration: the tests walk over it. */
  routes: RouteInfo[]
  actorOf(request: FastifyRequest): Promise<Actor | undefined>
  /** Opens the context of one request: one transaction behind the actor's wall, committed with the reply. */
  inContext<T>(actor: Actor, request: FastifyRequest, work: (ctx: Context) => Promise<T>): Promise<T>
  audit(ctx: Context, request: FastifyRequest, entry: AuditEntry): Promise<void>
}

export interface RouteInfo {
  endpoint: Endpoint
  open: boolean
}

type How<E extends Endpoint, S> = {
  /** Fetches what the request is about; undefined is a 404. */
  load: (ctx: Context, input: Input<E>) => Promise<S | undefined>
  /** Decides on what load returned; false is a 403. */
  may: Policy<S>
  run: (ctx: Context, input: Input<E> & { subject: S }) => Promise<Reply<E> | Download>
  /** Reads that take data out of the house (exports) are on record like writes. */
  audited?: boolean
  /** Asks of one account in a minute; the default of the house is generous. */
  perMinute?: number
}

/** The policy of what a visitor may do: sign in, see that the server is well. Everything else needs an account. */
export const anyone: Policy<unknown> = () => true

/** For endpoints that are about nothing stored. */
export const nothing = async (): Promise<true> => true

export const visitor: Actor = {
  id: '00000000-0000-0000-0000-000000000000',
  name: '访客',
  grants: [],
  holds: () => false,
  belongs: () => false,
  sees: { all: false, districtIds: [], schoolIds: [] },
  names: { all: false, districtIds: [], schoolIds: [] },
}

/** Binds an endpoint to its use case. A route without load, policy and action does not compile. */
export function route<E extends Endpoint, S>(host: Host, endpoint: E, how: How<E, S>): void {
  host.routes.push({ endpoint, open: how.may === anyone })
  host.http.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: schemaOf(endpoint),
    ...(how.perMinute && { config: { rateLimit: { max: how.perMinute, timeWindow: '1 minute' } } }),
    handler: async (request, reply) => {
      const actor = (await host.actorOf(request)) ?? (how.may === anyone ? visitor : undefined)
      if (!actor) throw platformProblems.signInFirst()
      const body = endpoint.upload ? await takeUpload(request, endpoint) : request.body
      const input = { params: request.params, query: request.query, body } as Input<E>
      const result = await host.inContext(actor, request, (ctx) => handle(host, ctx, request, endpoint, how, input))
      return send(reply, result)
    },
  })
}

async function handle<E extends Endpoint, S>(
  host: Host,
  ctx: Context,
  request: FastifyRequest,
  endpoint: E,
  how: How<E, S>,
  input: Input<E>,
): Promise<Reply<E> | Download> {
  const subject = await how.load(ctx, input)
  if (subject === undefined) throw platformProblems.notFound()
  if (!how.may(ctx.actor, subject)) throw platformProblems.forbidden()
  const result = await how.run(ctx, { ...input, subject })
  if (endpoint.method !== 'GET' || how.audited)
    await host.audit(ctx, request, { verb: `${endpoint.method} ${endpoint.path}`, title: endpoint.title, subject, result: 'done' })
  return result
}

function send(reply: FastifyReply, result: unknown): FastifyReply {
  if (!(result instanceof Download)) return reply.send(result)
  return reply
    .type(result.type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(result.name)}`)
    .serializer((body: unknown) => body as string)
    .send(result.body)
}

function schemaOf(endpoint: Endpoint) {
  return {
    summary: endpoint.title,
    tags: [endpoint.path.split('/')[2] ?? 'api'],
    ...(endpoint.params && { params: endpoint.params }),
    ...(endpoint.query && { querystring: endpoint.query }),
    ...(endpoint.body && !endpoint.upload && { body: endpoint.body }),
    response: { 200: endpoint.reply },
  }
}

/** Whether something thrown is meant for a person's eyes. */
export const isProblem = (error: unknown): error is Problem => error instanceof Problem
