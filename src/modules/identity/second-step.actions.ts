import type { Problem } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import type { Exchange } from '#platform/route.ts'
import { findAccountHeld, type Account } from './account.sql.ts'
import { identityProblems } from './problems.ts'
import { checkCode } from './second-factor.actions.ts'
import { letInWhole } from './session.actions.ts'
import type { Me } from './session.contract.ts'
import { findSession } from './session.sql.ts'
import { hashOf, tokenOf } from './token.ts'

/** How long the code may be waited for after the password. */
const HALF_MINUTES = 10

/** The second step of signing in: the code. A wrong one is answered, not thrown, so that it stays counted. */
export async function takeCode(ctx: Context, code: string, exchange: Exchange): Promise<Me | Problem> {
  const account = await accountHalfIn(ctx, exchange)
  if (!account) throw identityProblems.signInAgain()
  ctx.note({ accountId: account.id, actorName: account.name })
  const wrong = await checkCode(ctx, account, code, identityProblems.wrongCode())
  return wrong ?? letInWhole(ctx, account, exchange)
}

async function accountHalfIn(ctx: Context, { request }: Exchange): Promise<Account | undefined> {
  const token = tokenOf(request, ctx.config)
  if (!token) return undefined
  return ctx.asOwner(async (db) => {
    const session = await findSession(db, hashOf(token))
    const oldest = ctx.now.getTime() - HALF_MINUTES * 60_000
    if (!session?.half || session.createdAt.getTime() < oldest) return undefined
    const account = await findAccountHeld(db, session.accountId)
    return account?.totpSince ? account : undefined
  })
}
