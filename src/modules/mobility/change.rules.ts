/** One who goes, as far as a school has to say something to it. */
export interface Going {
  teacherId: string
  fromSchoolId: number
  toSchoolId: number
  form: string
  startOn: string
  endOn: string | null
  ftePercent: number | null
  weeklyLessons: number | null
}

/** What became different for one school between two lists. */
export interface Change {
  /** Who leaves or comes and did not before, and the other way round. */
  out: number
  in: number
  outNoMore: number
  inNoMore: number
  /** Who goes the same way, but in another form, for another time or with another load. */
  otherwise: number
}

const wayOf = ({ teacherId, fromSchoolId, toSchoolId }: Going) => `${teacherId} ${fromSchoolId} ${toSchoolId}`
const termsOf = ({ form, startOn, endOn, ftePercent, weeklyLessons }: Going) =>
  JSON.stringify([form, startOn, endOn, ftePercent, weeklyLessons])

/** What the new list changes for each school of either list; a school for which nothing changes is not in it. */
export function changesOf(before: readonly Going[], after: readonly Going[]): Map<number, Change> {
  const [was, is] = [before, after].map((list) => new Map(list.map((one) => [wayOf(one), one])))
  const changes = new Map<number, Change>()
  const count = (schoolId: number, what: keyof Change) => {
    const change = changes.get(schoolId) ?? { out: 0, in: 0, outNoMore: 0, inNoMore: 0, otherwise: 0 }
    changes.set(schoolId, { ...change, [what]: change[what] + 1 })
  }
  const both = ({ fromSchoolId, toSchoolId }: Going, out: keyof Change, come: keyof Change) => {
    count(fromSchoolId, out)
    count(toSchoolId, come)
  }
  for (const one of after) {
    const earlier = was!.get(wayOf(one))
    if (!earlier) both(one, 'out', 'in')
    else if (termsOf(earlier) !== termsOf(one)) both(one, 'otherwise', 'otherwise')
  }
  for (const one of before) if (!is!.has(wayOf(one))) both(one, 'outNoMore', 'inNoMore')
  return changes
}

const parts: readonly (readonly [keyof Change, (n: number) => string])[] = [
  ['out', (n) => `新增流出 ${n} 人`],
  ['outNoMore', (n) => `不再流出 ${n} 人`],
  ['in', (n) => `新增流入 ${n} 人`],
  ['inNoMore', (n) => `不再流入 ${n} 人`],
  ['otherwise', (n) => `${n} 人的方式、期限或工作量有变`],
]

export const changeInWords = (change: Change): string =>
  parts.flatMap(([what, words]) => (change[what] > 0 ? [words(change[what])] : [])).join('，')
