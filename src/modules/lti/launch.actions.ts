import { createHash } from 'node:crypto'
import type { Context } from '#platform/context.ts'
import { Download } from '#platform/download.ts'
import type { Exchange } from '#platform/route.ts'
import { seal, unseal } from '#platform/seal.ts'
import { sessionMark } from '#modules/identity/index.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import type { AuthRequest, PublicKey } from './launch.contract.ts'
import {
  answerPage,
  claimsOf,
  LAUNCH_MS,
  startAddress,
  SUBMIT,
  whyRefused,
  type Launch,
  type Link,
} from './launch.rules.ts'
import { ltiProblems } from './problems.ts'
import { toolById } from './tool.actions.ts'
import { pseudonym, signed } from './tool-key.ts'
import { findKey, type KeyRow, type ToolRow } from './tool.sql.ts'

const PURPOSE = 'lti launch'

const keyOf = ({ districtId, id }: ToolRow, ctx: Context): Promise<KeyRow> =>
  ctx.asOwner(async (db) => (await findKey(db, [districtId], id))!)

const partyOf = ({ config, actor }: Context, tool: ToolRow, key: KeyRow) => ({
  ...{ issuer: config.siteAddress, tool },
  sub: pseudonym(config.dataDir, key, actor.id),
})

/** The way into a tool for who follows a link now. What is on its way goes along sealed: nothing of it is kept here. */
export async function beginLaunch(
  ctx: Context,
  tool: ToolRow,
  link: Link,
  { request }: Pick<Exchange, 'request'>,
): Promise<string> {
  const who = { accountId: ctx.actor.id, session: sessionMark(request, ctx.config) }
  const launch: Launch = { ...link, ...who, toolId: tool.id, until: ctx.now.getTime() + LAUNCH_MS }
  const hint = seal(ctx.config.dataDir, PURPOSE, JSON.stringify(launch)).toString('base64url')
  return startAddress(partyOf(ctx, tool, await keyOf(tool, ctx)), link, hint)
}

export interface Asked {
  launch: Launch
  tool: ToolRow
}

/** What a tool asks about; the hint is ours and nobody else could have made it. */
export async function loadLaunch(ctx: Context, { lti_message_hint: hint }: AuthRequest): Promise<Asked> {
  const text = unseal(ctx.config.dataDir, PURPOSE, Buffer.from(hint, 'base64url'))
  const launch = text === undefined ? undefined : (JSON.parse(text) as Launch)
  const tool = launch && (await toolById(ctx, launch.toolId))
  if (!launch || !tool) throw ltiProblems.refused({ words: '请从课程页面打开工具。' })
  return { launch, tool }
}

/** Tells a tool who comes: a page with a signed token, which posts itself to where the tool is known to be. */
export async function answerTool(
  ctx: Context,
  { launch, tool }: Asked,
  asked: AuthRequest,
  { request, reply }: Exchange,
): Promise<Download> {
  const key = await keyOf(tool, ctx)
  const party = partyOf(ctx, tool, key)
  const now = ctx.now.getTime()
  const comer = { accountId: ctx.actor.id, session: sessionMark(request, ctx.config), now }
  const words = whyRefused(asked, launch, party, comer)
  if (words) throw ltiProblems.refused({ words })
  const guid = createHash('sha256').update(party.issuer).digest('hex').slice(0, 32)
  const claims = claimsOf(party, launch, { nonce: asked.nonce, now, grants: ctx.actor.grants, guid })
  const token = await signed(ctx.config.dataDir, key, claims)
  ctx.note({ districtId: tool.districtId, unitId: tool.clusterId, subjectId: launch.course.id, tool: tool.name })
  reply.headers(pageHeaders)
  const page = answerPage(asked.redirect_uri, { token, state: asked.state })
  return new Download('lti.html', 'text/html; charset=utf-8', Buffer.from(page), { inline: true })
}

const pageHeaders = {
  // Where the tool goes on to from there is its own matter, and browsers would hold a form-action against that, too.
  'content-security-policy': [
    ...["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"],
    `script-src 'sha256-${createHash('sha256').update(SUBMIT).digest('base64')}'`,
  ].join('; '),
  'cache-control': 'no-store',
  // Some tools take no form whose origin a browser keeps to itself.
  'referrer-policy': 'origin',
}

/** Undefined where there is no such tool. */
export const publicKeyOf = (ctx: Context, toolId: string): Promise<PublicKey | undefined> =>
  ctx.asOwner(async (db) => (await findKey(db, await listDistrictIds(db), toolId))?.publicJwk)
