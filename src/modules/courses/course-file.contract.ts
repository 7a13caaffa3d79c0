import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { FileFacts, FileQuery, FileText } from '#modules/files/file.contract.ts'

const ofCourse = z.object({ courseId: z.uuid() })
const ofFile = ofCourse.extend({ fileId: z.uuid() })

export const courseFileApi = {
  /** Keeps a file that was uploaded, for the lessons of this course to name. */
  keep: post('/api/courses/:courseId/files', {
    title: '添加课程文件',
    params: ofCourse,
    body: z.object({ uploadId: z.uuid() }),
    reply: FileFacts,
  }),
  /** What there is to know of the files that the course names. */
  list: get('/api/courses/:courseId/files', {
    title: '课程文件',
    params: ofCourse,
    reply: z.object({ files: z.array(FileFacts) }),
  }),
  read: get('/api/courses/:courseId/files/:fileId', {
    title: '下载课程文件',
    params: ofFile,
    query: FileQuery,
    reply: z.any(),
  }),
  text: get('/api/courses/:courseId/files/:fileId/text', {
    title: '课程文件里的文字',
    params: ofFile,
    reply: FileText,
  }),
}
