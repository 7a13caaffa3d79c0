import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { projectRoot, readConfig } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import { readPolicies } from '#platform/policies/read.ts'
import { buildApp, type App, type AppOptions } from '../src/main/app.ts'
import { tokenOf, type Person } from './cast.ts'

const policies = readPolicies(projectRoot())

/** The whole application over a test's database, in no hurry and without a log; its jobs run at `app.jobs.settled()`. Close it in afterAll, before the database. */
export function testApp(database: Database, options: Partial<AppOptions> = {}): Promise<App> {
  const dataDir = mkdtempSync(join(tmpdir(), 'yanzhen-test-'))
  const config = { ...readConfig({}), dataDir, asksPerMinute: 1_000_000 }
  return buildApp({ database, config, policies, jobsByHand: true, ...options })
}

/** What a person's browser does: asks with its session cookie, from a page of the site. */
export interface Asking {
  get(url: string): Promise<LightMyRequestResponse>
  head(url: string): Promise<LightMyRequestResponse>
  post(url: string, body?: object): Promise<LightMyRequestResponse>
  patch(url: string, body?: object): Promise<LightMyRequestResponse>
  del(url: string): Promise<LightMyRequestResponse>
  /** Uploads one file as the form field `file`. */
  upload(url: string, file: { name: string; content: Buffer }): Promise<LightMyRequestResponse>
}

/** Asks as one of the cast (test/cast.ts), with the session that the cast has. */
export const asPerson = (app: App, person: Person): Asking => asking(app, `yanzhen=${tokenOf(person)}`)

/** Asks as nobody, or with a cookie of one's own ('yanzhen=…'); `from`: at which address, where limits by the minute matter. */
export function asking(app: App, cookie?: string, from?: string): Asking {
  const ask = (options: InjectOptions) =>
    app.inject({
      ...options,
      ...(from && { remoteAddress: from }),
      headers: { ...(cookie && { cookie }), 'sec-fetch-site': 'same-origin', ...options.headers },
    })
  return {
    get: (url) => ask({ method: 'GET', url }),
    head: (url) => ask({ method: 'HEAD', url }),
    post: (url, body = {}) => ask({ method: 'POST', url, body }),
    patch: (url, body = {}) => ask({ method: 'PATCH', url, body }),
    del: (url) => ask({ method: 'DELETE', url }),
    upload: (url, file) => ask({ method: 'POST', url, ...multipart(file) }),
  }
}

function multipart({ name, content }: { name: string; content: Buffer }): InjectOptions {
  const boundary = 'the-edge-of-the-part'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
