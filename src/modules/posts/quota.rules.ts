import { schoolYearName, schoolYearOf } from '#shared/school-year.ts'

export const quotaTitles = ['正高级教师', '高级教师'] as const
export type QuotaTitle = (typeof quotaTitles)[number]

/** The title that one has who applies for the next. */
export const titleBefore: Record<QuotaTitle, string> = { 正高级教师: '高级教师', 高级教师: '一级教师' }

export const applicationStatuses = ['已申报', '已给名额', '未给名额', '已撤回'] as const
export type ApplicationStatus = (typeof applicationStatuses)[number]
export const results = ['已通过', '未通过'] as const

/** What an office decides about an application. */
export const decisions = ['allot', 'decline', 'takeBack'] as const
export type DecisionKind = (typeof decisions)[number]

interface Step {
  from: readonly ApplicationStatus[]
  to: ApplicationStatus
  /** By how much the number of those who got one changes. */
  allots: -1 | 0 | 1
  what: string
}

export const stepOf: Record<DecisionKind, Step> = {
  allot: { from: ['已申报', '未给名额'], to: '已给名额', allots: 1, what: '给名额' },
  decline: { from: ['已申报'], to: '未给名额', allots: 0, what: '不给名额' },
  takeBack: { from: ['已给名额'], to: '未给名额', allots: -1, what: '收回名额' },
}

/** A school takes its own back only while it holds no place: that is the council's to give to another. */
export const mayWithdraw = (status: ApplicationStatus): boolean => status === '已申报' || status === '未给名额'

export const mayDecide = (
  kind: DecisionKind,
  { status, result }: { status: ApplicationStatus; result: string | null },
): boolean => result === null && stepOf[kind].from.includes(status)

/** Why a quota cannot be changed by so many, in words, and in which field. */
export function whyNotGrant(n: number, { granted, allotted }: { granted: number; allotted: number }) {
  if (n === 0) return { path: 'n', message: '请填写增加或减少的名额数，不能是 0。' }
  if (granted + n >= allotted) return undefined
  const most = granted - allotted
  return {
    path: 'n',
    message:
      most > 0 ? `已经给出 ${allotted} 个名额，最多减少 ${most} 个；要多减，先收回名额。` : `没有可以减少的名额。`,
  }
}

export interface Rotated {
  schoolYear: number
  startOn: string
  endOn: string | null
  status: string
}

/** The school years in which somebody served at another school, as far as they have begun; each once. */
export function serviceYears(rotations: readonly Rotated[], today: string): number[] {
  const years = new Set<number>()
  for (const { schoolYear, startOn, endOn, status } of rotations) {
    if (!['已生效', '已结束'].includes(status) || startOn > today) continue
    const last = endOn === null ? schoolYear : schoolYearOf(endOn < today ? endOn : today)
    for (let year = schoolYear; year <= Math.max(last, schoolYear); year++) years.add(year)
  }
  return [...years].sort((a, b) => a - b)
}

/** What the register and the work on file say for a candidate: what the documents lean toward. */
export function reasonsOf(known: { years: readonly number[]; mentored: number; level: string | null }): string {
  const { years, mentored, level } = known
  return [
    years.length > 0 && `学区内交流轮岗 ${years.length} 个学年（${years.map(schoolYearName).join('、')}）`,
    mentored > 0 && `跨校带教 ${mentored} 人次`,
    level,
  ]
    .filter(Boolean)
    .join('；')
}
