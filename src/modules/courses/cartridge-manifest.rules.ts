import { escaped } from '#shared/xml.ts'
import type { CartridgeVersion } from './cartridge.contract.ts'
import type { CartridgeCourse } from './cartridge-page.rules.ts'

/** What stands in the package, as the manifest names it. */
export interface Resource {
  id: string
  type: 'webcontent' | `imswl_xml${'v1p1' | 'v1p3'}` | `imsbasiclti_xml${'v1p0' | 'v1p3'}`
  use?: 'syllabus' | 'lessonplan' | undefined
  path: string
}

/** A line of the table of contents: a resource, or a heading over others. */
export type Item = { title: string; of: string } | { title: string; items: readonly Item[] }

interface Contents {
  items: readonly Item[]
  resources: readonly Resource[]
}

/** Moodle looks for the namespace in the first 500 bytes: it stands first, and no schema location before it. */
export function manifest(course: CartridgeCourse, version: CartridgeVersion, { items, resources }: Contents): string {
  const v = version === '1.3' ? 'imsccv1p3' : 'imsccv1p1'
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M_${course.id}" xmlns="http://www.imsglobal.org/xsd/${v}/imscp_v1p1" xmlns:lomimscc="http://ltsc.ieee.org/xsd/${v}/LOM/manifest">
  <metadata>
    <schema>IMS Common Cartridge</schema>
    <schemaversion>${version}.0</schemaversion>
    ${metadata(course)}
  </metadata>
  <organizations>
    <organization identifier="O_1" structure="rooted-hierarchy">
      <item identifier="I_0">
${items.map((item, at) => itemXml(item, `${at + 1}`)).join('\n')}
      </item>
    </organization>
  </organizations>
  <resources>
${resources.map(resourceXml).join('\n')}
  </resources>
</manifest>
`
}

function metadata({ id, name, subject, summary, rights, words }: CartridgeCourse): string {
  const said = (element: string, text: string) =>
    `<lomimscc:${element}><lomimscc:string language="zh-CN">${escaped(text)}</lomimscc:string></lomimscc:${element}>`
  return [
    '<lomimscc:lom><lomimscc:general>',
    `<lomimscc:identifier><lomimscc:catalog>UUID</lomimscc:catalog><lomimscc:entry>${id}</lomimscc:entry></lomimscc:identifier>`,
    said('title', name),
    '<lomimscc:language>zh-CN</lomimscc:language>',
    said('description', summary || name),
    ...[...(subject ? [subject] : []), ...words].map((word) => said('keyword', word)),
    '</lomimscc:general><lomimscc:rights>',
    '<lomimscc:copyrightAndOtherRestrictions><lomimscc:value>yes</lomimscc:value></lomimscc:copyrightAndOtherRestrictions>',
    said('description', rights),
    '</lomimscc:rights></lomimscc:lom>',
  ].join('')
}

function itemXml(item: Item, number: string): string {
  const title = `<title>${escaped(item.title)}</title>`
  if ('of' in item) return `<item identifier="I_${number}" identifierref="${item.of}">${title}</item>`
  return `<item identifier="I_${number}">${title}
${item.items.map((one, at) => itemXml(one, `${number}_${at + 1}`)).join('\n')}
</item>`
}

/** A link is named by its file alone: only what a browser opens has an address of its own. */
function resourceXml({ id, type, use, path }: Resource): string {
  const href = type === 'webcontent' ? ` href="${path}"` : ''
  return `    <resource identifier="${id}" type="${type}"${use ? ` intendeduse="${use}"` : ''}${href}><file href="${path}"/></resource>`
}
