import type { Input, Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { badField } from '#platform/problems.ts'
import { factsOf, filesById, findFile, keepFile, releaseFile, type KeptFile } from '#modules/files/index.ts'
import { noteOf } from './event.actions.ts'
import type { Event, eventApi } from './event.contract.ts'
import type { EventSubject } from './event.load.ts'
import { deleteLink, insertLink, listLinks } from './event-parts.sql.ts'
import { researchProblems } from './problems.ts'

/** What one reads before an activity and what came of it. */
export async function linksOf(ctx: Context, { event }: EventSubject): Promise<Event['links']> {
  const links = await listLinks(ctx.db, event)
  const files = await filesById(ctx, event.districtId, links.flatMap(({ fileId }) => fileId ?? [])) // prettier-ignore
  return links.map(({ fileId, ...link }) => {
    const file = fileId === null ? undefined : files.get(fileId)
    return { ...link, file: file ? factsOf(file) : null }
  })
}

/** An address, a few words, or a file; a file is called as it was, where nobody says otherwise. */
export async function addLink(
  ctx: Context,
  subject: EventSubject,
  { uploadId, title, ...link }: Input<typeof eventApi.addLink>['body'],
): Promise<Reply<typeof eventApi.addLink>> {
  if (title === '' && uploadId === undefined) throw badField('title', '请填写名称')
  if (link.address === '' && link.words === '' && uploadId === undefined) throw researchProblems.linkOrWords()
  const { event } = subject
  const file = uploadId === undefined ? undefined : await keepFile(ctx, event.districtId, uploadId)
  const called = { title: title || (file?.name ?? ''), fileId: file?.id ?? null }
  await insertLink(ctx.db, event, { ...link, ...called, id: ctx.newId(), addedAt: ctx.now, addedBy: ctx.actor.name })
  ctx.note({ ...noteOf(subject), link: called.title })
  return {}
}

export async function dropLink(ctx: Context, subject: EventSubject, linkId: string): Promise<Record<string, never>> {
  const { event } = subject
  const gone = await deleteLink(ctx.db, event, linkId)
  if (!gone) throw researchProblems.noLink()
  if (gone.fileId !== null) await releaseFile(ctx, event.districtId, gone.fileId)
  ctx.note(noteOf(subject))
  return {}
}

export type LinkFile = EventSubject & { file: KeptFile }

/** The file of a material or an outcome. */
export async function findLinkFile(
  ctx: Context,
  subject: EventSubject | undefined,
  linkId: string,
): Promise<LinkFile | undefined> {
  if (!subject) return undefined
  const { event } = subject
  const fileId = (await listLinks(ctx.db, event)).find(({ id }) => id === linkId)?.fileId
  const file = fileId ? await findFile(ctx.db, event.districtId, fileId) : undefined
  return file && { ...subject, file }
}
