import { refuse, type Problem } from '#shared/problem.ts'
import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { visitor, type Exchange } from '#platform/route.ts'
import { seal, unseal } from '#platform/seal.ts'
import type { OidcConfig } from '#platform/config.ts'
import { findAccountHeld } from './account.sql.ts'
import { invitationOf, openAccount, refuseLogin } from './join.actions.ts'
import type { outsideApi } from './outside.contract.ts'
import { beginErrand, finishErrand, type Errand } from './outside-issuer.ts'
import { deleteOutsideAccounts, findOutsideAccount, insertOutsideAccount, listOutsideAccounts } from './outside.sql.ts'
import { hashPassword } from './password.actions.ts'
import { identityProblems } from './problems.ts'
import { letIn } from './session.actions.ts'
import type { SignedIn } from './session.contract.ts'
import { newToken } from './token.ts'

type Start = Input<typeof outsideApi.start>['body']
/** What a person set out for, and who: sealed into a cookie until they are back. */
type Remembered = Errand & { start: Start; accountId: string; until: number }
interface Person {
  issuer: string
  subject: string
  label: string
}

const COOKIE = 'yanzhen-outside'
const PURPOSE = 'outside errand'
const ERRAND_MS = 10 * 60_000

const configOf = ({ config }: Context): OidcConfig => {
  if (!config.oidc) throw identityProblems.outsideOff()
  return config.oidc
}

/** What stands on the button, and what the own account is linked to. */
export async function readOutside(ctx: Context): Promise<Reply<typeof outsideApi.read>> {
  const linked = await ctx.asOwner((db) => listOutsideAccounts(db, ctx.actor.id))
  return {
    name: ctx.config.oidc?.name ?? null,
    linked: linked.map(({ label, linkedAt }) => ({ label, linkedAt: linkedAt.toISOString() })),
  }
}

/** Sends a person to the house's sign-in. What cannot come to a good end is refused before. */
export async function startOutside(
  ctx: Context,
  start: Start,
  { request, reply }: Exchange,
): Promise<Reply<typeof outsideApi.start>> {
  if (start.purpose === 'link') refuse(ctx.actor.id === visitor.id ? platformProblems.signInFirst() : undefined)
  if (start.purpose === 'join') {
    await invitationOf(ctx, start.token)
    await refuseLogin(ctx, start.login)
  }
  const returnTo = `${request.protocol}://${request.host}/outside`
  const { errand, address } = await beginErrand(configOf(ctx), returnTo)
  const remembered: Remembered = { ...errand, start, accountId: ctx.actor.id, until: ctx.now.getTime() + ERRAND_MS }
  const { dataDir, secureCookies } = ctx.config
  const sealed = seal(dataDir, PURPOSE, JSON.stringify(remembered)).toString('base64url')
  const path = '/api/outside'
  reply.setCookie(COOKIE, sealed, { path, httpOnly: true, sameSite: 'strict', secure: secureCookies })
  return { address }
}

/** Takes a person back from the house's sign-in; who is not linked gets no account and no rights by it. */
export async function finishOutside(
  ctx: Context,
  answer: string,
  exchange: Exchange,
): Promise<Reply<typeof outsideApi.finish> | Problem> {
  const { start, accountId, ...errand } = rememberedOf(ctx, exchange)
  exchange.reply.clearCookie(COOKIE, { path: '/api/outside' })
  const person = await finishErrand(configOf(ctx), errand, answer)
  if (start.purpose === 'sign-in') return enter(ctx, person, exchange)
  if (start.purpose === 'join') return joinBy(ctx, person, start, exchange)
  refuse(accountId === ctx.actor.id ? undefined : identityProblems.outsideBroken({ why: 'another account' }))
  await link(ctx, person, accountId)
  return { linked: person.label }
}

function rememberedOf({ config, now }: Context, { request }: Exchange): Remembered {
  const sealed = Buffer.from(request.cookies[COOKIE] ?? '', 'base64url')
  const text = unseal(config.dataDir, PURPOSE, sealed)
  const remembered = text === undefined ? undefined : (JSON.parse(text) as Remembered)
  if (!remembered || remembered.until < now.getTime()) throw identityProblems.outsideBroken({ why: 'no errand' })
  return remembered
}

async function enter(ctx: Context, person: Person, exchange: Exchange): Promise<SignedIn | Problem> {
  const found = await ctx.asOwner((db) => findOutsideAccount(db, person.issuer, person.subject))
  const account = found && (await ctx.asOwner((db) => findAccountHeld(db, found)))
  if (!account) return identityProblems.outsideUnlinked()
  ctx.note({ accountId: account.id, actorName: account.name })
  return letIn(ctx, account, exchange)
}

async function joinBy(
  ctx: Context,
  person: Person,
  { token, login }: { token: string; login: string },
  exchange: Exchange,
): Promise<SignedIn> {
  const invitation = await invitationOf(ctx, token)
  await refuseLogin(ctx, login)
  // Nobody knows this password; one may be set later by a link.
  const { id } = await openAccount(ctx, invitation, { login, passwordHash: await hashPassword(newToken()) })
  await link(ctx, person, id)
  const account = await ctx.asOwner((db) => findAccountHeld(db, id))
  return letIn(ctx, account!, exchange)
}

async function link(ctx: Context, { issuer, subject, label }: Person, accountId: string): Promise<void> {
  const fresh = await ctx.asOwner((db) =>
    insertOutsideAccount(db, { issuer, subject, label, accountId, linkedAt: ctx.now }),
  )
  refuse(fresh ? undefined : identityProblems.outsideTaken())
}

export const unlinkOutside = (ctx: Context): Promise<void> =>
  ctx.asOwner((db) => deleteOutsideAccounts(db, ctx.actor.id))
