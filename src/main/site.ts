import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { platformProblems } from '#platform/problems.ts'
import { sendProblem } from './errors.ts'

const A_YEAR = 'public, max-age=31536000, immutable'

/** Serves the built site: files whose names carry a hash for a year, every page address as index.html. */
export async function serveSite(http: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'))
  if (built)
    await http.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (response, path) => response.setHeader('cache-control', cachingOf(path)),
    })
  http.setNotFoundHandler((request, reply) =>
    built && isPage(request) ? reply.sendFile(entryOf(request)) : sendProblem(reply, platformProblems.noSuchAddress()),
  )
}

const cachingOf = (path: string): string =>
  /[-.][\w-]{8,}\.\w+(\.br|\.gz)?$/.test(basename(path)) ? A_YEAR : 'no-cache'

/** Phones have a small entry of their own, below /m. */
const entryOf = ({ url }: FastifyRequest): string => (/^\/m(\/|\?|$)/.test(url) ? 'm/index.html' : 'index.html')

/** An address of the site's own router: no file, nothing of the API. */
function isPage({ method, url }: FastifyRequest): boolean {
  const path = url.split('?')[0]!
  return method === 'GET' && path !== '/api' && !path.startsWith('/api/') && !/\.\w+$/.test(path)
}
