import type { CourseContent } from './content.contract.ts'
import type { Course } from './entry.contract.ts'
import { stepNames, type StepName } from './path.contract.ts'

/** A course as a ledger tells of it. */
export interface LedgerCourse {
  code: string
  name: string
  stage: string
  schoolId: number
  partnerSchoolIds: number[]
  coBuilt: boolean
  featured: boolean
  exported: boolean
}

export interface ChosenCourse extends LedgerCourse {
  step: StepName
  topic: string
}

export interface Chosen {
  topic: string
  /** One for each of three steps, of one topic. */
  path: ChosenCourse[]
  /** Of other topics. */
  others: ChosenCourse[]
}

const STEPS = 3
const OTHERS = 3

/** 古诗词课程11 is about 古诗词. */
export const topicOf = (name: string): string => name.replace(/课程?\d*$/, '')

/** What ledgers call 社区 is the last of the five steps. */
function stepOf({ stage }: LedgerCourse): StepName | undefined {
  const step = stage === '社区' ? '长者' : stage
  return stepNames.find((one) => one === step)
}

/** From a ledger's courses a topic that goes through most steps, and a few more: always the same ones. */
export function chooseSample(courses: readonly LedgerCourse[]): Chosen | undefined {
  const all = courses.flatMap((course): ChosenCourse[] => {
    const step = stepOf(course)
    return step ? [{ ...course, step, topic: topicOf(course.name) }] : []
  })
  const topics = [...new Set(all.map(({ topic }) => topic))]
  const stepsOf = (topic: string) =>
    stepNames.filter((step) => all.some((one) => one.topic === topic && one.step === step))
  const [topic] = topics.sort((a, b) => stepsOf(b).length - stepsOf(a).length || (a < b ? -1 : 1))
  if (topic === undefined || stepsOf(topic).length < STEPS) return undefined
  const first = (step: StepName) => all.filter((one) => one.topic === topic && one.step === step)
  const path = stepsOf(topic).slice(0, STEPS).map((step) => first(step).find(({ exported }) => exported) ?? first(step)[0]!) // prettier-ignore
  const rest = topics.filter((one) => one !== topic).slice(0, OTHERS)
  return { topic, path, others: rest.map((other) => all.find((one) => one.topic === other)!) }
}

/** As what the ledger has it. */
export const kindsOf = ({ coBuilt, featured }: LedgerCourse): Course['kinds'] => [
  ...(coBuilt ? (['共建'] as const) : []),
  ...(featured ? (['特色'] as const) : []),
]

const lesson = (n: number, title: string, goals: string, steps: string): CourseContent['lessons'][number] => ({
  ...{ id: `lesson-${n}`, title, minutes: n === 2 ? 80 : 40, goals, steps },
  materials: [],
})

/** What a course of the sample says: plain, and so that one sees where what stands. */
export const sampleContent = (topic: string): CourseContent => ({
  summary: `从认识${topic}开始，动手做一做，最后向同伴展示。共三课时，任何教师照着都能上。`,
  goals: `知道${topic}是什么，会用学到的方法完成一件作品，愿意向别人介绍。`,
  outline: `一、认识${topic}\n二、动手试一试\n三、展示与交流`,
  implementation: '在普通教室上课，四人一组；用到器材的，课前讲清安全要求，课后清点。',
  appraisal: '看过程：是否动手、是否合作；看作品：同伴互评，教师写一句评语。',
  lessons: [
    lesson(1, `认识${topic}`, `能说出${topic}的一两个特点`, '看图片和实物，说一说在哪里见过，教师小结。'),
    lesson(2, '动手试一试', '会用学到的方法完成一件作品', '教师示范，分组动手，遇到问题先问同伴。'),
    lesson(3, '展示与交流', '愿意介绍自己的作品', '布置展示角，每组介绍，互相提一个建议。'),
  ],
})

const gives: Record<StepName, string> = {
  学前: '有兴趣，愿意听、愿意说、愿意试',
  小学: '掌握基本方法，能独立完成一件小作品',
  初中: '能自己设计，说得出想法',
  高中: '了解相关的职业，能带低年级同学',
  长者: '',
}
export const givesOf = (step: StepName): string => gives[step]
