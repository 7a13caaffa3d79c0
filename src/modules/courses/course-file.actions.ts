import type { FastifyRequest } from 'fastify'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import type { Download } from '#platform/download.ts'
import { factsOf, filesById, keepFile, readingOf, sendFile, type KeptFile } from '#modules/files/index.ts'
import { insertCourseFile, listCourseFiles, listPublishedFiles, type CourseFile } from './course-file.sql.ts'
import type { courseFileApi } from './course-file.contract.ts'
import type { Lesson } from './content.contract.ts'
import type { CourseSubject } from './entry.load.ts'
import type { EntryKey } from './entry.sql.ts'
import { coursesProblems } from './problems.ts'
import { seesDraft } from './visible.rules.ts'

export async function keepCourseFile(
  ctx: Context,
  { course }: CourseSubject,
  uploadId: string,
): Promise<Reply<typeof courseFileApi.keep>> {
  const file = await keepFile(ctx, course.districtId, uploadId)
  await insertCourseFile(ctx.db, course, { fileId: file.id, fileDistrictId: file.districtId })
  ctx.note({ districtId: course.districtId, unitId: course.schoolId, subjectId: course.id, file: file.name })
  return factsOf(file)
}

/** The files that a course may name, wherever they stand. */
export async function filesOfCourse(ctx: Context, course: EntryKey): Promise<KeptFile[]> {
  return keptOf(ctx, await listCourseFiles(ctx.db, course))
}

/** Those that the reader may see: what is only being written, only those who may see that. */
export async function filesFor(ctx: Context, { course, reader }: CourseSubject): Promise<KeptFile[]> {
  return seesDraft(reader, course) ? filesOfCourse(ctx, course) : keptOf(ctx, await listPublishedFiles(ctx.db, course))
}

async function keptOf(ctx: Context, named: readonly CourseFile[]): Promise<KeptFile[]> {
  const found: KeptFile[] = []
  for (const districtId of new Set(named.map(({ fileDistrictId }) => fileDistrictId))) {
    const there = named.filter(({ fileDistrictId }) => fileDistrictId === districtId)
    found.push(...(await filesById(ctx, districtId, there.map(idOf))).values())
  }
  return found
}

const idOf = ({ fileId }: CourseFile) => fileId

export const fileIdsOf = (lessons: readonly Lesson[]): string[] =>
  lessons.flatMap(({ materials }) => materials.flatMap(({ fileId }) => fileId ?? []))

/** A lesson names files of its own course alone. */
export async function refuseForeignFiles(ctx: Context, course: EntryKey, lessons: readonly Lesson[]): Promise<void> {
  const named = fileIdsOf(lessons)
  if (named.length === 0) return
  const own = new Set((await listCourseFiles(ctx.db, course)).map(idOf))
  if (!named.every((id) => own.has(id))) throw coursesProblems.foreignFile()
}

export interface CourseFileSubject extends CourseSubject {
  file: KeptFile
}

/** A file of a course, as far as the reader may see it. */
export async function findCourseFile(
  ctx: Context,
  subject: CourseSubject | undefined,
  fileId: string,
): Promise<CourseFileSubject | undefined> {
  const file = subject && (await filesFor(ctx, subject)).find(({ id }) => id === fileId)
  return file && { ...subject, file }
}

export const sendCourseFile = (
  ctx: Context,
  { file }: CourseFileSubject,
  asked: { request: FastifyRequest; show: boolean },
): Promise<Download> => sendFile(ctx, file, asked)

export const readCourseFileText = (ctx: Context, { file }: CourseFileSubject) => readingOf(ctx, file)
