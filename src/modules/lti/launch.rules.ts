import type { Actor, Role } from '#shared/access.ts'
import { escaped } from '#shared/xml.ts'
import type { AuthRequest } from './launch.contract.ts'
import type { ToolFields } from './tool.contract.ts'

/** A link in a course that somebody follows into a tool. */
export interface Link {
  /** Stays with the link; a copy of a course has links of the same id. */
  id: string
  title: string
  address: string
  course: { id: string; name: string }
}

/** What is remembered between going to the tool and its asking for the person. */
export interface Launch extends Link {
  toolId: string
  accountId: string
  /** Which of the account's sessions: in another browser it is good for nothing. */
  session: string
  until: number
}

export const LAUNCH_MS = 10 * 60_000
const TOKEN_S = 300

interface Party {
  issuer: string
  tool: Pick<ToolFields, 'name' | 'loginAddress' | 'redirects' | 'isOpen'> & { id: string; clusterId: number }
  /** Who the person is to the tool. */
  sub: string
}

/** Where the browser is sent first: the tool then asks who comes. */
export function startAddress({ issuer, tool, sub }: Party, link: Pick<Link, 'address'>, hint: string): string {
  const url = new URL(tool.loginAddress)
  const said = {
    iss: issuer,
    login_hint: sub,
    target_link_uri: link.address,
    lti_message_hint: hint,
    client_id: tool.id,
    lti_deployment_id: String(tool.clusterId),
  }
  for (const [name, value] of Object.entries(said)) url.searchParams.set(name, value)
  return url.href
}

/** With whose browser a tool asks, and when. */
interface Comer extends Pick<Launch, 'accountId' | 'session'> {
  now: number
}

/** Why a tool is not answered, in words for who wanted to go there; undefined where all is as agreed. */
export function whyRefused(asked: AuthRequest, launch: Launch, party: Party, comer: Comer): string | undefined {
  const { tool } = party
  if (!tool.isOpen) return `工具“${tool.name}”已经停用。请回到课程页面，刷新后再点。`
  if (launch.until < comer.now) return '打开得太久了，请回到课程页面再点一次。'
  if (launch.accountId !== comer.accountId || launch.session !== comer.session)
    return '点开以后重新登录过，请回到课程页面再点一次。'
  const wrong = wrongIn(asked, party)
  return wrong && `工具“${tool.name}”没有按约定来问：${wrong}`
}

const TELL = '请把这句话告诉工具的管理员。'

/** What of the question is not as it was agreed, and what would be right. */
function wrongIn(asked: AuthRequest, { tool, sub }: Party): string | undefined {
  const missing = (['redirect_uri', 'nonce'] as const).find((name) => asked[name] === '')
  if (missing) return `缺少 ${missing}。${TELL}`
  if (!tool.redirects.includes(asked.redirect_uri))
    return `它要回到 ${asked.redirect_uri}，这个地址没有登记。如果确是这个工具的地址，请学区办在“外部工具”里加进“回调地址”。`
  const wanted = {
    ...{ client_id: tool.id, login_hint: sub },
    ...{ response_type: 'id_token', response_mode: 'form_post', prompt: 'none' },
  }
  const wrong = Object.entries(wanted).find(([name, value]) => asked[name as keyof typeof wanted] !== value)
  if (wrong) return `${wrong[0]} 应为 ${wrong[1]}。${TELL}`
  return asked.scope.split(' ').includes('openid') ? undefined : `scope 应为 openid。${TELL}`
}

const claim = <K extends string>(name: K) => `https://purl.imsglobal.org/spec/lti/claim/${name}` as const
const vocabulary = 'http://purl.imsglobal.org/vocab/lis/v2'

export type Claims = Record<string, unknown> & { sub: string; nonce: string }

/** Roles and a pseudonym: neither a name nor a school nor a mail address leaves the house. */
export function claimsOf({ issuer, tool, sub }: Party, link: Link, more: Said): Claims {
  const iat = Math.floor(more.now / 1000)
  return {
    ...{ iss: issuer, aud: tool.id, azp: tool.id, sub, nonce: more.nonce, iat, exp: iat + TOKEN_S },
    [claim('message_type')]: 'LtiResourceLinkRequest',
    [claim('version')]: '1.3.0',
    [claim('deployment_id')]: String(tool.clusterId),
    [claim('target_link_uri')]: link.address,
    // The tool keeps what belongs to a link by this.
    [claim('resource_link')]: { id: `${link.course.id}.${link.id}`, title: link.title },
    [claim('roles')]: rolesOf(more.grants),
    [claim('context')]: { id: link.course.id, title: link.course.name, type: [`${vocabulary}/course#CourseTemplate`] },
    [claim('tool_platform')]: { guid: more.guid, name: '雁阵', product_family_code: 'yanzhen' },
    [claim('launch_presentation')]: { document_target: 'window', locale: 'zh-CN' },
  }
}

interface Said {
  nonce: string
  now: number
  grants: Actor['grants']
  guid: string
}

const roleIds: Record<Role, string> = {
  'city-officer': 'institution/person#Administrator',
  'district-officer': 'institution/person#Administrator',
  'cluster-office': 'institution/person#Administrator',
  administrator: 'institution/person#Administrator',
  principal: 'membership#Administrator',
  liaison: 'membership#Administrator',
  teacher: 'membership#Instructor',
  expert: 'membership#Mentor',
}

/** Who may read courses here teaches, or is over those who do; pupils have no account. */
const rolesOf = (grants: Actor['grants']): string[] => [
  ...new Set(grants.map(({ role }) => `${vocabulary}/${roleIds[role]}`)),
]

export const SUBMIT = 'document.forms[0].submit()'

/** A page that posts itself to the tool; without script a button does. */
export function answerPage(to: string, { token, state }: { token: string; state: string }): string {
  const field = (name: string, value: string) => `<input type="hidden" name="${name}" value="${escaped(value)}">`
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="UTF-8"><meta name="viewport" content="width=device-width"><title>正在打开工具</title></head>
<body>
<form method="post" action="${escaped(to)}">
${field('id_token', token)}
${state ? field('state', state) : ''}
<noscript><button type="submit">打开工具</button></noscript>
</form>
<script>${SUBMIT}</script>
</body>
</html>
`
}
