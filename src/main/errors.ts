import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Problem } from '#shared/problem.ts'
import { platformProblems, problemOfDatabase } from '#platform/problems.ts'
import { isProblem } from '#platform/route.ts'
import { errorPage } from './error-page.ts'

/** Whatever is thrown leaves the house as problem+json (RFC 9457); what is no problem is a bug, told only to the log. */
export function answerErrors(http: FastifyInstance): void {
  http.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error) ?? bugOf(error, request)
    return sendProblem(reply, problem)
  })
}

/** Sends a problem as RFC 9457 JSON, with the request's number, by which the log finds it; to who only has a browser, as a page. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { code, status, message, facts } = problem
  const body = { type: `urn:yanzhen:${code}`, title: message, status, code, facts, requestId: reply.request.id }
  if (typeof facts['seconds'] === 'number') reply.header('retry-after', facts['seconds'])
  reply.status(status).header('cache-control', 'no-store')
  if (isVisit(reply.request))
    return reply.type('text/html; charset=utf-8').serializer(String).send(errorPage(message, reply.request.id))
  return reply.type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(body)
}

/** A browser went there itself, by a link or from another site: what pages of ours ask for takes anything. */
const isVisit = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && (headers.accept ?? '').includes('text/html')

function problemOf(error: FastifyError): Problem | undefined {
  if (isProblem(error)) return error
  if (hasZodFastifySchemaValidationErrors(error)) return platformProblems.badInput({ issues: issuesOf(error) })
  return problemOfDatabase(error) ?? problemOfServer(error)
}

function issuesOf({ validation }: { validation: { instancePath: string; message?: string | undefined }[] }) {
  return validation.map(({ instancePath, message }) => ({
    path: instancePath.replace(/^\//, '').replaceAll('/', '.'),
    message: message ?? '',
  }))
}

/** What the HTTP server itself refuses: bodies that are too long, not JSON, or not what they say. */
function problemOfServer({ statusCode = 500 }: FastifyError): Problem | undefined {
  if (statusCode === 413) return platformProblems.bodyTooLarge()
  if (statusCode >= 400 && statusCode < 500) return platformProblems.badInput({ issues: [] })
  return undefined
}

function bugOf(error: FastifyError, request: FastifyRequest): Problem {
  request.log.error({ err: error }, 'a bug')
  return platformProblems.bug()
}
