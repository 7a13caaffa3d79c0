import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#platform/config.ts'

const folder = mkdtempSync(join(tmpdir(), 'yanzhen cli '))
writeFileSync(join(folder, 'a-file'), '')

function yanzhen(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const command = ['--import', 'tsx', 'src/main/cli.ts', ...args]
  return spawnSync(process.execPath, command, { cwd: projectRoot(), encoding: 'utf8', env: { ...process.env, ...env } })
}

test('--help tells the commands, the exit codes and the settings, in Chinese', () => {
  const { status, stdout } = yanzhen(['--help'])
  expect(status).toBe(0)
  for (const word of [
    'start',
    'import',
    'indicators',
    'recount',
    'seed',
    'user',
    'backup',
    'restore',
    'migrate',
    '退出码',
    'DATABASE_URL',
  ])
    expect(stdout).toContain(word)
  expect(stdout).not.toMatch(/Usage|Options|display help/)
})

test('every command has help of its own, with the exit codes', () => {
  const { status, stdout } = yanzhen(['user', 'add', '--help'])
  expect(status).toBe(0)
  expect(stdout).toContain('--role')
  expect(stdout).toContain('退出码')
})

test('a command that is not there is wrong usage, told in one Chinese sentence', () => {
  expect(yanzhen(['nope'])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: '没有“nope”这个命令，用 --help 可以看到用法。\n',
  })
})

test('an option that is not there is wrong usage', () => {
  expect(yanzhen(['start', '--full'])).toMatchObject({
    status: 2,
    stderr: '没有“--full”这个选项，用 --help 可以看到用法。\n',
  })
})

test('what goes wrong is one sentence without a stack, unless details are asked for', () => {
  const env = { YANZHEN_DATA: join(folder, 'a-file', 'data') }
  const { status, stdout, stderr } = yanzhen(['user', 'list'], env)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^[^\n]+。\n$/)
  expect(yanzhen(['user', 'list'], { ...env, YANZHEN_DEBUG: '1' }).stderr).toContain('    at ')
})
