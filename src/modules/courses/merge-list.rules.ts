import type { Side } from './merge.contract.ts'

/** One thing as it stands in the version last taken in, in the origin now, and in the copy; undefined: not there. */
export interface Three<V> {
  base: V | undefined
  theirs: V | undefined
  mine: V | undefined
}

interface Named {
  id: string
}

interface How<V> {
  /** What comes of one entry of the list; undefined leaves it out. */
  one: (entry: Three<V>) => V | undefined
  /** Whose order is kept of the entries that are left. */
  order: (lists: Three<readonly V[]>) => Side
}

const byId = <V extends Named>(list: readonly V[] = []) => new Map(list.map((entry) => [entry.id, entry]))

/** Merges two lists whose entries have names of their own: entry by entry, then puts what is left in order. */
export function mergeLists<V extends Named>(lists: Three<readonly V[]>, { one, order }: How<V>): V[] {
  const [base, theirs, mine] = [byId(lists.base), byId(lists.theirs), byId(lists.mine)]
  const kept = new Map<string, V>()
  for (const id of new Set([...mine.keys(), ...theirs.keys(), ...base.keys()])) {
    const merged = one({ base: base.get(id), theirs: theirs.get(id), mine: mine.get(id) })
    if (merged) kept.set(id, merged)
  }
  const left = (list: ReadonlyMap<string, V>) => [...list.values()].filter(({ id }) => kept.has(id))
  const side = order({ base: left(base), theirs: left(theirs), mine: left(mine) })
  const [first, second] = side === 'theirs' ? [theirs, mine] : [mine, theirs]
  const ids = interleave([...first.keys()], [...second.keys()], kept)
  return ids.map((id) => kept.get(id)!)
}

/** Whether what two lists have in common stands in the same order in both. */
export function inSameOrder(a: readonly Named[], b: readonly Named[]): boolean {
  const [ofA, ofB] = [byId(a), byId(b)]
  const common = b.filter(({ id }) => ofA.has(id))
  return a.filter(({ id }) => ofB.has(id)).every(({ id }, n) => common[n]!.id === id)
}

/** The first in their order; of the second those that the first do not have, each behind the one it stood behind. */
function interleave(first: readonly string[], second: readonly string[], kept: ReadonlyMap<string, unknown>): string[] {
  const ids = first.filter((id) => kept.has(id))
  const placed = new Set(ids)
  let behind = -1
  for (const id of second) {
    if (placed.has(id)) behind = ids.indexOf(id)
    else if (kept.has(id)) {
      ids.splice((behind += 1), 0, id)
      placed.add(id)
    }
  }
  return ids
}
