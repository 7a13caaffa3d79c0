import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Endpoint } from '#shared/endpoint.ts'
import { Problem } from '#shared/problem.ts'

/** What the browser hands in: optional where the contract has a default, typed as the server will read it. */
type Fill<T> = T extends z.ZodType
  ? { [K in keyof z.input<T>]: K extends keyof z.output<T> ? z.output<T>[K] : never }
  : never

export type Given<E extends Endpoint> = (E extends { params: z.ZodType } ? { params: Fill<E['params']> } : unknown) &
  (E extends { query: z.ZodType } ? { query?: Fill<E['query']> } : unknown) &
  (E extends { upload: true }
    ? { body: { file: File } }
    : E extends { body: z.ZodType }
      ? { body: Fill<E['body']> }
      : unknown)
export type Received<E extends Endpoint> = z.output<E['reply']>

type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

/** The address of a request; also of a file that a link fetches. Empty query fields are left out. */
export function addressOf<E extends Endpoint>(endpoint: E, given: Given<E>): string {
  const { params = {}, query = {} } = given as Parts
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const search = new URLSearchParams(filled.map(([key, value]) => [key, String(value)])).toString()
  return search ? `${path}?${search}` : path
}

/** Calls one endpoint of a contract. What the server refuses arrives here as the same Problem that it threw. */
export async function call<E extends Endpoint>(
  endpoint: E,
  given: Given<E>,
  signal?: AbortSignal,
): Promise<Received<E>> {
  const { body } = given as Parts
  const response = await fetch(addressOf(endpoint, given), {
    method: endpoint.method,
    ...(signal && { signal }),
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : serverAway()
  })
  return answer(response.status, await response.text()) as Received<E>
}

/** Sends one file and tells the share that has gone, 0 to 1; fetch cannot tell it. */
export function send<E extends Endpoint & { upload: true }>(
  endpoint: E,
  given: Given<E>,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<Received<E>> {
  const form = new FormData()
  for (const [key, value] of Object.entries((given as { body: { file: File } }).body)) form.append(key, value)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(endpoint.method, addressOf(endpoint, given))
    request.upload.onprogress = (event) => event.lengthComputable && onShare(event.loaded / event.total)
    request.onerror = () => reject(serverAway())
    request.onload = () => {
      try {
        resolve(answer(request.status, request.responseText) as Received<E>)
      } catch (error) {
        reject(error instanceof Error ? error : serverAway())
      }
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

function answer(status: number, text: string): unknown {
  const json = parsed(text)
  if (status >= 200 && status < 300) return json
  if (!json) throw serverAway(status)
  const {
    code = 'bug',
    title = '',
    facts = {},
  } = json as { code?: string; title?: string; facts?: Record<string, unknown> }
  throw new Problem(code, status, title, facts)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Nothing answers, or something answers that is not the server. The page words it: see problem-view. */
const serverAway = (status = 0) => new Problem('ui.serverAway', status, '')

export const asQuery = <E extends Endpoint>(endpoint: E, given: Given<E>) =>
  queryOptions({
    queryKey: [endpoint.path, given],
    queryFn: ({ signal }) => call(endpoint, given, signal),
  })

/** A keyset-paged list: every page asks for what comes after the last one. */
export const asPages = <E extends Endpoint & { query: z.ZodType }>(
  endpoint: Received<E> extends { next: string | null } ? E : never,
  given: Given<E>,
) =>
  infiniteQueryOptions({
    queryKey: [endpoint.path, 'pages', given],
    queryFn: ({ signal, pageParam }) => {
      const { query, ...rest } = given as Parts
      return call(
        endpoint,
        { ...rest, query: { ...query, after: pageParam || undefined } } as unknown as Given<E>,
        signal,
      )
    },
    initialPageParam: '',
    getNextPageParam: (last: Received<E>) => (last as { next: string | null }).next,
  })
