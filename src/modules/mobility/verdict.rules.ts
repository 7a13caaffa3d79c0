import { dayInWords } from '#shared/day.ts'
import { schoolYearName, schoolYearOf } from '#shared/school-year.ts'
import type { RotationStatus } from './batch.rules.ts'
import { servedOn, yearsOf, yearsServed, type Term } from './term.rules.ts'

export const standings = ['优质校', '薄弱校'] as const
export type Standing = (typeof standings)[number]

export const verdictKinds = ['算', '不算', '还不算', '无数据'] as const
export type VerdictKind = (typeof verdictKinds)[number]

/** A rule of a document, as the policies have it. */
export interface Rule {
  id: string
  name: string
  use: '交流' | '提任'
  clause: string
  words: string
  cluster?: string
  from: number
  until?: number
  insideCluster: boolean
  forms?: readonly string[]
  fromStanding?: Standing
  toStanding?: Standing
  minYears?: number
  note?: string
}

export interface Judged extends Term {
  status: RotationStatus
  form: string
  fromSchool: string
  toSchool: string
}

/** What is known about the two schools in the year in which it began. */
export interface Known {
  today: string
  clusterName: string
  isInside: boolean
  fromStanding: Standing | null
  toStanding: Standing | null
}

export interface Verdict {
  ruleId: string
  name: string
  use: Rule['use']
  clause: string
  words: string
  verdict: VerdictKind
  /** Why, in one sentence. */
  why: string
  /** Until when it must go on to count; null where time is not what is missing. */
  until: string | null
  note: string | null
}

type Found = Pick<Verdict, 'verdict' | 'why'> & { until?: string }

/** Whether a rotation counts, and why or why not, under each rule that was in force when it began. Where a fact is missing it says so. */
export function verdictsOf(rotation: Judged, known: Known, rules: readonly Rule[]): Verdict[] {
  const year = schoolYearOf(rotation.startOn)
  const inForce = rules.filter(
    ({ from, until, cluster }) =>
      from <= year && year <= (until ?? year) && (cluster === undefined || cluster === known.clusterName),
  )
  return inForce.map((rule) => {
    const { id, name, use, clause, words, note = null } = rule
    const { until = null, ...found } = judge(rotation, known, rule)
    return { ruleId: id, name, use, clause, words, note, ...found, until }
  })
}

const judge = (rotation: Judged, known: Known, rule: Rule): Found =>
  ofStatus(rotation) ??
  ofPlace(known, rule) ??
  ofForm(rotation, rule) ??
  ofStandings(rotation, known, rule) ??
  ofTime(rotation, known, rule)

const not = (why: string): Found => ({ verdict: '不算', why })

function ofStatus({ status }: Judged): Found | undefined {
  if (status === '已撤销') return not('已撤销。')
  if (status === '已生效' || status === '已结束') return undefined
  return { verdict: '还不算', why: `尚未生效（${status}）。` }
}

const ofPlace = ({ isInside, clusterName }: Known, { insideCluster }: Rule): Found | undefined =>
  insideCluster && !isInside ? not(`两所学校那一学年不都是${clusterName}的成员校。`) : undefined

const ofForm = ({ form }: Judged, { forms }: Rule): Found | undefined =>
  forms && !forms.includes(form) ? not(`交流方式是“${form}”，条文列的是${forms.join('、')}。`) : undefined

function ofStandings(rotation: Judged, known: Known, rule: Rule): Found | undefined {
  const year = schoolYearName(schoolYearOf(rotation.startOn))
  const asked = [
    { school: rotation.fromSchool, want: rule.fromStanding, is: known.fromStanding, way: '流出' },
    { school: rotation.toSchool, want: rule.toStanding, is: known.toStanding, way: '流入' },
  ].filter(({ want }) => want !== undefined)
  const other = asked.find(({ want, is }) => is !== null && is !== want)
  if (other) return not(`${other.way}学校${other.school}${year}是${other.is}，条文要求${other.want}。`)
  const missing = asked.filter(({ is }) => is === null).map(({ school }) => school)
  if (missing.length === 0) return undefined
  return { verdict: '无数据', why: `没有登记${missing.join('、')}${year}是优质校还是薄弱校。` }
}

function ofTime(rotation: Judged, { today }: Known, { minYears }: Rule): Found {
  if (minYears === undefined) return { verdict: '算', why: '符合条文。' }
  const served = yearsServed(rotation, today)
  if (served >= minYears) return { verdict: '算', why: `已满 ${minYears} 年。` }
  const planned = yearsOf(rotation)
  if (planned < minYears) return not(`期限${planned === 0 ? '不足 1 年' : ` ${planned} 年`}，不满 ${minYears} 年。`)
  const until = servedOn(rotation, minYears)
  return { verdict: '还不算', why: `已满 ${served} 年，服务到${dayInWords(until)}满 ${minYears} 年。`, until }
}
