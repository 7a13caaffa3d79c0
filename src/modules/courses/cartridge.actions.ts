import type { Context } from '#platform/context.ts'
import { Download } from '#platform/download.ts'
import { zipStream, type ZipEntry } from '#platform/zip-stream.ts'
import { readContent, refuseGone, type KeptFile } from '#modules/files/index.ts'
import { listOpenTools } from '#modules/lti/index.ts'
import { bylineFor } from './author.actions.ts'
import type { CartridgeVersion } from './cartridge.contract.ts'
import type { CartridgeCourse } from './cartridge-page.rules.ts'
import { cartridgeOf, type Packed } from './cartridge.rules.ts'
import type { CourseContent } from './content.contract.ts'
import { fileIdsOf, filesFor } from './course-file.actions.ts'
import type { CourseSubject } from './entry.load.ts'
import { findVersion } from './version.sql.ts'

/** What was published last, word for word; before that, what is being written. */
export async function writeCartridge(
  ctx: Context,
  subject: CourseSubject,
  version: CartridgeVersion,
): Promise<Download> {
  const { course } = subject
  const shown = (await findVersion(ctx.db, course, course.published)) ?? {
    ...{ name: course.name, content: course.content, number: 0, publishedAt: ctx.now },
    byline: await bylineFor(ctx, subject),
  }
  const named = new Set(fileIdsOf(shown.content.lessons))
  const files = (await filesFor(ctx, subject)).filter(({ id }) => named.has(id))
  await refuseGone(ctx, files)
  ctx.note({ districtId: course.districtId, unitId: course.schoolId, subjectId: course.id, course: shown.name, version: shown.number }) // prettier-ignore
  const tools = await listOpenTools(ctx, course.clusterId)
  const packed = cartridgeOf(told(subject, shown), version, { endings: endingsOf(files), tools })
  const entries = packed.map((one) => entryOf(ctx, one, files))
  const body = zipStream(entries, shown.publishedAt)
  return new Download(`${shown.name}.imscc`, 'application/vnd.ims.imsccv1p3', body)
}

interface Shown {
  name: string
  content: CourseContent
  byline: string
}

function told({ course, at }: CourseSubject, { name, content, byline }: Shown): CartridgeCourse {
  const { id, subject, stages, theme, licence } = course
  const rights = `署名：${byline || at.name}。使用许可：${licence}。`
  return { id, name, subject, words: [...stages, ...(theme ? [theme] : [])], summary: content.summary, rights, content }
}

/** '.docx', as the file was brought in. */
const endingsOf = (files: readonly KeptFile[]): Map<string, string> =>
  new Map(files.map(({ id, name }) => [id, /\.[A-Za-z\d]{1,8}$/.exec(name)?.[0]?.toLowerCase() ?? '']))

function entryOf({ config }: Context, packed: Packed, files: readonly KeptFile[]): ZipEntry {
  if ('text' in packed) return { name: packed.path, content: packed.text }
  const file = files.find(({ id }) => id === packed.fileId)!
  return { name: packed.path, content: () => readContent(config, file) }
}
