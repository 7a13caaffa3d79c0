import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '#platform/config.ts'
import type { Database } from '#platform/database/database.ts'
import type { Endpoint } from '#shared/endpoint.ts'
import { testDatabase } from '../../test/database.ts'
import { asking, testApp } from '../../test/http.ts'
import type { App } from './app.ts'

let database: Database
let app: App
let document: OpenApi
beforeAll(async () => {
  database = await testDatabase()
  app = await testApp(database)
  document = (await asking(app).get('/api/openapi.json')).json()
})
afterAll(async () => {
  await app.close()
  await database.close()
})

interface OpenApi {
  openapi: string
  paths: Record<string, Record<string, { summary: string; requestBody?: { content: object }; responses: object }>>
}

const folder = join(projectRoot(), 'src/modules')
const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.contract.ts'))
const contracts = await Promise.all(
  files.map(async (file) => [file, (await import(pathToFileURL(join(folder, file)).href)) as object] as const),
)
const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value
const endpoints = contracts.flatMap(([file, contract]) =>
  Object.values(contract)
    .flatMap((api) => Object.values(Object(api) as object))
    .filter(isEndpoint)
    .map((endpoint) => ({ file, endpoint })),
)
const operationOf = ({ method, path }: Endpoint) =>
  document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]

test('the document is OpenAPI 3.1 as the standard defines it', async () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/)
  const { valid, errors } = await new Validator().validate({ ...structuredClone(document) })
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
})

test('every endpoint of every contract stands in it, under its own title', () => {
  expect(endpoints.length).toBeGreaterThan(15)
  for (const { file, endpoint } of endpoints)
    expect(operationOf(endpoint)?.summary, `${endpoint.method} ${endpoint.path} of ${file}`).toBe(endpoint.title)
})

test('every endpoint says that it may answer with a problem', () => {
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path)))
    expect(operation.responses).toHaveProperty('default', { $ref: '#/components/responses/Problem' })
})

test('an upload is described as a form with a file', () => {
  const uploads = endpoints.filter(({ endpoint }) => endpoint.upload)
  expect(uploads.length).toBeGreaterThan(0)
  for (const { endpoint } of uploads)
    expect(operationOf(endpoint)?.requestBody?.content).toHaveProperty(
      ['multipart/form-data', 'schema', 'properties', 'file', 'format'],
      'binary',
    )
})

test('the page to read it loads nothing from elsewhere', async () => {
  const page = await asking(app).get('/api/docs/')
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('<title>雁阵接口</title>')
  expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//)
})
