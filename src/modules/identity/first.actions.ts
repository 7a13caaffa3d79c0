import { roleNames, type Role } from '#shared/access.ts'
import type { System } from '#platform/cli.ts'
import type { Context } from '#platform/context.ts'
import { findHomeCluster, listCities } from '#modules/organizations/index.ts'
import { createAccount } from './account.actions.ts'
import { countAccounts } from './account.sql.ts'

/**
 * Makes the first accounts of a new installation, after `fill` has brought in what it starts with, and returns the lines
 * that tell how to sign in; none where accounts are. Two accounts, because who keeps the accounts sees no persons:
 * `office` works with the figures of the sample cluster (of the city, where there is no cluster yet), `admin` keeps the
 * accounts.
 */
export async function makeFirstAccounts({ inContext }: System, fill: () => Promise<void>): Promise<string[]> {
  const accounts = await inContext((ctx) => countAccounts(ctx.db))
  if (accounts > 0) return []
  await fill()
  return inContext(firstAccounts)
}

async function firstAccounts(ctx: Context): Promise<string[]> {
  const [city] = await listCities(ctx.db)
  if (!city) return []
  const home = await findHomeCluster(ctx.db)
  ctx.note({ title: '建立最初的账号' })
  return [
    await firstAccount(ctx, 'office', home ? 'cluster-office' : 'city-officer', home ?? city),
    await firstAccount(ctx, 'admin', 'administrator', city),
  ]
}

async function firstAccount(
  ctx: Context,
  login: string,
  role: Role,
  at: { id: number; name: string },
): Promise<string> {
  const name = role === 'cluster-office' ? officeOf(at.name) : roleNames[role]
  const { password } = await createAccount(ctx, { login, name }, { role, unitId: at.id, untilDay: null })
  return `用户名 ${login}  密码 ${password}  （${name}）`
}

/** 颛桥镇学区 has the 颛桥镇学区办; the office of a group is called a 办公室. */
const officeOf = (cluster: string): string => (cluster.endsWith('学区') ? `${cluster}办` : `${cluster}办公室`)
