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
  ['rows', (count) => `${count} 行`],
  ['added', (count) => `新增 ${count} 行`],
  ['updated', (count) => `更新 ${count} 行`],
  ['refused', (count) => `退回 ${count} 行`],
]

/** One sentence about an entry, from the facts noted with it; '' where there is nothing to say. */
export function summaryOf(facts: Facts): string {
  return phrases
    .filter(([fact]) => isTold(facts[fact]))
    .map(([fact, say]) => say(String(facts[fact])))
    .join('，')
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
