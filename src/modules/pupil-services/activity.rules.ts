/** What an activity is for; the first two are for families. */
export const activityKinds = ['家长学校', '家庭教育指导', '课后服务', '社团活动', '综合实践', '展示交流', '竞赛', '心理健康工作坊'] as const // prettier-ignore
export type ActivityKind = (typeof activityKinds)[number]

export const activityForms = ['线下', '线上'] as const
export const runners = ['学校', '学区'] as const

/** How many schools make an activity a joint one. */
const JOINT = 2

export const isJoint = (parts: readonly unknown[]): boolean => parts.length >= JOINT

/** A school's awards: all of them, and how many were prizes of these grades. */
export interface Awards {
  awards: number
  firstPrizes: number
  secondPrizes: number
  thirdPrizes: number
}

/** Whoever writes the prizes need not add them up. */
export const withAllAwards = <T extends Awards>(part: T): T => ({
  ...part,
  awards: Math.max(part.awards, part.firstPrizes + part.secondPrizes + part.thirdPrizes),
})

/** 8（一等奖 3，二等奖 5） */
export function awardsInWords({ awards, firstPrizes, secondPrizes, thirdPrizes }: Awards): string {
  if (awards === 0) return '—'
  const grades = Object.entries({ 一等奖: firstPrizes, 二等奖: secondPrizes, 三等奖: thirdPrizes })
  const told = grades.flatMap(([grade, n]) => (n > 0 ? [`${grade} ${n}`] : []))
  return told.length > 0 ? `${awards}（${told.join('，')}）` : String(awards)
}

const counted = ['pupils', 'families', 'teachers', 'awards', 'firstPrizes', 'secondPrizes', 'thirdPrizes'] as const
type Counts = Record<(typeof counted)[number], number>

/** What came of an activity, all schools together. */
export const sumOf = (parts: readonly Counts[]): Counts =>
  Object.fromEntries(counted.map((key) => [key, parts.reduce((total, part) => total + part[key], 0)])) as Counts
