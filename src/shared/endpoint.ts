import type { z } from 'zod'

/** One line of the agreement between server and browser. Both sides derive their types from it. */
export interface Endpoint {
  method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  /** What it is for, in a few Chinese words: the heading in the API page and the verb in the audit. */
  title: string
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType
  /** The body comes as multipart/form-data with one file. */
  upload?: boolean
  reply: z.ZodType
}

type Shape<T> = T extends z.ZodType ? z.output<T> : undefined
/** What the server works with, after validation. */
export type Input<E extends Endpoint> = { params: Shape<E['params']>; query: Shape<E['query']>; body: Shape<E['body']> }
export type Reply<E extends Endpoint> = z.input<E['reply']>

type Rest = Omit<Endpoint, 'method' | 'path'>
const endpoint =
  <M extends Endpoint['method']>(method: M) =>
  <const P extends string, const R extends Rest>(path: P, rest: R) => ({ method, path, ...rest })

export const get = endpoint('GET')
export const head = endpoint('HEAD')
export const post = endpoint('POST')
export const patch = endpoint('PATCH')
export const del = endpoint('DELETE')

/** Whether it only looks. */
export const isLook = ({ method }: Pick<Endpoint, 'method'>): boolean => method === 'GET' || method === 'HEAD'

/** What was done, as the audit tells it: a look is called by what was looked at, and told as a look. */
export const deedOf = ({ method, title }: Pick<Endpoint, 'method' | 'title'>): string =>
  isLook({ method }) && !/^(?:查看|下载|导出)/.test(title) ? `查看${title}` : title
