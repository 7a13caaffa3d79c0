import { z } from 'zod'
import { get, post } from '#shared/endpoint.ts'
import { unitId } from '#modules/organizations/unit.contract.ts'
import { courseStates } from './entry.contract.ts'
import { Review, ReviewFields, Rubric } from './review.contract.ts'

/** The five steps of a path, from the youngest to the oldest; `short` as the documents call them. */
export const pathSteps = [
  { step: '学前', short: '幼' },
  { step: '小学', short: '小' },
  { step: '初中', short: '初' },
  { step: '高中', short: '高' },
  { step: '长者', short: '长' },
] as const
export const stepNames = pathSteps.map(({ step }) => step)
export type StepName = (typeof stepNames)[number]
/** So many courses at least make a path. */
export const FEWEST_STEPS = 2

const text = (max: number, what: string) => z.string().trim().max(max, `${what}最多 ${max} 个字`).default('')

export const PathStep = z.object({
  step: z.enum(stepNames),
  courseId: z.uuid('请选择课程'),
  /** What whoever goes this step takes along to the next. */
  gives: text(300, '“给下一段什么”'),
})
export type PathStep = z.output<typeof PathStep>

export const PathFields = z.object({
  name: z.string('请写长程课程的名称').trim().min(2, '请写长程课程的名称，如剪纸').max(60, '名称最多 60 个字'),
  theme: z.string().trim().max(20, '主题最多 20 个字').optional(),
  aims: text(500, '总的目标'),
  byline: z.string().trim().max(200, '署名最多 200 个字').optional(),
})
export const PathBody = PathFields.extend({ steps: z.array(PathStep).max(stepNames.length, '最多五段') })
export type PathBody = z.output<typeof PathBody>

const Named = z.object({ id: z.number(), name: z.string() })

/** One of the five steps as a page shows it; without a course it is a gap. */
export const ShownStep = z.object({
  step: z.enum(stepNames),
  short: z.string(),
  gives: z.string(),
  course: z
    .object({
      id: z.string(),
      name: z.string(),
      school: z.string(),
      /** The reader may open it. */
      isOpen: z.boolean(),
    })
    .nullable(),
})
export type ShownStep = z.infer<typeof ShownStep>

export const PathLine = z.object({
  id: z.string(),
  name: z.string(),
  theme: z.string().nullable(),
  school: Named,
  state: z.enum(courseStates),
  published: z.number(),
  isWithdrawn: z.boolean(),
  steps: z.array(ShownStep),
})
export type PathLine = z.infer<typeof PathLine>

export const pathVerbs = ['write', 'submit', 'recall', 'review', 'withdraw', 'restore', 'drop'] as const

export const CoursePath = PathLine.extend({
  aims: z.string(),
  byline: z.string(),
  cluster: Named,
  revision: z.number(),
  admittedOn: z.string().nullable(),
  /** What is being written is shown, beside what was admitted. */
  isDraft: z.boolean(),
  /** Nobody in the cluster can judge it: the office decides instead. */
  isExpertless: z.boolean(),
  /** The mean that the experts of the current round gave, of 100. */
  score: z.number().nullable(),
  reviews: z.array(Review),
  rubric: Rubric.nullable(),
  can: z.array(z.enum(pathVerbs)),
})
export type CoursePath = z.infer<typeof CoursePath>

export const PathReviewFields = ReviewFields.omit({ kinds: true })
export type PathReviewFields = z.output<typeof PathReviewFields>

const ofUnit = z.object({ unitId })
const ofPath = z.object({ pathId: z.uuid() })
const nothingMore = z.object({})
const revision = z.number().int()

export const pathApi = {
  /** The paths of a cluster that were admitted, and those being written by the reader's own school or below the reader. */
  list: get('/api/units/:unitId/course-paths', {
    title: '长程课程',
    params: ofUnit,
    reply: z.object({
      paths: z.array(PathLine),
      /** The reader's own schools in the cluster, for which a path can be begun. */
      schools: z.array(Named),
    }),
  }),
  /** The courses of a cluster that can stand on a step: published, and seen by the whole cluster. */
  choices: get('/api/units/:unitId/course-paths/choices', {
    title: '长程课程可选的课程',
    params: ofUnit,
    reply: z.object({
      courses: z.array(z.object({ id: z.string(), name: z.string(), school: z.string(), stages: z.array(z.string()) })),
    }),
  }),
  create: post('/api/units/:unitId/course-paths', {
    title: '登记长程课程',
    params: ofUnit,
    body: PathBody.extend({ schoolId: unitId.optional() }),
    reply: z.object({ id: z.string() }),
  }),
  read: get('/api/course-paths/:pathId', { title: '查看长程课程', params: ofPath, reply: CoursePath }),
  save: post('/api/course-paths/:pathId', {
    title: '修改长程课程',
    params: ofPath,
    body: PathBody.extend({ revision }),
    reply: z.object({ revision }),
  }),
  submit: post('/api/course-paths/:pathId/submit', {
    title: '送审长程课程',
    params: ofPath,
    body: z.object({ revision }),
    reply: nothingMore,
  }),
  review: post('/api/course-paths/:pathId/reviews', {
    title: '审核长程课程',
    params: ofPath,
    body: PathReviewFields,
    reply: nothingMore,
  }),
  recall: post('/api/course-paths/:pathId/recall', { title: '撤回长程课程的送审', params: ofPath, reply: nothingMore }),
  withdraw: post('/api/course-paths/:pathId/withdraw', { title: '下架长程课程', params: ofPath, reply: nothingMore }),
  restore: post('/api/course-paths/:pathId/restore', { title: '重新上架长程课程', params: ofPath, reply: nothingMore }),
  /** One that was never admitted. */
  drop: post('/api/course-paths/:pathId/drop', { title: '删除长程课程', params: ofPath, reply: nothingMore }),
}
