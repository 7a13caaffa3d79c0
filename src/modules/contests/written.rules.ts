import type { Group, Item } from './contest.contract.ts'

/** What somebody wrote line by line, or which line cannot be read. */
type Read<T> = { rows: T[] } | { line: string }

const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || [])

/** Words first, whole numbers behind them, by blanks, commas or 、. */
function partsOf(line: string, numbers: number): { words: string; values: number[] } | undefined {
  const parts = line.normalize('NFKC').split(/[\s,、:;]+/).filter(Boolean) // prettier-ignore
  const values = parts.slice(-numbers).map(Number)
  const words = parts.slice(0, -numbers).join(' ')
  const isGood = words !== '' && values.length === numbers && values.every((value) => Number.isInteger(value) && value >= 0) // prettier-ignore
  return isGood ? { words, values } : undefined
}

function read<T>(text: string, numbers: number, make: (words: string, values: number[]) => T): Read<T> {
  const rows: T[] = []
  for (const line of linesOf(text)) {
    const parts = partsOf(line, numbers)
    if (!parts) return { line }
    rows.push(make(parts.words, parts.values))
  }
  return { rows }
}

/** 小学语文 1 2 3: a group with its first, second and third prizes. */
export const groupsIn = (text: string): Read<Group> =>
  read(text, 3, (name, [first = 0, second = 0, third = 0]) => ({ name, first, second, third }))

/** 教学目标 20: an item with what it weighs. */
export const itemsIn = (text: string): Read<Item> => read(text, 1, (title, [weight = 0]) => ({ title, weight }))

export const groupsText = (groups: readonly Group[]): string =>
  groups.map(({ name, first, second, third }) => `${name} ${first} ${second} ${third}`).join('\n')

export const itemsText = (items: readonly Item[]): string =>
  items.map(({ title, weight }) => `${title} ${weight}`).join('\n')
