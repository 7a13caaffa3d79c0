import { z } from 'zod'

const text = (max: number) => z.string().max(max, `最多${max}个字。`)

export const materialKinds = ['file', 'link'] as const

/** A file or a link that belongs to a lesson. Its id stays through versions and copies, so that changes can be told. */
export const material = z.object({
  id: z.string().max(40),
  kind: z.enum(materialKinds),
  title: text(200),
  /** Of a file: the file that is kept. */
  fileId: z.uuid().nullable(),
  /** Of a link. */
  address: text(2000).nullable(),
})
export type Material = z.infer<typeof material>

export const lesson = z.object({
  id: z.string().max(40),
  title: text(200),
  /** How long it takes, in minutes. */
  minutes: z.int().min(1).max(1000).nullable(),
  goals: text(5000),
  steps: text(20_000),
  materials: z.array(material).max(50, '一课时最多放50份材料。'),
})
export type Lesson = z.infer<typeof lesson>

/** What a course says: the outline (课程纲要) in its usual five parts, and its lessons. */
export const courseContent = z.object({
  summary: text(2000),
  goals: text(5000),
  outline: text(20_000),
  implementation: text(10_000),
  appraisal: text(5000),
  lessons: z.array(lesson).max(200, '一门课程最多200课时。'),
})
export type CourseContent = z.infer<typeof courseContent>

export const outlineParts = [
  { key: 'summary', title: '课程简介' },
  { key: 'goals', title: '课程目标' },
  { key: 'outline', title: '课程内容' },
  { key: 'implementation', title: '课程实施' },
  { key: 'appraisal', title: '课程评价' },
] as const

export const emptyContent: CourseContent = {
  summary: '',
  goals: '',
  outline: '',
  implementation: '',
  appraisal: '',
  lessons: [],
}
