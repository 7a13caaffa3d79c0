import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectRoot } from '#platform/config.ts'

const elsewhere = mkdtempSync(join(tmpdir(), '雁阵 elsewhere '))
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }))

const launch = (...args: string[]) =>
  spawnSync(process.execPath, [join(projectRoot(), 'bin/yanzhen.mjs'), ...args], { cwd: elsewhere, encoding: 'utf8' })

test('the command line runs from any folder, and standard output is its own', () => {
  const { status, stdout } = launch('--version')
  expect({ status, stdout }).toEqual({ status: 0, stdout: '0.1.0\n' })
}, 180_000)

test('the exit code of a command is that of the process', () => {
  expect(launch('nope')).toMatchObject({ status: 2, stdout: '' })
}, 180_000)
