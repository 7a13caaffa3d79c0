import { dayInWords } from '#shared/day.ts'
import type { Problem } from '#shared/problem.ts'
import type { ContestFields, ContestState } from './contest.contract.ts'
import { contestsProblems } from './problems.ts'

export interface ContestDays {
  from: string
  until: string
  announcedOn: string | null
}

export function stateOf({ from, until, announcedOn }: ContestDays, today: string): ContestState {
  if (announcedOn !== null) return '已公布'
  if (today < from) return '未开始'
  return today <= until ? '报送中' : '评审中'
}

export function whyNotEnter(contest: ContestDays, today: string): Problem | undefined {
  const state = stateOf(contest, today)
  if (state === '已公布') return contestsProblems.announced()
  if (state === '报送中') return undefined
  return contestsProblems.notOpen({ from: dayInWords(contest.from), until: dayInWords(contest.until) })
}

export function whyNotScore(contest: ContestDays, today: string): Problem | undefined {
  const state = stateOf(contest, today)
  if (state === '已公布') return contestsProblems.announced()
  return state === '评审中' ? undefined : contestsProblems.notClosed({ until: dayInWords(contest.until) })
}

/** Every group once, and a full mark of 100. */
export function whyNotSet({ groups, items }: Pick<ContestFields, 'groups' | 'items'>): Problem | undefined {
  const names = groups.map(({ name }) => name)
  const twice = names.find((name, n) => names.indexOf(name) !== n)
  if (twice !== undefined) return contestsProblems.groupTwice({ group: twice })
  const sum = items.reduce((all, { weight }) => all + weight, 0)
  return sum === 100 ? undefined : contestsProblems.itemSum({ sum })
}

/** Groups that have works or jurors stay; items by which somebody scored stay as they are. */
export function whyNotChange(
  fields: Pick<ContestFields, 'groups' | 'items'>,
  now: { items: ContestFields['items']; used: readonly string[]; isScored: boolean },
): Problem | undefined {
  const gone = now.used.find((name) => !fields.groups.some((group) => group.name === name))
  if (gone !== undefined) return contestsProblems.groupUsed({ group: gone })
  const isSame = JSON.stringify(fields.items.map(pair)) === JSON.stringify(now.items.map(pair))
  return now.isScored && !isSame ? contestsProblems.itemsFixed() : whyNotSet(fields)
}

const pair = ({ title, weight }: ContestFields['items'][number]) => [title, weight]
