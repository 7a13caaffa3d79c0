import { z } from 'zod'
import { del, get, patch, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { PlanShown } from './plan.contract.ts'

export const courseTiers = ['区级', '学区集团', '校本'] as const
export type CourseTier = (typeof courseTiers)[number]
export const courseStates = [
  '报名中',
  '进行中',
  '待申报',
  '已申报',
  '已退回',
  '已认定',
  '待记学分',
  '已记学分',
] as const
export type CourseState = (typeof courseStates)[number]
export const courseVerbs = ['change', 'enrol', 'leave', 'mark', 'finish', 'add'] as const

const time = z.string('请填写时间').regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写作 13:30')

export const NewSession = z
  .object({
    id: z.uuid().optional(),
    day: z.iso.date('请填写日期，如 2026-03-01'),
    from: time,
    until: time,
    hours: z.coerce.number('请填写学时').min(0.5, '学时至少 0.5').max(24, '一场不超过 24 学时').multipleOf(0.5, '学时以 0.5 为单位'), // prettier-ignore
    place: z.string('请填写地点').trim().min(1, '请填写地点').max(100, '地点不能超过 100 个字'),
    trainer: z.string().trim().max(60, '授课人不能超过 60 个字').default(''),
  })
  .refine(({ from, until }) => from < until, { path: ['until'], message: '结束时间要晚于开始时间' })
export type NewSession = z.input<typeof NewSession>

export const NewCourse = z.object({
  title: z.string('请填写课程名称').trim().min(2, '请填写课程名称').max(80, '课程名称不能超过 80 个字'),
  field: z.string('请选择内容').min(1, '请选择内容'),
  stage: z.string().max(20).optional(),
  subject: z.string().trim().max(30, '学科不能超过 30 个字').optional(),
  capacity: z.coerce.number().int('人数是整数').min(1, '人数至少 1 人').max(5000, '人数不能超过 5000 人').optional(),
  words: z.string().trim().max(500, '说明不能超过 500 个字').optional(),
  sessions: z.array(NewSession).min(1, '至少要有一场').max(60, '一门课程不超过 60 场'),
})

export const SessionLine = z.object({
  id: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  hours: z.number(),
  place: z.string(),
  trainer: z.string(),
})
export type SessionLine = z.infer<typeof SessionLine>

/** A course in a list. */
export const CourseLine = z.object({
  id: z.string(),
  unitId: z.number(),
  unitName: z.string(),
  tier: z.enum(courseTiers),
  title: z.string(),
  field: z.string(),
  stage: z.string().nullable(),
  subject: z.string().nullable(),
  capacity: z.number().nullable(),
  words: z.string().nullable(),
  hours: z.number(),
  sessions: z.number(),
  startsAt: z.string(),
  endsAt: z.string(),
  people: z.number(),
  state: z.enum(courseStates),
  /** As which tier the district recognised it. */
  countsAs: z.string().nullable(),
  /** The reader takes part. */
  mine: z.boolean(),
})
export type CourseLine = z.infer<typeof CourseLine>

/** One who takes part. */
export const Participant = z.object({
  teacherId: z.string(),
  name: z.string(),
  masked: z.boolean(),
  schoolId: z.number(),
  schoolName: z.string(),
  /** The ids of the sessions that they came to. */
  attended: z.array(z.string()),
  hours: z.number(),
  /** What that earns; 0 where they came to too few. */
  credits: z.number(),
})
export type Participant = z.infer<typeof Participant>

export const DeclarationTold = z.object({
  state: z.enum(['已申报', '已认定', '已退回']),
  declaredAt: z.string(),
  declaredBy: z.string(),
  countsAs: z.string().nullable(),
  reason: z.string().nullable(),
  number: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
})
export type DeclarationTold = z.infer<typeof DeclarationTold>

export const CoursePage = z.object({
  course: CourseLine,
  credits: z.number(),
  sessions: z.array(SessionLine),
  /** Those whom the reader sees; of a teacher, the reader alone. */
  people: z.array(Participant),
  declarations: z.array(DeclarationTold),
  plan: PlanShown.nullable(),
  can: z.array(z.enum(courseVerbs)),
})
export type CoursePage = z.infer<typeof CoursePage>

export const Candidate = z.object({
  teacherId: z.string(),
  name: z.string(),
  staffNo: z.string(),
  schoolName: z.string(),
})

const ofUnit = z.object({ unitId })
const ofCourse = z.object({ courseId: z.uuid() })

export const courseApi = {
  list: get('/api/units/:unitId/training', {
    title: '研修课程',
    params: ofUnit,
    query: z.object({ year: z.coerce.number().int().min(1900).max(2999).optional() }),
    reply: z.object({
      year: z.number(),
      years: z.array(z.number()),
      courses: z.array(CourseLine),
      plan: PlanShown.nullable(),
      can: z.array(z.enum(['make', 'recognise', 'readCredits'])),
    }),
  }),
  make: post('/api/units/:unitId/training', {
    title: '新建研修课程',
    params: ofUnit,
    body: NewCourse,
    reply: z.object({ id: z.string() }),
  }),
  read: get('/api/training-courses/:courseId', { title: '研修课程的详情', params: ofCourse, reply: CoursePage }),
  change: patch('/api/training-courses/:courseId', {
    title: '修改研修课程',
    params: ofCourse,
    body: NewCourse,
    reply: z.object({}),
  }),
  drop: del('/api/training-courses/:courseId', { title: '删去研修课程', params: ofCourse, reply: z.object({}) }),
  /** The reader takes part, or no longer. */
  enrol: post('/api/training-courses/:courseId/enrolment', {
    title: '报名研修课程',
    params: ofCourse,
    reply: z.object({ title: z.string() }),
  }),
  leave: del('/api/training-courses/:courseId/enrolment', {
    title: '退出研修课程',
    params: ofCourse,
    reply: z.object({}),
  }),
  candidates: get('/api/training-courses/:courseId/candidates', {
    title: '可以报名研修课程的教师',
    params: ofCourse,
    query: z.object({ q: z.string().trim().max(50).default('') }),
    reply: z.object({ candidates: z.array(Candidate) }),
  }),
  /** Teachers whom the organiser or their school puts on the list. */
  add: post('/api/training-courses/:courseId/people', {
    title: '为教师报名研修课程',
    params: ofCourse,
    body: z.object({ teacherIds: z.array(z.uuid()).min(1, '请选择教师').max(500, '一次最多 500 人') }),
    reply: z.object({ added: z.number() }),
  }),
  /** Who came to a session: all of them, each time. */
  mark: post('/api/training-courses/:courseId/sessions/:sessionId/attendance', {
    title: '登记研修到课',
    params: ofCourse.extend({ sessionId: z.uuid() }),
    body: z.object({ teacherIds: z.array(z.uuid()).max(5000) }),
    reply: z.object({ present: z.number() }),
  }),
  /** A cluster declares a course that is over; a school and a district give its credits at once. */
  finish: post('/api/training-courses/:courseId/finish', {
    title: '申报研修课程或记学分',
    params: ofCourse,
    reply: z.object({ declared: z.boolean(), people: z.number() }),
  }),
}
