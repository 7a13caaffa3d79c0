import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import type { Exchange } from '#platform/route.ts'
import { beginLaunch, listOpenTools } from '#modules/lti/index.ts'
import { toolOf } from '#modules/lti/tool.contract.ts'
import type { CourseContent, Material } from './content.contract.ts'
import { readAccess } from './entry.access.ts'
import { loadCourse, type CourseSubject } from './entry.load.ts'
import { coursesProblems } from './problems.ts'
import type { toolLinkApi } from './tool-link.contract.ts'
import { findVersion } from './version.sql.ts'

export async function readTools(ctx: Context, { course }: CourseSubject): Promise<Reply<typeof toolLinkApi.list>> {
  const tools = await listOpenTools(ctx, course.clusterId)
  return { tools: tools.map(({ name, address }) => ({ name, address })) }
}

interface LinkSubject extends CourseSubject {
  material: Material & { address: string }
}

/** A link in what the reader is shown of a course. */
export async function loadLink(ctx: Context, courseId: string, materialId: string): Promise<LinkSubject | undefined> {
  const subject = await loadCourse(ctx, courseId)
  const content = subject && (await shownTo(ctx, subject))
  const material = content?.lessons.flatMap(({ materials }) => materials).find(({ id }) => id === materialId)
  if (!subject || !material?.address || material.kind !== 'link') return undefined
  return { ...subject, material: { ...material, address: material.address } }
}

async function shownTo(ctx: Context, subject: CourseSubject): Promise<CourseContent | undefined> {
  const { course } = subject
  if (readAccess.readDraft(ctx.actor, subject)) return course.content
  return (await findVersion(ctx.db, course, course.published))?.content
}

/** Where the browser goes: only ever to the login of a tool that is registered. */
export async function wayInto(ctx: Context, { course, material }: LinkSubject, exchange: Exchange): Promise<string> {
  const { id, title, address } = material
  const tool = toolOf(address, await listOpenTools(ctx, course.clusterId))
  if (!tool) throw coursesProblems.toolClosed()
  const link = { id, title: title || tool.name, address, course: { id: course.id, name: course.name } }
  return beginLaunch(ctx, tool, link, exchange)
}
