import { dayInWords } from '#shared/day.ts'

export const needStatuses = ['拟报', '已报区', '已招到', '未招到'] as const
export type NeedStatus = (typeof needStatuses)[number]

interface Place {
  schoolId: number
  stage: string
  subject: string
}

export const isSame = (a: Place, b: Place): boolean =>
  a.schoolId === b.schoolId && a.stage === b.stage && a.subject === b.subject

/** What is lacking and on no list yet. */
export function suggestionsOf<U extends Place & { n: number }>(
  unmet: readonly U[],
  needs: readonly (Place & { n: number })[],
): U[] {
  return unmet.filter((lack) => !needs.some((need) => isSame(need, lack)))
}

/** Found all or some, or nobody. */
export const outcomeOf = (hired: number): NeedStatus => (hired > 0 ? '已招到' : '未招到')

/** Why so many cannot have been hired, in words, and in which field. */
export function whyNotHired(hired: number, { n }: { n: number }) {
  return hired > n ? { path: 'hired', message: `报区 ${n} 人，招到的人数不能大于 ${n}。` } : undefined
}

export function whyNotReport(on: string, today: string) {
  return on > today ? { path: 'on', message: `报区日期不能晚于今天（${dayInWords(today)}）。` } : undefined
}
