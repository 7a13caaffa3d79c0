import { dayInWords } from '#shared/day.ts'
import { firstDay } from '#shared/school-year.ts'

/** Who is 符合交流条件 where the ledger does not say, as a policy pack states it. */
export interface Rule {
  name: string
  from: number
  until?: number
  /** Full years in the same school on the first day of the school year. */
  minYearsInSchool: number
  /** Eligible while younger than this on that day. */
  maxAge: { 男: number; 女: number }
}

export interface Candidate {
  /** What the ledger says itself; null: nothing. */
  declared: boolean | null
  gender: string | null
  /** Days; of ledgers that give months, their first. */
  bornOn: string | null
  joinedOn: string | null
  /** The teacher asked for it, as noted by hand. */
  volunteered?: boolean
  /** The last day of an exemption that was in force on the first day of the school year. */
  exemptUntil?: string | null
}

export interface Verdict {
  eligible: boolean
  /** On what it rests, as a colleague would say it. */
  reason: string
}

/** The rule in force in a school year; of two the one that began later. */
export const ruleOf = <R extends Rule>(rules: readonly R[], schoolYear: number): R | undefined =>
  rules
    .filter(({ from, until }) => from <= schoolYear && schoolYear <= (until ?? schoolYear))
    .sort((a, b) => b.from - a.from)[0]

/**
 * Whether a teacher is 符合交流条件 in a school year. What was noted by hand wins, an exemption before a wish, because it
 * came with its ground; then what the ledger declares; otherwise the rule decides, by 1 September.
 */
export function judgeEligibility(candidate: Candidate, rule: Rule | undefined, schoolYear: number): Verdict {
  if (candidate.exemptUntil) return { eligible: false, reason: exemptWords(candidate.exemptUntil) }
  if (candidate.volunteered) return { eligible: true, reason: '本人自愿报名交流' }
  if (candidate.declared !== null)
    return { eligible: candidate.declared, reason: `台账填报：${candidate.declared ? '是' : '否'}` }
  if (!rule) return { eligible: false, reason: '台账未填报，也没有可用的交流条件' }
  const against = whyNot(candidate, rule, firstDay(schoolYear))
  return { eligible: against === undefined, reason: `按“${rule.name}”：${against ?? whyYes(candidate, schoolYear)}` }
}

/** The kind of exemption is left out: these words stand in lists. */
export const exemptWords = (until: string): string => `免予交流（至${dayInWords(until)}）`

const whyYes = ({ joinedOn, bornOn }: Candidate, schoolYear: number) =>
  `到本校满 ${fullYears(joinedOn!, firstDay(schoolYear))} 年，${fullYears(bornOn!, firstDay(schoolYear))} 周岁`

function whyNot({ joinedOn, gender, bornOn }: Candidate, rule: Rule, day: string): string | undefined {
  if (joinedOn === null) return '没有填到本校任教时间'
  const years = fullYears(joinedOn, day)
  if (years < rule.minYearsInSchool) return `到本校 ${Math.max(0, years)} 年，不满 ${rule.minYearsInSchool} 年`
  if (bornOn === null || (gender !== '男' && gender !== '女')) return '没有填性别或出生年月'
  const age = fullYears(bornOn, day)
  return age < rule.maxAge[gender] ? undefined : `${age} 周岁，${gender}教师应不满 ${rule.maxAge[gender]} 周岁`
}

/** What the rule looks at, by the first day of the school year: full years in the school, and of age. */
export const inputsOf = ({ joinedOn, bornOn }: Pick<Candidate, 'joinedOn' | 'bornOn'>, schoolYear: number) => ({
  inSchool: joinedOn === null ? null : Math.max(0, fullYears(joinedOn, firstDay(schoolYear))),
  age: bornOn === null ? null : fullYears(bornOn, firstDay(schoolYear)),
})

/** Full years from one day to another. */
export function fullYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}
