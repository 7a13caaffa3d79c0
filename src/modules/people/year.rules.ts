import { schoolYearName } from '#shared/school-year.ts'
import type { TeacherRow } from './teacher.rules.ts'

export const changeKinds = ['新增', '更正', '调动', '离校', '恢复', '结转', '合并', '撤销合并'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Columns of a teacher's row that are told when they change, with what they are called. */
export const factTitles = {
  staffNo: '工号',
  name: '姓名',
  gender: '性别',
  bornOn: '出生年月',
  stage: '学段',
  subject: '任教学科',
  title: '职称',
  backbone: '骨干类别',
  subjectLeader: '学科带头人',
  joinedOn: '到本校任教时间',
  declaredEligible: '填报的交流条件',
  volunteered: '自愿报名交流',
} as const satisfies Partial<Record<keyof TeacherRow, string>>
export type FactName = keyof typeof factTitles

export type Facts = Pick<TeacherRow, FactName>
type Json = Readonly<Record<string, unknown>>

export interface NewChange {
  districtId: number
  id: string
  teacherId: string
  schoolId: number
  otherSchoolId: number | null
  schoolYear: number
  kind: ChangeKind
  before: Json | null
  after: Json | null
  note: string | null
  at: Date
  actorName: string
}

const names = Object.keys(factTitles) as FactName[]

/** Which facts of a row differ from what is wanted. */
export const changedFacts = (row: Facts, wanted: Partial<Facts>): FactName[] =>
  names.filter((name) => wanted[name] !== undefined && wanted[name] !== row[name])

/** Only the facts named. */
export const only = (row: Partial<Facts>, facts: readonly FactName[]): Json =>
  Object.fromEntries(facts.map((name) => [name, row[name] ?? null]))

/** The row with the facts named taken from elsewhere. */
export const withFacts = <R extends Facts>(row: R, from: Partial<Facts>, facts: readonly FactName[]): R => ({
  ...row,
  ...only(from, facts),
})

/** A change in words, one for each fact: 职称：一级教师 → 高级教师. */
export function changeWords(before: Json | null, after: Json | null): string[] {
  if (!before || !after) return []
  return names
    .filter((name) => name in before && name in after)
    .map((name) => `${factTitles[name]}：${valueWords(name, before[name])} → ${valueWords(name, after[name])}`)
}

function valueWords(name: FactName, value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return name === 'bornOn' || name === 'joinedOn' ? String(value).slice(0, 7) : String(value)
}

/** What a freeze means for somebody who changes the register: the list stays. Empty where nothing differs. */
export function frozenWords(
  schoolYear: number,
  frozen: { eligible: boolean } | undefined,
  now: { eligible: boolean },
): string | undefined {
  if (!frozen) return `${schoolYearName(schoolYear)}名单冻结后才登记，不计入已冻结的符合交流条件名单。`
  if (frozen.eligible === now.eligible) return undefined
  const [was, is] = [frozen.eligible, now.eligible].map((one) => (one ? '符合' : '不符合'))
  return `${schoolYearName(schoolYear)}名单已冻结为${was}交流条件，改为${is}不会改变已冻结的名单和占比。`
}
