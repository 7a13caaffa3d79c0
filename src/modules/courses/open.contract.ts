import { z } from 'zod'
import { get } from '#shared/endpoint.ts'
import { FileFacts, FileQuery } from '#modules/files/file.contract.ts'
import { Course, courseStages } from './entry.contract.ts'
import { CourseLine, findApi } from './find.contract.ts'

const ofCourse = z.object({ courseId: z.uuid() })
const { q, after } = findApi.list.query.shape

/** What is 公开, for everybody: no account is asked for, and nobody is told more than what was published. */
export const openApi = {
  list: get('/api/open/courses', {
    title: '公开的课程',
    query: z.object({ q, after, stage: z.enum(courseStages).optional() }),
    reply: z.object({
      courses: z.array(
        CourseLine.pick({
          ...{ id: true, name: true, school: true, stages: true, subject: true, theme: true, kinds: true },
          ...{ snippet: true, publishedOn: true },
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  read: get('/api/open/courses/:courseId', {
    title: '公开的一门课程',
    params: ofCourse,
    reply: Course.pick({
      ...{ name: true, stages: true, subject: true, theme: true, licence: true, kinds: true },
      ...{ byline: true, content: true, school: true },
    }).extend({
      number: z.number(),
      publishedAt: z.string(),
      /** Those that the version names. */
      files: z.array(FileFacts),
    }),
  }),
  file: get('/api/open/courses/:courseId/files/:fileId', {
    title: '下载公开课程的文件',
    params: ofCourse.extend({ fileId: z.uuid() }),
    query: FileQuery,
    reply: z.any(),
  }),
}
