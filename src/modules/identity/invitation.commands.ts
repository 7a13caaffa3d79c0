import { roleNames } from '#shared/access.ts'
import type { Cli } from '#platform/cli.ts'
import { accountOf, dayFrom, roleAt } from './account.actions.ts'
import { resetSecondFactor, revokeGrant } from './grant.actions.ts'
import { listPlacedGrants } from './grant.sql.ts'
import { makeInvitations } from './invitation.actions.ts'
import { identityProblems } from './problems.ts'

interface At {
  role: string
  at: string
}

type UserCommand = Cli['program']

/** `yanzhen user invite`, `revoke`, `reset-second-factor`: what the pages do, from the machine itself. */
export function invitationCommands(cli: Cli, user: UserCommand): void {
  inviteCommand(cli, user)
  user
    .command('revoke <login>')
    .description('立即收回账号的一个角色')
    .requiredOption('--role <role>', '角色')
    .requiredOption('--at <unit>', '在哪个单位，写名称或编号')
    .action((login: string, { role: roleWord, at }: At) =>
      cli.withSystem(async ({ inContext }) => {
        await inContext(async (ctx) => {
          const { role, unitId } = await roleAt(ctx, roleWord, at)
          const { id } = await accountOf(ctx, login)
          const held = await listPlacedGrants(ctx.db, [id], ctx.today)
          const grant = held.find((one) => one.role === role && one.unitId === unitId)
          if (!grant) throw identityProblems.noSuchGrant({ login, role: roleNames[role] })
          ctx.note({ title: '收回角色', districtId: grant.districtId, unitId })
          await revokeGrant(ctx, grant)
        })
        cli.print(`已收回账号 ${login} 的角色。`)
      }),
    )
  user
    .command('reset-second-factor <login>')
    .description('取消账号的第二重验证（手机和备用码都不在时）')
    .action((login: string) =>
      cli.withSystem(async ({ inContext }) => {
        await inContext(async (ctx) => {
          ctx.note({ title: '重设第二重验证' })
          await resetSecondFactor(ctx, { account: await accountOf(ctx, login) })
        })
        cli.print(`账号 ${login} 的第二重验证已取消，请本人重新设置。`)
      }),
    )
}

function inviteCommand(cli: Cli, user: UserCommand): void {
  user
    .command('invite <name>')
    .description('邀请一个人，显示一次链接')
    .requiredOption('--role <role>', '角色')
    .requiredOption('--at <unit>', '在哪个单位，写名称或编号')
    .option('--until <day>', '到哪一天为止，如 2027-08-31')
    .option('--json', '以 JSON 输出')
    .action((name: string, options: At & { until?: string; json?: boolean }) =>
      cli.withSystem(async ({ inContext }) => {
        const { id, path, expiresAt } = await inContext(async (ctx) => {
          const grant = { ...(await roleAt(ctx, options.role, options.at)), untilDay: dayFrom(options.until) }
          ctx.note({ title: '邀请', person: name, role: roleNames[grant.role], unit: options.at })
          const [made] = await makeInvitations(ctx, [{ invitee: { name }, grants: [{ ...grant, fromDay: ctx.today }] }])
          return made!
        })
        cli.print(options.json ? JSON.stringify({ id, path, expiresAt }) : `在网站地址后面加上：${path}`)
      }),
    )
}
