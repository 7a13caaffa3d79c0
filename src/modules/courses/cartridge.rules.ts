import { toolOf, type ToolPlace } from '#modules/lti/tool.contract.ts'
import type { CartridgeVersion } from './cartridge.contract.ts'
import { cartridgePage, outlinePage, type CartridgeCourse } from './cartridge-page.rules.ts'
import { toolLink, webLink } from './cartridge-link.rules.ts'
import type { Lesson, Material } from './content.contract.ts'
import { manifest, type Item, type Resource } from './cartridge-manifest.rules.ts'

/** A file of the package: words of ours, or a kept file by its number. */
export type Packed = { path: string; text: string } | { path: string; fileId: string }

/** What is known of materials beside the course: the ending of each file that can be had, and the tools that links lead into. */
export interface Known {
  endings: ReadonlyMap<string, string>
  tools: readonly ToolPlace[]
}

/** A material of a lesson that can be had: one whose file is gone has none. */
interface Placed {
  resource: Resource
  packed: Packed
}

/**
 * A course as IMS Common Cartridge: the outline and each lesson as a page, its materials after it, files as they are and
 * addresses as links to the web or to a tool. Paths are in plain letters, for not every reader takes others; titles tell
 * what stands there.
 */
export function cartridgeOf(course: CartridgeCourse, version: CartridgeVersion, known: Known): Packed[] {
  const outline = pageOf('outline', 'syllabus', outlinePage(course))
  const parts = course.content.lessons.map((lesson, at) => lessonOf(lesson, at + 1, version, known))
  const placed = [outline, ...parts.flatMap((part) => part.placed)]
  const items: Item[] = [{ title: '课程纲要', of: outline.resource.id }, ...parts.map(({ item }) => item)]
  const words = manifest(course, version, { items, resources: placed.map(({ resource }) => resource) })
  return [{ path: 'imsmanifest.xml', text: words }, ...placed.map(({ packed }) => packed)]
}

function lessonOf(lesson: Lesson, n: number, version: CartridgeVersion, known: Known) {
  const number = twoDigits(n)
  const title = `第 ${n} 课时 ${lesson.title}`.trim()
  const page = pageOf(`lesson-${number}`, 'lessonplan', cartridgePage(title, lesson))
  const items: Item[] = [{ title: '课时说明', of: page.resource.id }]
  const placed = [page]
  for (const [at, material] of lesson.materials.entries()) {
    const found = materialOf(material, `${number}-${twoDigits(at + 1)}`, version, known)
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
  { endings, tools }: Known,
): Placed | undefined {
  const id = `R_${number}`
  if (kind === 'link') {
    if (!address) return undefined
    const path = `links/${number}.xml`
    const tool = toolOf(address, tools)
    const { type, text } = tool ? toolLink(title, address, tool, version) : webLink(title, address, version)
    return { resource: { id, type, path }, packed: { path, text } }
  }
  const ending = fileId === null ? undefined : endings.get(fileId)
  if (fileId === null || ending === undefined) return undefined
  const path = `web_resources/${number}${ending}`
  return { resource: { id, type: 'webcontent', path }, packed: { path, fileId } }
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')
