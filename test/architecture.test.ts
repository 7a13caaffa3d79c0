import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#platform/config.ts'
import { route, type Host } from '#platform/route.ts'
import { get } from '#shared/endpoint.ts'
import { z } from 'zod'
import { problemsPage } from '../scripts/problems.ts'
import { modules } from '../src/main/modules.ts'
import { functionLengths, sourcesBelow } from './sources.ts'

const order = modules.map(({ name }) => name)
const notTests = /^(?!.*(\.test\.|\.gen\.)).*\.(ts|tsx|mjs)$/
const product = sourcesBelow(['src'], notTests)
const own = (name: string) => product.filter(({ path }) => path.startsWith(`src/modules/${name}/`))
const migrations = sourcesBelow(['src'], /\/migrations\/[^/]+\.sql$/)

test('every folder in src/modules is a listed module', () => {
  expect(readdirSync(join(projectRoot(), 'src/modules')).sort()).toEqual([...order].sort())
})

test.each(order)('%s leans only on modules listed above it', (name) => {
  for (const { path, text } of own(name))
    for (const [, other = ''] of text.matchAll(/['"]#modules\/([^/']+)\//g))
      expect(order.indexOf(other), `${path} imports ${other}`).toBeLessThanOrEqual(order.indexOf(name))
})

test('a module that imports a lower one would be found', () => {
  const [, other = ''] = /['"]#modules\/([^/']+)\//.exec("import { x } from '#modules/audit/index.ts'")!
  expect(order.indexOf(other)).toBeGreaterThan(order.indexOf('organizations'))
})

const writes =
  /(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'(\w+)\.|\b(?:insert into|update|delete from)\s+"?(\w+)"?\."?\w/g

test.each(order)('%s writes only its own schema', (name) => {
  for (const { path, text } of own(name))
    for (const [, camel, snake] of text.matchAll(writes)) {
      const schema = snake ?? camel!.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      expect(schema, path).toBe(name.replaceAll('-', '_'))
    }
})

test.each(order)('%s makes tables only in its own schema', (name) => {
  for (const { path, text } of migrations.filter(({ path }) => path.startsWith(`src/modules/${name}/`)))
    for (const [, schema] of text.matchAll(/create (?:table|view|sequence|function|schema) (?:if not exists )?(\w+)/g))
      expect(schema, path).toBe(name.replaceAll('-', '_'))
})

test('no file is called utils, helpers, common, misc or types', () => {
  const vague = sourcesBelow(['src', 'scripts', 'test', 'bench', 'e2e'], /\.(ts|tsx|mjs)$/)
    .map(({ path }) => path)
    .filter((path) => /(^|[/.-])(utils?|helpers?|common|misc|types)\.(ts|tsx|mjs)$/.test(path))
  expect(vague).toEqual([])
})

test('no file is empty and none of the product is longer than 250 lines', () => {
  for (const { path, text } of product) {
    expect(text.trim(), path).not.toBe('')
    expect(text.split('\n').length - 1, path).toBeLessThanOrEqual(250)
  }
})

test('functions are short: the median is at most 8 lines, nine of ten are under 35', { timeout: 120_000 }, () => {
  const lengths = product.flatMap(functionLengths).map(({ lines }) => lines)
  const sorted = lengths.sort((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(8)
  expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThan(35)
})

test('every problem stands in docs/problems.md and no other', () => {
  expect(readFileSync(join(projectRoot(), 'docs/problems.md'), 'utf8'), 'run npm run problems').toBe(problemsPage())
})

test('every migration opens with what a distributed PostgreSQL needs', () => {
  for (const { path, text } of migrations)
    expect(text.split('\n')[0], path).toBe("set local citus.multi_shard_modify_mode to 'sequential';")
})

test('every table says whether it is spread by district or copied to every node', () => {
  for (const { path, text } of migrations)
    for (const [, name = ''] of text.matchAll(/^create table (\S+) \(/gm)) {
      const plain = name.replaceAll('"', '')
      expect(text, `${path}: ${plain}`).toMatch(
        new RegExp(`platform\\.(distribute|reference)\\('${plain.replace('.', '\\.')}'`),
      )
    }
})

test('only route() binds a URL, and without a policy it does not compile', () => {
  for (const { path, text } of product.filter(({ path }) => path.startsWith('src/modules/')))
    expect(text, path).not.toMatch(/\bhttp\s*\.\s*(get|post|put|patch|delete|route)\(/)
  const endpoint = get('/api/nowhere', { title: '', reply: z.object({}) })
  const bind = (host: Host) =>
    // @ts-expect-error -- `may` is missing
    route(host, endpoint, { load: async () => true, run: async () => ({}) })
  expect(bind).toBeTypeOf('function')
})

test('nothing names a path of one machine', () => {
  const folders = ['src', 'scripts', 'bin', 'test', 'bench', 'e2e', 'docs', 'policies', '.ci'].filter((folder) =>
    existsSync(join(projectRoot(), folder)),
  )
  const machines = /\/(work|root)\/|\/(home|Users)\/\w/
  for (const { path, text } of sourcesBelow(folders, /(\.(ts|tsx|mjs|cjs|md|ya?ml|sql|json)|\/run)$/))
    expect(machines.exec(text)?.[0], path).toBeUndefined()
})
