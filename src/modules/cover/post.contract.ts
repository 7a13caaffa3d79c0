import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { weekRhythms } from '#shared/week.ts'

export const postForms = ['跨校兼课', '走教'] as const
const day = z.iso.date('请填写日期，如 2026-09-01')

export const PostLesson = z.object({
  weekday: z.number('请选择星期').int().min(1).max(7),
  period: z.number('请选择节次').int().min(1).max(14),
  className: z.string('请填写班级').trim().min(1, '请填写班级').max(30, '不能超过 30 个字'),
  subject: z.string('请填写学科').trim().min(1, '请填写学科').max(30, '不能超过 30 个字'),
  weeks: z.enum(weekRhythms).default('每周'),
})
export type PostLesson = z.infer<typeof PostLesson>

export const NewPost = z.object({
  teacherId: z.uuid('请选择教师'),
  toSchoolId: z.number('请选择学校').int(),
  /** Where at that school; null: it is not told apart. */
  campusId: z.number().int().nullable().default(null),
  form: z.enum(postForms, '请选择方式'),
  fromDay: day,
  untilDay: day,
  lessons: z.array(PostLesson).min(1, '请至少填一节课').max(40, '一次最多填 40 节课'),
})

export const PostLine = z.object({
  id: z.string(),
  teacherId: z.string(),
  teacherName: z.string(),
  fromSchool: z.string(),
  toSchool: z.string(),
  campus: z.string().nullable(),
  form: z.enum(postForms),
  fromDay: z.string(),
  untilDay: z.string(),
  lessons: z.array(PostLesson),
  /** A rotation on file stands behind it. */
  rotation: z.boolean(),
  can: z.array(z.enum(['end'])),
})
export type PostLine = z.infer<typeof PostLine>

export const postApi = {
  list: get('/api/units/:unitId/cover/posts', {
    title: '跨校兼课和走教',
    params: z.object({ unitId }),
    reply: z.object({
      posts: z.array(PostLine),
      /** Whom and where an office may choose; nothing for others. */
      teachers: z.array(
        z.object({
          teacherId: z.string(),
          name: z.string(),
          schoolId: z.number(),
          schoolName: z.string(),
          subject: z.string().nullable(),
        }),
      ),
      schools: z.array(
        z.object({
          schoolId: z.number(),
          schoolName: z.string(),
          campuses: z.array(z.object({ id: z.number(), name: z.string() })),
        }),
      ),
    }),
  }),
  add: post('/api/units/:unitId/cover/posts', {
    title: '登记跨校兼课',
    params: z.object({ unitId }),
    body: NewPost,
    reply: z.object({ id: z.string(), rotation: z.boolean() }),
  }),
  end: post('/api/cover-posts/:postId/end', {
    title: '结束跨校兼课',
    params: z.object({ postId: z.uuid() }),
    body: z.object({ day }),
    reply: z.object({}),
  }),
}
