import { escaped } from '#shared/xml.ts'
import type { CartridgeVersion } from './cartridge.contract.ts'
import { cartridgePage, outlinePage, type CartridgeCourse } from './cartridge-page.rules.ts'
import type { Lesson, Material } from './content.contract.ts'
import { manifest, type Item, type Resource } from './cartridge-manifest.rules.ts'

/** A file of the package: words of ours, or a kept file by its number. */
export type Packed = { path: string; text: string } | { path: string; fileId: string }

/** A material of a lesson that can be had: one whose file is gone has none. */
interface Placed {
  resource: Resource
  packed: Packed
}

/**
 * A course as IMS Common Cartridge: the outline and each lesson as a page, its materials after it, files as they are and
 * addresses as web links. Paths are in plain letters, for not every reader takes others; titles tell what stands there.
 * `endings` gives the ending of each file that can be had.
 */
export function cartridgeOf(
  course: CartridgeCourse,
  version: CartridgeVersion,
  endings: ReadonlyMap<string, string>,
): Packed[] {
  const outline = pageOf('outline', 'syllabus', outlinePage(course))
  const parts = course.content.lessons.map((lesson, at) => lessonOf(lesson, at + 1, version, endings))
  const placed = [outline, ...parts.flatMap((part) => part.placed)]
  const items: Item[] = [{ title: '课程纲要', of: outline.resource.id }, ...parts.map(({ item }) => item)]
  const words = manifest(course, version, { items, resources: placed.map(({ resource }) => resource) })
  return [{ path: 'imsmanifest.xml', text: words }, ...placed.map(({ packed }) => packed)]
}

function lessonOf(lesson: Lesson, n: number, version: CartridgeVersion, endings: ReadonlyMap<string, string>) {
  const number = twoDigits(n)
  const title = `第 ${n} 课时 ${lesson.title}`.trim()
  const page = pageOf(`lesson-${number}`, 'lessonplan', cartridgePage(title, lesson))
  const items: Item[] = [{ title: '课时说明', of: page.resource.id }]
  const placed = [page]
  for (const [at, material] of lesson.materials.entries()) {
    const found = materialOf(material, `${number}-${twoDigits(at + 1)}`, version, endings)
    if (!found) continue
    placed.push(found)
    items.push({ title: material.title, of: found.resource.id })
  }
  return { item: { title, items }, placed }
}

function pageOf(name: string, use: Resource['use'], text: string): Placed {
  const path = `pages/${name}.html`
  return { resource: { id: `R_${name}`, type: 'webcontent', use, path }, packed: { path, text } }
}

function materialOf(
  { kind, fileId, address, title }: Material,
  number: string,
  version: CartridgeVersion,
  endings: ReadonlyMap<string, string>,
): Placed | undefined {
  const id = `R_${number}`
  if (kind === 'link') {
    if (!address) return undefined
    const path = `links/${number}.xml`
    const type = version === '1.3' ? 'imswl_xmlv1p3' : 'imswl_xmlv1p1'
    return { resource: { id, type, path }, packed: { path, text: webLink(title, address, version) } }
  }
  const ending = fileId === null ? undefined : endings.get(fileId)
  if (fileId === null || ending === undefined) return undefined
  const path = `web_resources/${number}${ending}`
  return { resource: { id, type: 'webcontent', path }, packed: { path, fileId } }
}

function webLink(title: string, address: string, version: CartridgeVersion): string {
  const space = version === '1.3' ? 'imsccv1p3/imswl_v1p3' : 'imsccv1p1/imswl_v1p1'
  return `<?xml version="1.0" encoding="UTF-8"?>
<webLink xmlns="http://www.imsglobal.org/xsd/${space}">
  <title>${escaped(title)}</title>
  <url href="${escaped(plainAddress(address))}" target="_blank"/>
</webLink>
`
}

/** Without the signs that not every reader takes in an address: they refuse it as a whole. */
const plainAddress = (address: string): string => (URL.canParse(address) ? new URL(address).href : address)

const twoDigits = (n: number): string => String(n).padStart(2, '0')
