import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Context, Noted } from '#platform/context.ts'
import type { Jobs } from '#platform/jobs/jobs.ts'
import type { Host } from '#platform/route.ts'
import { inContext, systemOf, wallOf, type Parts } from './contexts.ts'
import { modules } from './modules.ts'
import { recordRequest } from './record.ts'

/** What the routes of all modules are bound to. */
export function hostOf(http: FastifyInstance, parts: Parts, jobs: Jobs): Host {
  const system = systemOf(parts)
  const whoIs = modules.find((module) => module.whoIs)?.whoIs
  const noted = new WeakMap<Context, Noted>()
  return {
    http,
    routes: [],
    uploads: join(parts.config.dataDir, 'uploads'),
    system,
    jobs,
    actorOf: async (request) => whoIs?.(request, system),
    inContext: (actor, _request, work) => {
      const facts: Noted = {}
      return inContext(parts, { actor, wall: wallOf(actor), facts }, (ctx) => {
        noted.set(ctx, facts)
        return work(ctx)
      })
    },
    audit: (ctx, request, entry) => recordRequest(ctx, entry, noted.get(ctx) ?? {}, request.id),
  }
}
