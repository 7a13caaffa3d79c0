/** What an activity is for; the first two are for families. */
export const activityKinds = ['家长学校', '家庭教育指导', '课后服务', '社团活动', '综合实践', '展示交流', '竞赛', '心理健康工作坊'] as const // prettier-ignore
export type ActivityKind = (typeof activityKinds)[number]

export const activityForms = ['线下', '线上'] as const
export const runners = ['学校', '学区'] as const

/** How many schools make an activity a joint one. */
const JOINT = 2

export const isJoint = (parts: readonly unknown[]): boolean => parts.length >= JOINT

/** What came of an activity, all schools together. */
export function sumOf(parts: readonly { pupils: number; families: number; teachers: number; awards: number }[]) {
  const sum = (key: 'pupils' | 'families' | 'teachers' | 'awards') =>
    parts.reduce((total, part) => total + part[key], 0)
  return { pupils: sum('pupils'), families: sum('families'), teachers: sum('teachers'), awards: sum('awards') }
}
