import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { courseContent, lesson } from './content.contract.ts'
import { Review, Rubric } from './review.contract.ts'

export const courseStages = ['学前', '小学', '初中', '高中', '中职', '长者'] as const
export const audiences = ['本校', '学区', '全区', '公开'] as const
export const licences = ['署名', '署名-非商业', '署名-非商业-禁止改编', '仅限学区内使用'] as const
/** A copy of one under this licence stays as the origin is. */
export const UNCHANGED_LICENCE = '署名-非商业-禁止改编'
export const courseKinds = ['共建', '特色', '精品', '长程'] as const
export type CourseKind = (typeof courseKinds)[number]
/** What can be asked for: 长程 is asked for by a path, and its courses are 长程 as long as it is admitted. */
export const soughtKinds = courseKinds.filter((kind) => kind !== '长程')
export const courseStates = ['编写中', '学校审核', '专家评审', '学区审定', '已入库'] as const
export type CourseState = (typeof courseStates)[number]

const label = (max: number, what: string) => z.string().trim().max(max, `${what}最多 ${max} 个字`)

const fields = z.object({
  name: label(60, '课程名称').min(2, '请写课程名称，如船模制作'),
  stages: z.array(z.enum(courseStages), '请选择适合的学段').min(1, '请选择适合的学段'),
  subject: label(20, '学科').optional(),
  theme: label(20, '主题').optional(),
  audience: z.enum(audiences, '请选择谁可以看'),
  licence: z.enum(licences, '请选择别人可以怎样使用'),
})

/** What is said of a course when it is begun. */
export const NewCourse = fields.extend({
  /** Only where the person works at several. */
  schoolId: unitId.optional(),
  /** Only where the school is in several. */
  clusterId: unitId.optional(),
})

export const CourseAbout = fields.extend({
  partnerSchoolIds: z.array(unitId).max(20, '共建学校最多 20 所').default([]),
  /** The number under which ledgers tell the same course. */
  code: label(40, '台账编号').optional(),
  /** Left out: as the authors' names give it. */
  byline: label(300, '署名').optional(),
})
export type CourseAbout = z.output<typeof CourseAbout>

export const Outline = courseContent.omit({ lessons: true })
export const Submission = z.object({
  kindsSought: z.array(z.enum(courseKinds)).default([]),
  note: label(200, '说明').default(''),
})

/** What of a published course changes with its next version alone: who finds it by it, and what others may do with it. */
export const Told = z.object({
  stages: z.array(z.enum(courseStages)),
  subject: z.string().nullable(),
  theme: z.string().nullable(),
  licence: z.enum(licences),
})
export type Told = z.infer<typeof Told>

const Named = z.object({ id: z.number(), name: z.string() })

export const VersionLine = z.object({
  number: z.number(),
  name: z.string(),
  byline: z.string(),
  note: z.string(),
  kinds: z.array(z.enum(courseKinds)),
  publishedAt: z.string(),
})
export type VersionLine = z.infer<typeof VersionLine>

export const courseVerbs = ['write', 'submit', 'recall', 'review', 'withdraw', 'restore', 'adopt', 'update'] as const

export const Course = z.object({
  id: z.string(),
  name: z.string(),
  stages: z.array(z.enum(courseStages)),
  subject: z.string().nullable(),
  theme: z.string().nullable(),
  audience: z.enum(audiences),
  /** For whom the next version is to be, where that is for more. */
  audienceSought: z.enum(audiences).nullable(),
  licence: z.enum(licences),
  /** What the next version says of itself, where that is otherwise. */
  aboutSought: Told.nullable(),
  code: z.string().nullable(),
  cluster: Named,
  school: Named,
  partners: z.array(Named),
  state: z.enum(courseStates),
  kinds: z.array(z.enum(courseKinds)),
  kindsSought: z.array(z.enum(courseKinds)),
  note: z.string(),
  /** The number of the version shown; null: what is being written. */
  shows: z.number().nullable(),
  published: z.number(),
  admittedOn: z.string().nullable(),
  isWithdrawn: z.boolean(),
  revision: z.number(),
  content: courseContent,
  byline: z.string(),
  /** Somebody wrote it otherwise than the names give it. */
  isBylineOwn: z.boolean(),
  /** For those who write it. */
  authors: z.array(z.object({ teacherId: z.string(), name: z.string(), school: z.string() })),
  versions: z.array(VersionLine),
  /** Nobody in the cluster can judge it: the office decides instead. */
  isExpertless: z.boolean(),
  /** The mean that the experts of the current round gave, of 100. */
  score: z.number().nullable(),
  reviews: z.array(Review),
  rubric: Rubric.nullable(),
  /** Of a copy: where it comes from. */
  origin: z
    .object({
      id: z.string(),
      name: z.string(),
      school: z.string(),
      version: z.number(),
      latest: z.number(),
      mayChange: z.boolean(),
    }) // prettier-ignore
    .nullable(),
  /** The schools that took it over. */
  adopters: z.array(z.string()),
  /** The reader's own schools that have not taken it over yet; and the copies of those that have. */
  adoptInto: z.array(Named),
  copies: z.array(z.object({ id: z.string(), school: z.string() })),
  /** Schools that may be partners: the cluster's others. */
  partnerChoices: z.array(Named),
  can: z.array(z.enum(courseVerbs)),
})
export type Course = z.infer<typeof Course>

const ofCourse = z.object({ courseId: z.uuid() })
const nothingMore = z.object({})
const revision = z.number().int()

export const courseApi = {
  /** For whom the person may begin a course. */
  places: get('/api/courses/places', {
    title: '登记课程的学校',
    reply: z.object({ schools: z.array(Named.extend({ clusters: z.array(Named) })), subjects: z.array(z.string()) }),
  }),
  create: post('/api/courses', { title: '登记课程', body: NewCourse, reply: z.object({ id: z.string() }) }),
  read: get('/api/courses/:courseId', { title: '查看课程', params: ofCourse, reply: Course }),
  /** Writes what is given and leaves the rest; `revision`: what the writer saw. */
  save: post('/api/courses/:courseId', {
    title: '修改课程',
    params: ofCourse,
    body: z.object({
      revision,
      about: CourseAbout.optional(),
      outline: Outline.optional(),
      lessons: z.array(lesson).max(200, '一门课程最多 200 课时').optional(),
    }),
    reply: z.object({ revision }),
  }),
  submit: post('/api/courses/:courseId/submit', {
    title: '送审课程',
    params: ofCourse,
    body: Submission.extend({ revision }),
    reply: nothingMore,
  }),
  recall: post('/api/courses/:courseId/recall', { title: '撤回送审', params: ofCourse, reply: nothingMore }),
  withdraw: post('/api/courses/:courseId/withdraw', { title: '下架课程', params: ofCourse, reply: nothingMore }),
  restore: post('/api/courses/:courseId/restore', { title: '重新上架课程', params: ofCourse, reply: nothingMore }),
  /** By the full name, from the registers of the course's schools; several of that name come back to choose from. */
  addAuthor: post('/api/courses/:courseId/authors', {
    title: '增加课程作者',
    params: ofCourse,
    body: z.object({
      name: label(30, '姓名').min(2, '请写教师的完整姓名'),
      teacherId: z.uuid().optional(),
    }),
    reply: z.object({
      choices: z.array(z.object({ teacherId: z.string(), school: z.string(), note: z.string() })),
    }),
  }),
  dropAuthor: post('/api/courses/:courseId/authors/:teacherId/drop', {
    title: '去掉课程作者',
    params: ofCourse.extend({ teacherId: z.uuid() }),
    reply: nothingMore,
  }),
}
