import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'

/** Plain http is for a tool on this very machine, while it is tried out: what is sent says who somebody is. */
const onThisMachine = ({ protocol, hostname }: URL) =>
  protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

function isToolAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return (url.protocol === 'https:' || onThisMachine(url)) && url.hash === '' && url.username === ''
}

const address = (example: string) =>
  z
    .string(`请填写完整地址，如 ${example}`)
    .trim()
    .max(500, '地址不能超过 500 个字符')
    .refine(isToolAddress, `请填写以 https:// 开头的完整地址，如 ${example}`)

export const ToolFields = z.object({
  name: z.string('请填写工具名称').trim().min(1, '请填写工具名称').max(40, '名称不能超过 40 个字'),
  /** What the links in courses begin with that lead into it. */
  address: address('https://tool.example.cn/activities'),
  /** Where a launch begins: the tool's third-party login. */
  loginAddress: address('https://tool.example.cn/lti/login'),
  /** Where it may be answered to; nowhere else. */
  redirects: z
    .array(address('https://tool.example.cn/lti/launch'), '请填写回调地址')
    .min(1, '请至少填写一个回调地址')
    .max(10, '回调地址最多 10 个'),
  isOpen: z.boolean().default(true),
})
export type ToolFields = z.infer<typeof ToolFields>

export const Tool = ToolFields.extend({
  /** The client id. */
  id: z.string(),
  deploymentId: z.string(),
  /** Where the tool finds the key that our tokens are signed with. */
  keysAddress: z.string(),
})
export type Tool = z.infer<typeof Tool>

/** A tool as far as links in a course go. */
export type ToolPlace = Pick<Tool, 'name' | 'address'>

/** The tool into which an address leads: the one whose beginning is the longest. */
export function toolOf<T extends ToolPlace>(address: string, tools: readonly T[]): T | undefined {
  const found = tools.filter((tool) => beginsWith(address, tool.address))
  return found.sort((a, b) => b.address.length - a.address.length)[0]
}

/** Whole steps of the path only: /a does not begin /ab. */
const beginsWith = (address: string, start: string): boolean =>
  address === start || (address.startsWith(start) && (start.endsWith('/') || /[/?#]/.test(address[start.length]!)))

const ofUnit = z.object({ unitId })

export const toolApi = {
  list: get('/api/units/:unitId/lti-tools', {
    title: '外部工具',
    params: ofUnit,
    reply: z.object({
      tools: z.array(Tool),
      /** What a tool must know of us. */
      issuer: z.string(),
      authAddress: z.string(),
      can: z.array(z.enum(['keep'])),
    }),
  }),
  save: post('/api/units/:unitId/lti-tools', {
    title: '登记外部工具',
    params: ofUnit,
    body: ToolFields.extend({ toolId: z.uuid().optional() }),
    reply: z.object({ id: z.string() }),
  }),
}
