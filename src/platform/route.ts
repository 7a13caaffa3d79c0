import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor, Policy } from '#shared/access.ts'
import { deedOf, isLook, type Endpoint, type Input, type Reply } from '#shared/endpoint.ts'
import { Problem } from '#shared/problem.ts'
import type { System } from './cli.ts'
import type { Context } from './context.ts'
import { Download } from './download.ts'
import type { Jobs } from './jobs/jobs.ts'
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
  /** Where uploaded files lie until their request is over. */
  uploads: string
  /** For work that goes on after the reply (reading a large file), in transactions of its own. */
  system: System
  /** The work that goes on after replies: how far a job is. */
  jobs: Jobs
  actorOf(request: FastifyRequest): Promise<Actor | undefined>
  /** Opens the context of one request: one transaction behind the actor's wall, committed with the reply. */
  inContext<T>(actor: Actor, request: FastifyRequest, work: (ctx: Context) => Promise<T>): Promise<T>
  audit(ctx: Context, request: FastifyRequest, entry: AuditEntry): Promise<void>
}

export interface RouteInfo {
  endpoint: Endpoint
  open: boolean
  /** Whether it leaves a line in the audit. */
  recorded: boolean
}

/** An answer that takes longer than a transaction may be held for: it is worked out when the transaction is over. */
export class Later<R> {
  readonly work: () => Promise<R>

  constructor(work: () => Promise<R>) {
    this.work = work
  }
}

type Outcome<E extends Endpoint> = Reply<E> | Download | Problem | Later<Reply<E>>

type How<E extends Endpoint, S> = {
  /** Fetches what the request is about; undefined is a 404. Of an upload it is asked before the file is taken. */
  load: (ctx: Context, input: Input<E>) => Promise<S | undefined>
  /** Decides on what load returned; false is a 403. Nothing else says 403, so that every refusal is on record. */
  may: Policy<S>
  /** A problem thrown undoes what was written; a problem returned keeps it (a failed sign-in counts). */
  run: (ctx: Context, input: Input<E> & { subject: S } & Exchange) => Promise<Outcome<E>>
  /** Reads that take data out of the house (exports) are on record like writes; false is for what writes nothing though it is a POST. */
  audited?: boolean
  /** Pages of other sites may send it: it changes nothing, and a protocol asks for it. */
  fromElsewhere?: true
  /** Asks from one address in a minute; the default of the house is generous. */
  perMinute?: number
}

/** The request and reply themselves, for what no contract can say: the session cookie. */
export interface Exchange {
  request: FastifyRequest
  reply: FastifyReply
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
  const recorded = isRecorded(endpoint, how)
  host.routes.push({ endpoint, open: how.may === anyone, recorded })
  host.http.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: schemaOf(endpoint),
    config: {
      ...(endpoint.upload && { endpoint }),
      ...(how.fromElsewhere && { fromElsewhere: true }),
      ...(how.perMinute && { rateLimit: { max: how.perMinute, timeWindow: '1 minute' } }),
    },
    handler: async (request, reply) => {
      const actor = (await host.actorOf(request)) ?? (how.may === anyone ? visitor : undefined)
      if (!actor) throw platformProblems.signInFirst()
      const { params, query, body } = request
      const input = { params, query, body, request, reply } as Input<E> & Exchange
      const answered = await answer(actor, { host, endpoint, how, input })
      const outcome = answered instanceof Later ? await answered.work() : answered
      if (isProblem(outcome)) throw outcome
      return send(reply, outcome)
    },
  })
}

const isRecorded = (endpoint: Endpoint, { audited }: { audited?: boolean }): boolean => audited ?? !isLook(endpoint)

/** One request on its way: what was asked, how it is answered, and with what. */
interface Ask<E extends Endpoint, S> {
  host: Host
  endpoint: E
  how: How<E, S>
  input: Input<E> & Exchange
}

async function answer<E extends Endpoint, S>(actor: Actor, ask: Ask<E, S>): Promise<Outcome<E>> {
  const { host, endpoint, input } = ask
  const { request } = input
  if (!endpoint.upload) return host.inContext(actor, request, (ctx) => handle(ctx, ask))
  const admitted = await host.inContext(actor, request, (ctx) => admit(ctx, ask))
  if (isProblem(admitted)) return admitted
  const body = (await takeUpload(request, endpoint, host.uploads)) as Input<E>['body']
  return host.inContext(actor, request, (ctx) => handle(ctx, { ...ask, input: { ...input, body } }))
}

async function handle<E extends Endpoint, S>(ctx: Context, ask: Ask<E, S>): Promise<Outcome<E>> {
  const { endpoint, how, input } = ask
  const admitted = await admit(ctx, ask)
  if (isProblem(admitted)) return admitted
  const outcome = await how.run(ctx, { ...input, ...admitted })
  if (isProblem(outcome)) await record(ctx, ask, admitted.subject, 'refused')
  else if (isRecorded(endpoint, how)) await record(ctx, ask, admitted.subject, 'done')
  return outcome
}

/** What the request is about, if the actor may; else the refusal. */
async function admit<E extends Endpoint, S>(ctx: Context, ask: Ask<E, S>): Promise<{ subject: S } | Problem> {
  const subject = await ask.how.load(ctx, ask.input)
  if (subject === undefined) throw platformProblems.notFound()
  if (ask.how.may(ctx.actor, subject)) return { subject }
  await record(ctx, ask, subject, 'refused')
  return platformProblems.forbidden()
}

function record<E extends Endpoint, S>(
  ctx: Context,
  { host, endpoint, input }: Ask<E, S>,
  subject: S,
  result: AuditEntry['result'],
): Promise<void> {
  const verb = `${endpoint.method} ${endpoint.path}`
  return host.audit(ctx, input.request, { verb, title: deedOf(endpoint), subject, result })
}

function send(reply: FastifyReply, result: unknown): FastifyReply {
  if (!(result instanceof Download)) return reply.send(result)
  const { name, type, body, manner } = result
  const how = manner.inline ? 'inline' : 'attachment'
  reply.type(type).header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(name)}`)
  if (manner.bytes !== undefined) reply.header('content-length', manner.bytes)
  if (manner.range) {
    const { from, until, of } = manner.range
    reply.code(206).header('content-range', `bytes ${from}-${until}/${of}`)
  }
  return reply.serializer((sent: unknown) => sent as string).send(body)
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

/** Whether something thrown or returned is meant for a person's eyes. */
export const isProblem = (value: unknown): value is Problem => value instanceof Problem
