import { dayInWords } from '#shared/day.ts'
import { firstDay, lastDay } from '#shared/school-year.ts'

export const poolStatuses = ['待定', '在池', '未入池', '已出池'] as const
export type PoolStatus = (typeof poolStatuses)[number]

export const taskKinds = ['带教', '领衔', '送教', '其他'] as const

/** The levels of the register, the highest first; 区后备 and 区新秀 are those who are coming. */
export const levels = ['市骨干', '区骨干', '区后备', '区新秀', '校骨干'] as const

export interface Stay {
  status: PoolStatus
  schoolYear: number
  since: string | null
  leftOn: string | null
}

/** A stay is told in the year for which it was proposed, and in every year of which it covers a day. */
export function standsIn({ status, schoolYear, since, leftOn }: Stay, year: number): boolean {
  if (schoolYear === year) return true
  if (since === null || status === '待定' || status === '未入池') return false
  return since <= lastDay(year) && (leftOn === null || leftOn >= firstDay(year))
}

/** The term of a member is over, and nobody has said that they left. */
export const isOver = ({ status, until }: { status: PoolStatus; until: string | null }, today: string): boolean =>
  status === '在池' && until !== null && until < today

/** Those that wait first, then those in the pool; among them the highest level first, then by pinyin. */
export function inOrder<M extends { status: PoolStatus; level: string | null; pinyin: string }>(
  members: readonly M[],
): M[] {
  const rank = ({ level }: M) => {
    const at = (levels as readonly (string | null)[]).indexOf(level)
    return at < 0 ? levels.length : at
  }
  return [...members].sort(
    (a, b) =>
      poolStatuses.indexOf(a.status) - poolStatuses.indexOf(b.status) ||
      rank(a) - rank(b) ||
      (a.pinyin < b.pinyin ? -1 : a.pinyin > b.pinyin ? 1 : 0),
  )
}

/** What is wrong with the days of a stay, in words, and in which field. */
export function whyNotDays({ since, until }: { since: string; until?: string | undefined }) {
  if (until === undefined || until >= since) return undefined
  return { path: 'until', message: `期满日期早于入池日期（${dayInWords(since)}），请核对。` }
}

export function whyNotLeave({ on, since }: { on: string; since: string | null }, today: string) {
  if (since !== null && on < since)
    return { path: 'on', message: `出池日期早于入池日期（${dayInWords(since)}），请核对。` }
  return on > today ? { path: 'on', message: '出池日期不能晚于今天。' } : undefined
}
