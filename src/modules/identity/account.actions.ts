import { refuse } from '#shared/problem.ts'
import { kindNames, placesOf } from './actor.rules.ts'
import { roleNames, roles, type Role } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { listUnitsCalled } from '#modules/organizations/index.ts'
import {
  countLogins,
  findAccountByLogin,
  insertAccount,
  insertGrant,
  markClosed,
  updatePassword,
  type Account,
} from './account.sql.ts'
import { tellGiven } from './grant.notices.ts'
import { findPlacedGrant } from './grant.sql.ts'
import { hashPassword, newPassword } from './password.actions.ts'
import { identityProblems } from './problems.ts'
import { deleteSessionsOf } from './session.sql.ts'
import { forget } from './who.actions.ts'

interface NewRole {
  role: Role
  unitId: number
  untilDay: string | null
}

/** Makes an account with its first role; the password is told once and should be changed at the first sign-in. */
export async function createAccount(
  ctx: Context,
  { login, name }: { login: string; name: string },
  grant: NewRole,
): Promise<{ id: string; password: string }> {
  refuse(/^[\w.-]{2,40}$/.test(login) ? undefined : identityProblems.badLogin())
  if (await countLogins(ctx.db, login)) throw identityProblems.loginTaken({ login })
  const id = ctx.newId()
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  await insertAccount(ctx.db, { id, login, name, passwordHash, mustChangePassword: true, createdAt: ctx.now })
  await insertRole(ctx, id, grant)
  return { id, password }
}

/** Gives an account one more role, from today on, and tells whose it is. */
export async function addRole(ctx: Context, accountId: string, grant: NewRole): Promise<void> {
  const id = await insertRole(ctx, accountId, grant)
  await tellGiven(ctx, (await findPlacedGrant(ctx.db, id, ctx.today))!)
}

async function insertRole(ctx: Context, accountId: string, grant: NewRole): Promise<string> {
  const id = ctx.newId()
  await insertGrant(ctx.db, { id, accountId, fromDay: ctx.today, ...grant })
  forget(accountId)
  return id
}

/** Gives an account a new first password, opens its lock and ends its sessions. */
export async function resetPassword(ctx: Context, login: string): Promise<string> {
  const account = await accountOf(ctx, login)
  const password = newPassword()
  await updatePassword(ctx.db, account.id, { passwordHash: await hashPassword(password), mustChangePassword: true })
  await endSessions(ctx, account)
  return password
}

/** Closes an account: it stays on record and can no longer sign in. */
export async function closeAccount(ctx: Context, login: string): Promise<void> {
  const account = await accountOf(ctx, login)
  await markClosed(ctx.db, account.id, ctx.now)
  await endSessions(ctx, account)
}

async function endSessions(ctx: Context, { id }: Account): Promise<void> {
  await deleteSessionsOf(ctx.db, id, null)
  forget(id)
}

/** The open account of that login. */
export async function accountOf(ctx: Context, login: string): Promise<Account> {
  const account = await findAccountByLogin(ctx.db, login)
  if (!account) throw identityProblems.noSuchLogin({ login })
  return account
}

/** A role at a unit, from how a person writes both: 学区办 or cluster-office, 颛桥镇学区 or its number. */
export async function roleAt(ctx: Context, roleWord: string, unitWord: string): Promise<Omit<NewRole, 'untilDay'>> {
  const role = roles.find((one) => one === roleWord || roleNames[one] === roleWord)
  if (!role) throw identityProblems.noSuchRole({ role: roleWord, known: roles.map((one) => roleNames[one]).join('、') })
  const called = await listUnitsCalled(ctx.db, unitWord)
  const fitting = called.filter(({ kind }) => placesOf[role].includes(kind))
  if (called.length === 0) throw identityProblems.noSuchUnit({ unit: unitWord })
  if (fitting.length === 0)
    throw identityProblems.wrongPlace({
      role: roleNames[role],
      kinds: placesOf[role].map((kind) => kindNames[kind]).join('、'),
    })
  if (fitting.length > 1)
    throw identityProblems.severalUnits({
      unit: unitWord,
      ids: fitting.map(({ id, districtName }) => `${id}（${districtName}）`).join('、'),
    })
  return { role, unitId: fitting[0]!.id }
}

/** The day on the command line, null where none is given. */
export function dayFrom(until: string | undefined): string | null {
  if (until === undefined) return null
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(Date.parse(until)))
    throw identityProblems.badDay({ day: until })
  return until
}
