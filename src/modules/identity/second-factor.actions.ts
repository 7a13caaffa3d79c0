import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { refuse, type Problem } from '#shared/problem.ts'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { seal, unseal } from '#platform/seal.ts'
import { listGrants, type Account } from './account.sql.ts'
import { lockLeft } from './lockout.rules.ts'
import { isPassword } from './password.actions.ts'
import { identityProblems } from './problems.ts'
import { isPhoneCode, plainCode, RECOVERY_CODES, stateOf } from './second-factor.rules.ts'
import type { secondFactorApi } from './second-factor.contract.ts'
import {
  countRecoveryCodes,
  deleteRecoveryCodes,
  deleteSecondFactor,
  findSecondFactor,
  insertRecoveryCodes,
  markRecoveryCode,
  updateSecondFactor,
  type SecondFactor,
} from './second-factor.sql.ts'
import { countFailure } from './session.actions.ts'
import { hashOf } from './token.ts'
import { forget } from './who.actions.ts'

const PERIOD_S = 30
const sealedFor = (accountId: string) => `totp ${accountId}`

export async function readSecondFactor(ctx: Context, account: Account): Promise<Reply<typeof secondFactorApi.read>> {
  const roles = await rolesOf(ctx, account)
  return {
    state: stateOf({ on: account.totpSince !== null, roles, config: ctx.config.secondFactor }),
    since: account.totpSince?.toISOString() ?? null,
    codesLeft: await ctx.asOwner((db) => countRecoveryCodes(db, account.id)),
  }
}

/** Makes the secret for a phone; asks for the password again, so that nobody does it at a desk left open. */
export async function beginSecondFactor(
  ctx: Context,
  account: Account,
  password: string,
): Promise<Reply<typeof secondFactorApi.begin> | Problem> {
  const lock = lockLeft(account, ctx.now)
  if (lock) return identityProblems.locked(lock)
  if (!(await isPassword(password, account.passwordHash)))
    return countFailure(ctx, account, identityProblems.wrongCurrent())
  refuse(account.totpSince ? identityProblems.secondFactorOn() : undefined)
  const secret = new Secret({ size: 20 })
  const totpSecret = seal(ctx.config.dataDir, sealedFor(account.id), secret.base32)
  await ctx.asOwner((db) => updateSecondFactor(db, account.id, { totpSecret, totpStep: null }))
  return { address: clockOf(secret, account.login).toString(), secret: secret.base32 }
}

const clockOf = (secret: Secret, label: string) =>
  new TOTP({ issuer: '雁阵', label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD_S })

/** From now on a code is asked for at every sign-in. The recovery codes are told once, here. */
export async function confirmSecondFactor(
  ctx: Context,
  account: Account,
  code: string,
): Promise<Reply<typeof secondFactorApi.confirm> | Problem> {
  const factor = await ctx.asOwner((db) => findSecondFactor(db, account.id))
  if (!factor?.totpSecret || factor.totpSince) throw identityProblems.secondFactorNotBegun()
  const wrong = await whyNotCode(ctx, account, { factor, code, otherwise: identityProblems.codeNotFitting() })
  if (wrong) return wrong
  await ctx.asOwner((db) => updateSecondFactor(db, account.id, { totpSince: ctx.now }))
  forget(account.id)
  return { codes: await makeRecoveryCodes(ctx, account.id) }
}

/** A new set of recovery codes; those before are worth nothing. */
export async function renewCodes(
  ctx: Context,
  account: Account,
  code: string,
): Promise<Reply<typeof secondFactorApi.newCodes> | Problem> {
  const wrong = await checkCode(ctx, account, code, identityProblems.codeNotFitting())
  return wrong ?? { codes: await makeRecoveryCodes(ctx, account.id) }
}

/** Ends the second factor, where the person's roles leave the choice. */
export async function endSecondFactor(ctx: Context, account: Account, code: string): Promise<Problem | undefined> {
  const roles = await rolesOf(ctx, account)
  refuse(
    stateOf({ on: false, roles, config: ctx.config.secondFactor }) === 'required'
      ? identityProblems.secondFactorRequired()
      : undefined,
  )
  const wrong = await checkCode(ctx, account, code, identityProblems.codeNotFitting())
  if (wrong) return wrong
  await ctx.asOwner((db) => deleteSecondFactor(db, account.id))
  forget(account.id)
  return undefined
}

const rolesOf = async (ctx: Context, { id }: Account) => {
  const grants = await ctx.asOwner((db) => listGrants(db, id, ctx.today))
  return grants.map(({ role }) => role)
}

/** Whether a code fits the account that has a second factor; a wrong one counts like a wrong password. */
export async function checkCode(
  ctx: Context,
  account: Account,
  code: string,
  otherwise: Problem,
): Promise<Problem | undefined> {
  const factor = await ctx.asOwner((db) => findSecondFactor(db, account.id))
  if (!factor?.totpSince) throw identityProblems.secondFactorNotBegun()
  return whyNotCode(ctx, account, { factor, code, otherwise })
}

async function whyNotCode(
  ctx: Context,
  account: Account,
  { factor, code, otherwise }: { factor: SecondFactor; code: string; otherwise: Problem },
): Promise<Problem | undefined> {
  const lock = lockLeft(account, ctx.now)
  if (lock) return identityProblems.locked(lock)
  const fits = isPhoneCode(code)
    ? await isNewPhoneCode(ctx, account, factor, code)
    : await isRecoveryCode(ctx, account, code)
  return fits ? undefined : countFailure(ctx, account, otherwise)
}

/** A code of the step before, this or the next, and of none at or before the last that was taken: no code is good twice. */
async function isNewPhoneCode(
  ctx: Context,
  { id, login }: Account,
  factor: SecondFactor,
  code: string,
): Promise<boolean> {
  const base32 = factor.totpSecret && unseal(ctx.config.dataDir, sealedFor(id), factor.totpSecret)
  if (!base32) return false
  const timestamp = ctx.now.getTime()
  const token = code.replace(/\s/g, '')
  const off = clockOf(Secret.fromBase32(base32), login).validate({ token, timestamp, window: 1 })
  if (off === null) return false
  const totpStep = Math.floor(timestamp / 1000 / PERIOD_S) + off
  if (factor.totpStep !== null && totpStep <= factor.totpStep) return false
  await ctx.asOwner((db) => updateSecondFactor(db, id, { totpStep }))
  return true
}

const isRecoveryCode = (ctx: Context, { id }: Account, code: string): Promise<boolean> =>
  ctx.asOwner((db) => markRecoveryCode(db, id, hashOf(`${id} ${plainCode(code)}`), ctx.now))

const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Ten codes of two times five signs, 49 bits each, for when the phone is not at hand; each is good once. */
async function makeRecoveryCodes(ctx: Context, accountId: string): Promise<string[]> {
  const group = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')
  const codes = Array.from({ length: RECOVERY_CODES }, () => `${group()}-${group()}`)
  const hashes = codes.map((code) => hashOf(`${accountId} ${plainCode(code)}`))
  await ctx.asOwner(async (db) => {
    await deleteRecoveryCodes(db, accountId)
    await insertRecoveryCodes(db, accountId, hashes)
  })
  return codes
}
