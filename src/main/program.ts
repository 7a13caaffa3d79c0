import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError, type Option } from 'commander'
import { Problem } from '#shared/problem.ts'
import type { Cli } from '#platform/cli.ts'
import { projectRoot, readConfig } from '#platform/config.ts'
import { addCommands } from './commands/all.ts'
import { systemOf } from './contexts.ts'
import { openInstallation } from './installation.ts'
import { modules } from './modules.ts'
import { progressBar } from './progress.ts'

/** 0 done, 1 nothing done, 2 asked in a way the command does not know, 3 done but for some refused rows. */
export type ExitCode = 0 | 1 | 2 | 3

const exitCodes = `
退出码：
  0  完成
  1  出错，什么也没有做
  2  命令或选项写错了
  3  做完了，但有些行被拒绝`

const environment = `
环境变量：
  YANZHEN_DATA   数据所在的文件夹，默认是项目里的 data
  DATABASE_URL   改用外部 PostgreSQL（15 或更新的版本）
  PORT           网站的端口，默认 3000
  YANZHEN_DEBUG  设为 1 时，出错会打印详情`

const titles: Record<string, string> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '参数：',
}

/** Runs one command line and returns its exit code. */
export async function runProgram(args: readonly string[]): Promise<ExitCode> {
  const state: { code: ExitCode } = { code: 0 }
  try {
    await programOf(state).parseAsync(args, { from: 'user' })
    return state.code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    console.error(sentenceFor(error))
    return 1
  }
}

function programOf(state: { code: ExitCode }): Command {
  const program = new Command('yanzhen')
  inChinese(program)
    .description('雁阵：学区化集团化办学平台')
    .version(versionOf(), '--version', '显示版本')
    .addHelpText('after', environment)
    .addHelpText('afterAll', exitCodes)
  const cli = cliOver(program, state)
  addCommands(cli)
  for (const { commands } of modules) commands?.(cli)
  return program
}

function cliOver(program: Command, state: { code: ExitCode }): Cli {
  return {
    program,
    withSystem: async (work) => {
      const parts = await openInstallation(readConfig())
      try {
        state.code = ((await work(systemOf(parts))) ?? 0) as ExitCode
      } finally {
        await parts.database.close()
      }
    },
    print: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
    progress: (label) => progressBar(label),
  }
}

function inChinese(command: Command): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '命令'),
      optionDescription,
    })
    .configureOutput({ outputError: (text, write) => write(usageSentence(text)) })
}

function optionDescription({ description, defaultValue }: Option): string {
  return defaultValue === undefined || defaultValue === false
    ? description
    : `${description}（默认 ${String(defaultValue)}）`
}

const usageErrors: readonly [RegExp, (...found: string[]) => string][] = [
  [/unknown command '(.+?)'/, (name) => `没有“${name}”这个命令`],
  [/unknown option '(.+?)'/, (name) => `没有“${name}”这个选项`],
  [/missing required argument '(.+?)'/, (name) => `少了参数 ${name}`],
  [/required option '(.+?)' not specified/, (name) => `少了选项 ${name}`],
  [/option '(.+?)' argument missing/, (name) => `选项 ${name} 后面少了内容`],
  [/too many arguments/, () => '参数太多'],
]

/** commander speaks English; the person at the keyboard need not. */
function usageSentence(text: string): string {
  for (const [pattern, say] of usageErrors) {
    const found = pattern.exec(text)
    if (found) return `${say(...found.slice(1))}，用 --help 可以看到用法。\n`
  }
  return text
}

/** What to tell about a failure: a Problem says it itself, a few errors of the system are translated. */
export function sentenceFor(error: unknown): string {
  if (process.env['YANZHEN_DEBUG'] === '1' && error instanceof Error) return error.stack ?? error.message
  if (error instanceof Problem) return error.message
  const { code, path, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return `找不到 ${path ?? '文件'}。`
  if (code === 'EACCES') return `没有权限读写 ${path ?? '文件'}。`
  if (code === 'EADDRINUSE') return '端口已被占用，请用 PORT=3001 这样的方式换一个再启动。'
  if (code === 'ECONNREFUSED') return '连不上数据库，请检查 DATABASE_URL 和数据库是否已经启动。'
  return `出了意外：${message ?? String(error)}。设 YANZHEN_DEBUG=1 再试可以看到详情。`
}

const versionOf = (): string =>
  (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }).version
