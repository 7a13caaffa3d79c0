import { roleNames, roles } from '#shared/access.ts'
import type { Cli } from '#platform/cli.ts'
import type { Context } from '#platform/context.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import { accountOf, addRole, closeAccount, createAccount, dayFrom, resetPassword, roleAt } from './account.actions.ts'
import { listAccounts } from './account.sql.ts'
import { invitationCommands } from './invitation.commands.ts'

interface RoleOptions {
  role: string
  at: string
  until?: string
  json?: boolean
}

const roleWords = roles.map((role) => roleNames[role]).join('、')

/** `yanzhen user …`: the accounts, from the machine itself. */
export function userCommands(cli: Cli): void {
  const user = cli.program.command('user').description('管理账号')
  addCommand(cli, user)
  grantCommand(cli, user)
  listCommand(cli, user)
  invitationCommands(cli, user)
  user
    .command('password <login>')
    .description('给账号换一个新的初始密码，只显示这一次')
    .option('--json', '以 JSON 输出')
    .action((login: string, { json }: { json?: boolean }) =>
      cli.withSystem(async ({ inContext }) => {
        const password = await inContext((ctx) => {
          ctx.note({ title: '重设密码', login })
          return resetPassword(ctx, login)
        })
        cli.print(json ? JSON.stringify({ login, password }) : `用户名 ${login}  密码 ${password}`)
      }),
    )
  user
    .command('close <login>')
    .description('停用账号')
    .action((login: string) =>
      cli.withSystem(async ({ inContext }) => {
        await inContext((ctx) => {
          ctx.note({ title: '停用账号', login })
          return closeAccount(ctx, login)
        })
        cli.print(`账号 ${login} 已停用。`)
      }),
    )
}

type UserCommand = Cli['program']

const withRole = (command: UserCommand): UserCommand =>
  command
    .requiredOption('--role <role>', `角色：${roleWords}`)
    .requiredOption('--at <unit>', '在哪个单位，写名称或编号')
    .option('--until <day>', '到哪一天为止，如 2027-08-31')

function addCommand(cli: Cli, user: UserCommand): void {
  withRole(user.command('add <login>').description('新增账号，显示一次初始密码'))
    .requiredOption('--name <name>', '姓名')
    .option('--json', '以 JSON 输出')
    .action((login: string, options: RoleOptions & { name: string }) =>
      cli.withSystem(async ({ inContext }) => {
        const { id, password } = await inContext(async (ctx) => {
          const grant = { ...(await roleAt(ctx, options.role, options.at)), untilDay: dayFrom(options.until) }
          ctx.note({ title: '新增账号', login, role: roleNames[grant.role], unit: options.at })
          return createAccount(ctx, { login, name: options.name }, grant)
        })
        cli.print(options.json ? JSON.stringify({ id, login, password }) : `用户名 ${login}  密码 ${password}`)
      }),
    )
}

function grantCommand(cli: Cli, user: UserCommand): void {
  withRole(user.command('grant <login>').description('给已有的账号再加一个角色')).action(
    (login: string, options: RoleOptions) =>
      cli.withSystem(async ({ inContext }) => {
        await inContext(async (ctx) => {
          const grant = { ...(await roleAt(ctx, options.role, options.at)), untilDay: dayFrom(options.until) }
          const { id } = await accountOf(ctx, login)
          ctx.note({ title: '增加角色', login, role: roleNames[grant.role], unit: options.at })
          await addRole(ctx, id, grant)
        })
        cli.print(`账号 ${login} 已增加角色。`)
      }),
  )
}

function listCommand(cli: Cli, user: UserCommand): void {
  user
    .command('list')
    .description('列出账号')
    .option('--json', '以 JSON 输出')
    .action(({ json }: { json?: boolean }) =>
      cli.withSystem(async ({ inContext }) => {
        const accounts = await inContext(accountsWithPlaces)
        if (json) cli.print(JSON.stringify(accounts))
        else for (const account of accounts) cli.print(lineOf(account))
      }),
    )
}

type Placed = Awaited<ReturnType<typeof accountsWithPlaces>>[number]

async function accountsWithPlaces(ctx: Context) {
  const accounts = await listAccounts(ctx.db)
  const ids = accounts.flatMap(({ grants }) => grants.map(({ unitId }) => unitId))
  const names = new Map((await listUnitNames(ctx.db, ids)).map(({ id, name }) => [id, name]))
  return accounts.map((account) => ({
    ...account,
    grants: account.grants.map((grant) => ({ ...grant, unitName: names.get(grant.unitId) ?? '' })),
  }))
}

const lineOf = ({ login, name, closed, grants }: Placed): string =>
  [login, name, grants.map(({ role, unitName }) => `${unitName} ${roleNames[role]}`).join('、'), closed ? '已停用' : '']
    .filter(Boolean)
    .join('  ')
