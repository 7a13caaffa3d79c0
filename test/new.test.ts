import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '#platform/config.ts'

const parts = ['src', 'test', 'scripts', 'docs', 'policies', 'package.json', '.prettierrc.json', 'eslint.config.js']
const settings = [
  'tsconfig.base.json',
  'tsconfig.server.json',
  'tsconfig.web.json',
  'vitest.config.ts',
  '.dependency-cruiser.cjs',
]
const root = projectRoot()
let copy: string

/** Runs a tool of node_modules in the copy of the project. */
function run(tool: string, ...args: string[]) {
  const env = { ...process.env, VITEST: undefined, VITEST_WORKER_ID: undefined, VITEST_POOL_ID: undefined }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('node_modules', tool), ...args], {
    cwd: copy,
    encoding: 'utf8',
    env,
  })
  return { status, said: stdout + stderr }
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'yanzhen-new-'))
  for (const part of [...parts, ...settings]) cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const made = run('tsx/dist/cli.mjs', 'scripts/new.ts', 'module', 'open-days', 'open-day', '开放日')
  expect(made.status, made.said).toBe(0)
  const added = run('tsx/dist/cli.mjs', 'scripts/new.ts', 'noun', 'open-days', 'guest-entry', '来宾')
  expect(added.status, added.said).toBe(0)
}, 300_000)
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const folder = 'src/modules/open-days'

test('a new module is listed, with its tables typed and its problems in the page', () => {
  const read = (path: string) => readFileSync(join(copy, path), 'utf8')
  expect(read('src/main/modules.ts')).toContain('  openDays,\n  assessment,')
  expect(read(`${folder}/tables.gen.ts`)).toContain("'openDays.guestEntry'")
  expect(read('docs/problems.md')).toContain('| `openDays.guestEntryNameTaken` | 409 |')
})

test('what is written is formatted, linted and within bounds', () => {
  expect(run('prettier/bin/prettier.cjs', '--check', `${folder}/**/*.ts`).said).toContain(
    'All matched files use Prettier',
  )
  expect(run('eslint/bin/eslint.js', folder).said).toBe('')
  expect(run('dependency-cruiser/bin/dependency-cruise.mjs', folder).said).toContain('no dependency violations')
}, 300_000)

test('what is written type-checks', () => {
  const { said } = run('typescript/bin/tsc', '-p', 'tsconfig.server.json')
  expect(said.split('\n').filter((line) => line.startsWith(folder) || line.startsWith('src/main/modules.ts'))).toEqual(
    [],
  )
}, 300_000)

test('the tests that are written pass', () => {
  const { status, said } = run('vitest/vitest.mjs', 'run', folder)
  expect(status, said).toBe(0)
}, 300_000)
