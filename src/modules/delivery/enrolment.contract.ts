import { z } from 'zod'
import { post } from '#shared/endpoint.ts'
import { grades } from '#shared/school-class.ts'

/** A class that takes part; no pupil is named. */
export const ClassLine = z.object({
  grade: z.enum(grades, '请选择年级'),
  className: z.string('请填写班级').trim().min(1, '请填写班级，如（2）班').max(20, '班级不能超过 20 个字'),
  headCount: z.number('请填写人数').int('人数应是整数').min(1, '人数至少 1 人').max(500, '一个班的人数不能超过 500 人'),
})
export type ClassLine = z.infer<typeof ClassLine>

export const Enrolled = ClassLine.extend({ schoolId: z.number(), school: z.string(), room: z.string() })
export type Enrolled = z.infer<typeof Enrolled>

export const EnrolFields = z.object({
  /** Left out by those who enrol for one school only. */
  schoolId: z.number('请选择学校').int().optional(),
  /** All classes of the school; none: it takes part no more. */
  classes: z.array(ClassLine).max(40, '一次最多报 40 个班'),
  /** Where its classes sit, for lessons that are given at a distance. */
  room: z.string().trim().max(40, '教室不能超过 40 个字').default(''),
})

export const enrolmentApi = {
  enrol: post('/api/offerings/:offeringId/classes', {
    title: '班级报名',
    params: z.object({ offeringId: z.uuid() }),
    body: EnrolFields,
    reply: z.object({ people: z.number() }),
  }),
}
