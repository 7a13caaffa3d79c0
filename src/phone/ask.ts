import type { z } from 'zod'
import type { Endpoint } from '#shared/endpoint.ts'
import { Problem } from '#shared/problem.ts'

/** What the server answers. */
export type Answer<E extends Endpoint> = z.output<E['reply']>

type Part<E extends Endpoint, K extends 'params' | 'query' | 'body'> =
  E extends Record<K, z.ZodType> ? { [P in K]: z.input<E[K]> } : unknown
export type Given<E extends Endpoint> = Part<E, 'params'> & Part<E, 'query'> & Part<E, 'body'>

/** Nothing answers: the phone has no network, or the house is shut. */
export const AWAY = 'phone.away'

interface Parts {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

/**
 * Calls one endpoint by its method and path as the contract has them ('GET /api/arrivals'). The contract itself stays on
 * the server: here it is but a type.
 */
export async function ask<E extends Endpoint>(
  line: `${E['method']} ${E['path']}`,
  given: Given<E>,
): Promise<Answer<E>> {
  const [method = '', path = ''] = line.split(' ')
  const { body } = given as Parts
  const response = await fetch(addressOf(path, given as Parts), {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => undefined)
  const json = await response?.json().catch(() => undefined)
  if (!response || json === undefined) throw new Problem(AWAY, 0, '没有网络，或系统暂时没有回应。')
  if (response.ok) return json as Answer<E>
  const {
    code = '',
    title = '',
    facts = {},
  } = json as { code?: string; title?: string; facts?: Record<string, unknown> }
  throw new Problem(code, response.status, sentenceOf(title, facts), facts)
}

/** What is wrong with a field is told with the field's own words. */
function sentenceOf(title: string, { issues }: Record<string, unknown>): string {
  const [first] = Array.isArray(issues) ? (issues as { message?: string }[]) : []
  return first?.message ? `${first.message}。` : title
}

function addressOf(path: string, { params = {}, query = {} }: Parts): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const search = new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()
  return search ? `${filled}?${search}` : filled
}

export const isAway = (error: unknown): boolean => error instanceof Problem && error.code === AWAY
export const wordsOf = (error: unknown): string => (error instanceof Problem ? error.message : '出了差错，请稍后再试。')
