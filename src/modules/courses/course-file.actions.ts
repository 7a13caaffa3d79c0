import type { FastifyRequest } from 'fastify'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import type { Download } from '#platform/download.ts'
import { factsOf, filesById, keepFile, readingOf, sendFile, type KeptFile } from '#modules/files/index.ts'
import { insertCourseFile, isPublishedFile, listCourseFiles, type CourseFile } from './course-file.sql.ts'
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
  const named = await listCourseFiles(ctx.db, course)
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

/** A file of a course that the reader finds: what is only being written, only those who may see that. */
export async function findCourseFile(
  ctx: Context,
  subject: CourseSubject | undefined,
  fileId: string,
): Promise<CourseFileSubject | undefined> {
  if (!subject) return undefined
  const { course, reader } = subject
  const file = (await filesOfCourse(ctx, course)).find(({ id }) => id === fileId)
  const isSeen = file && (seesDraft(reader, course) || (await isPublishedFile(ctx.db, course, fileId)))
  return isSeen ? { ...subject, file } : undefined
}

export const sendCourseFile = (
  ctx: Context,
  { file }: CourseFileSubject,
  asked: { request: FastifyRequest; show: boolean },
): Promise<Download> => sendFile(ctx, file, asked)

export const readCourseFileText = (ctx: Context, { file }: CourseFileSubject) => readingOf(ctx, file)
