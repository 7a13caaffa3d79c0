import type { EntryFilter } from './entry.contract.ts'

type Facts = Readonly<Record<string, unknown>>

/** How a fact that was noted is said; facts that are not named here are for the record alone. */
const phrases: readonly [fact: string, say: (value: string) => string][] = [
  ['file', (name) => name],
  ['change', (told) => told],
  ['figure', (name) => name],
  ['schoolYear', (year) => `${year}学年`],
  ['login', (login) => `用户名 ${login}`],
  ['role', (role) => role],
  ['unit', (unit) => unit],
  ['person', (name) => name],
  ['to', (name) => `交给 ${name}`],
  ['people', (count) => `${count} 人`],
  ['filter', (filter) => filter],
  ['rows', (count) => `${count} 行`],
  ['added', (count) => `新增 ${count} 行`],
  ['updated', (count) => `更新 ${count} 行`],
  ['refused', (count) => `退回 ${count} 行`],
]

/** One sentence about an entry, from the facts noted with it; '' where there is nothing to say. */
export function summaryOf(facts: Facts): string {
  const told = phrases.filter(([fact]) => isTold(facts[fact])).map(([fact, say]) => say(String(facts[fact])))
  return [...told, ...changesOf(facts).map(({ what, before, after }) => `${what}：${before} → ${after}`)].join('，')
}

interface Change {
  what: string
  before: string
  after: string
}

/** Columns whose change is told where a use case noted the whole row before and after. */
const columns: Record<string, string> = {
  name: '名称',
  shortName: '简称',
  address: '地址',
  stage: '学段',
  subject: '学科',
  title: '职称',
  backbone: '骨干',
  subjectLeader: '学科带头人',
  eligible: '符合交流条件',
  fromDay: '开始',
  untilDay: '到期',
}

/** What was one thing and is another now: noted as `changes: [{ what, before, after }]`, or as rows `before` and `after`. */
function changesOf({ changes, before, after }: Facts): Change[] {
  if (isRow(before) && isRow(after)) return rowChanges(before, after)
  const isChange = (one: unknown): one is Change =>
    ['what', 'before', 'after'].every((key) => typeof Object(one)[key] === 'string')
  return Array.isArray(changes) ? changes.filter(isChange) : []
}

const isRow = (value: unknown): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value)

const rowChanges = (before: Facts, after: Facts): Change[] =>
  Object.entries(columns)
    .filter(([key]) => key in before && key in after && wording(before[key]) !== wording(after[key]))
    .map(([key, what]) => ({ what, before: wording(before[key]), after: wording(after[key]) }))

function wording(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '空'
}

const isTold = (value: unknown): boolean =>
  (typeof value === 'number' && value !== 0) || (typeof value === 'string' && value !== '')

/** Where the next page begins: after this entry. */
export interface Place {
  at: string
  id: string
}

export const placeOf = ({ at, id }: { at: Date; id: string }): string => `${at.toISOString()}_${id}`

/** Reads `placeOf` back; undefined where it is none of ours. */
export function placeFrom(text: string): Place | undefined {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(text) ?? []
  return at && id ? { at, id } : undefined
}

/** Reads that are on record because of whom they are about, not because anything changed. */
export const looks: readonly { verb: string; title: string }[] = [
  { verb: 'GET /api/teachers/:teacherId', title: '查看教师' },
]

export const isLook = (kind: string | undefined): boolean => looks.some(({ title }) => title === kind)

/** A search in words, as it stands on record with an export; '' where nothing was left out. */
export function filterInWords({ who, kind, place, result, from, until, q }: EntryFilter): string {
  return [
    who && `谁：${who}`,
    kind && `做了什么：${kind}`,
    place && `单位：${place}`,
    result && (result === 'done' ? '只看完成的' : '只看未获准的'),
    (from || until) && `${from ?? ''}至${until ?? ''}`,
    q && `说明里有：${q}`,
  ]
    .filter(Boolean)
    .join('，')
}
