import { escaped } from '#shared/xml.ts'
import type { ToolPlace } from '#modules/lti/tool.contract.ts'
import type { CartridgeVersion } from './cartridge.contract.ts'
import type { Resource } from './cartridge-manifest.rules.ts'

/** A file of the package that leads out of it. */
interface PackedLink {
  type: Resource['type']
  text: string
}

export function webLink(title: string, address: string, version: CartridgeVersion): PackedLink {
  const space = version === '1.3' ? 'imsccv1p3/imswl_v1p3' : 'imsccv1p1/imswl_v1p1'
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<webLink xmlns="http://www.imsglobal.org/xsd/${space}">
  <title>${escaped(title)}</title>
  <url href="${escaped(plainAddress(address))}" target="_blank"/>
</webLink>
`
  return { type: version === '1.3' ? 'imswl_xmlv1p3' : 'imswl_xmlv1p1', text }
}

/** Into a tool by LTI: whoever takes the course in registers the tool with the own platform. */
export function toolLink(title: string, address: string, tool: ToolPlace, version: CartridgeVersion): PackedLink {
  const plain = plainAddress(address)
  const url = plain.startsWith('https:') ? 'secure_launch_url' : 'launch_url'
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<cartridge_basiclti_link xmlns="http://www.imsglobal.org/xsd/${version === '1.3' ? 'imslticc_v1p3' : 'imslticc_v1p0'}" xmlns:blti="http://www.imsglobal.org/xsd/imsbasiclti_v1p0" xmlns:lticp="http://www.imsglobal.org/xsd/imslticp_v1p0">
  <blti:title>${escaped(title || tool.name)}</blti:title>
  <blti:${url}>${escaped(plain)}</blti:${url}>
  <blti:vendor>
    <lticp:code>${escaped(new URL(tool.address).hostname)}</lticp:code>
    <lticp:name>${escaped(tool.name)}</lticp:name>
  </blti:vendor>
</cartridge_basiclti_link>
`
  return { type: version === '1.3' ? 'imsbasiclti_xmlv1p3' : 'imsbasiclti_xmlv1p0', text }
}

/** Without the signs that not every reader takes in an address: they refuse it as a whole. */
const plainAddress = (address: string): string => (URL.canParse(address) ? new URL(address).href : address)
