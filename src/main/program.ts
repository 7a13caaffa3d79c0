import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import type { Cli } from '#platform/cli.ts'
import { projectRoot, readConfig } from '#platform/config.ts'
import { addCommands } from './commands/all.ts'
import { systemOf } from './contexts.ts'
import { sentenceFor } from './failure.ts'
import { openInstallation } from './installation.ts'
import { modules } from './modules.ts'
import { progressBar } from './progress.ts'
import { inChinese } from './usage.ts'

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
  YANZHEN_SITE_ADDRESS      网站对外的地址，写进邮件和机器人消息的链接
  YANZHEN_SMTP_URL          发信服务器，如 smtp://用户:密码@mail.example.cn:587，不设就不发邮件
  YANZHEN_MAIL_FROM         发信人，如 雁阵 <yanzhen@example.cn>
  YANZHEN_INSIDE_WEBHOOKS   设为 on，机器人的地址可以在内网
  YANZHEN_DEBUG  设为 1 时，出错会打印详情`

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
  for (const command of allBelow(program)) command.helpCommand(false)
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

const allBelow = (command: Command): Command[] => command.commands.flatMap((sub) => [sub, ...allBelow(sub)])

const versionOf = (): string =>
  (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }).version
