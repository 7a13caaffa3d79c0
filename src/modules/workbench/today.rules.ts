import type { TodoGroup, TodoLine } from './today.contract.ts'

const DAY_MS = 86_400_000

/** By how many days a day lies before today; 0 where it does not, or there is none. */
export function lateDays(due: string | undefined, today: string): number {
  if (due === undefined || due >= today) return 0
  return Math.round((Date.parse(today) - Date.parse(due)) / DAY_MS)
}

const NEVER = '9999-12-31'
const dueOf = ({ due }: TodoLine) => due ?? NEVER
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What is due first stands first, in each matter and among the matters; what has no day stands last, as it came. */
export function inOrder(groups: readonly TodoGroup[]): TodoGroup[] {
  const sorted = groups
    .filter(({ todos }) => todos.length > 0)
    .map((group) => ({ ...group, todos: [...group.todos].sort((a, b) => compare(dueOf(a), dueOf(b))) }))
  return sorted.sort((a, b) => compare(dueOf(a.todos[0]!), dueOf(b.todos[0]!)))
}
