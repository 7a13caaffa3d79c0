import { outlineParts, type CourseContent, type Lesson, type Material } from './content.contract.ts'
import type { Choices, Difference, Side } from './merge.contract.ts'
import { inSameOrder, mergeLists, type Three } from './merge-list.rules.ts'
import { sameLesson, sameMaterial, wordsOfLesson, wordsOfMaterial, wordsOfMinutes } from './merge-words.rules.ts'

/**
 * Takes a new version of a course into a copy of it. `base` is the version of the origin that the copy took in last,
 * `theirs` the one to be taken in, `mine` the copy. What only the origin changed comes along, what the copy changed stays;
 * a choice says otherwise. A merged course may have more lessons than one may have: its contract then says so.
 */
export function mergeContent(
  base: CourseContent,
  theirs: CourseContent,
  mine: CourseContent,
  choices: Choices = {},
): CourseContent {
  return compare({ base, theirs, mine }, choices).merged
}

/** Everything in which the three are not alike, in the order in which it stands in a course. */
export const differences = (base: CourseContent, theirs: CourseContent, mine: CourseContent): Difference[] =>
  compare({ base, theirs, mine }, {}).found

/** Reads the three side by side: notes each difference and tells what is taken. */
class Reading {
  readonly found: Difference[] = []
  readonly #choices: Choices

  constructor(choices: Choices) {
    this.#choices = choices
  }

  /** The side to take of one thing, and a note where the three are not alike. */
  side<V>(three: Three<V>, what: Told<V>): Side {
    const { base, theirs, mine } = three
    const same = (a: V | undefined, b: V | undefined) =>
      a === undefined || b === undefined ? a === b : what.same(a, b)
    const who = whoChanged(same(theirs, mine), same(base, theirs), same(base, mine))
    if (who === undefined) return 'mine'
    const usual = who === 'origin' ? 'theirs' : 'mine'
    const { key, where, title } = what
    const words = (value: V | undefined) => (value === undefined ? null : what.words(value))
    this.found.push({ key, where, who, title, usual, base: words(base), theirs: words(theirs), mine: words(mine) })
    return Object.hasOwn(this.#choices, key) ? this.#choices[key]! : usual
  }

  value<V>(three: Three<V>, what: Told<V>): V | undefined {
    return three[this.side(three, what)]
  }
}

/** How one thing is told: where it stands, when two of it are alike, what it says. */
interface Told<V> extends Pick<Difference, 'key' | 'where' | 'title'> {
  same: (a: V, b: V) => boolean
  words: (value: V) => string
}

/** Undefined where nothing differs. */
function whoChanged(agree: boolean, originKept: boolean, ownKept: boolean): Difference['who'] | undefined {
  if (agree) return ownKept ? undefined : 'same'
  if (originKept) return 'own'
  return ownKept ? 'origin' : 'both'
}

/** Ids stand in keys as they would in a JSON pointer, so that no two things share one. */
const keyOf = (...parts: string[]) =>
  parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const map3 = <V, W>({ base, theirs, mine }: Three<V>, of: (value: V) => W): Three<W> => ({
  base: base === undefined ? undefined : of(base),
  theirs: theirs === undefined ? undefined : of(theirs),
  mine: mine === undefined ? undefined : of(mine),
})

const plain = { same: (a: unknown, b: unknown) => a === b, words: (value: string) => value }

function compare(three: Required<Three<CourseContent>>, choices: Choices) {
  const reading = new Reading(choices)
  const parts = outlineParts.map(({ key, title }) => {
    const texts = map3(three, (content) => content[key])
    return [key, reading.value(texts, { ...plain, key: keyOf('outline', key), where: 'part', title })] as const
  })
  const lessons = mergeLists(
    map3(three, (content) => content.lessons),
    {
      one: (lesson) => mergeLesson(reading, lesson),
      order: (orders) => orderSide(reading, orders, { key: keyOf('order'), title: '课时顺序', words: titlesOf }),
    },
  )
  const outline = Object.fromEntries(parts) as unknown as Omit<CourseContent, 'lessons'>
  return { merged: { ...outline, lessons }, found: reading.found }
}

function orderSide<V extends { id: string }>(
  reading: Reading,
  orders: Three<readonly V[]>,
  told: { key: string; title: string; words: (list: readonly V[]) => string },
): Side {
  return reading.side(orders, { ...told, where: 'order', same: inSameOrder })
}

const titlesOf = (list: readonly { title: string }[]): string =>
  list.map(({ title }, n) => `${n + 1}. ${title}`).join('\n')

/** A lesson that stands on both sides is read field by field; else it is there as a whole, or not. */
function mergeLesson(reading: Reading, three: Three<Lesson>): Lesson | undefined {
  const { theirs, mine } = three
  const at = (mine ?? theirs ?? three.base)!
  if (theirs && mine) return mergeFields(reading, { ...three, theirs, mine })
  const told = { same: sameLesson, words: wordsOfLesson, where: 'lesson' as const }
  return reading.value(three, { ...told, key: keyOf('lessons', at.id), title: `课时“${at.title}”` })
}

function mergeFields(reading: Reading, three: Three<Lesson> & { theirs: Lesson; mine: Lesson }): Lesson {
  const { id, title } = three.mine
  const field = (name: keyof Lesson, words: string) => ({
    key: keyOf('lessons', id, name),
    where: 'field' as const,
    title: `课时“${title}”的${words}`,
  })
  const text = (name: 'title' | 'goals' | 'steps', words: string) =>
    reading.value(
      map3(three, (lesson) => lesson[name]),
      { ...plain, ...field(name, words) },
    )!
  const minutes = map3(three, (lesson) => lesson.minutes)
  return {
    id,
    title: text('title', '名称'),
    minutes: reading.value(minutes, { ...plain, words: wordsOfMinutes, ...field('minutes', '时长') })!,
    goals: text('goals', '目标'),
    steps: text('steps', '过程'),
    materials: mergeMaterials(reading, three, { id, title }),
  }
}

function mergeMaterials(reading: Reading, three: Three<Lesson>, { id, title }: Pick<Lesson, 'id' | 'title'>) {
  const told = { same: sameMaterial, words: wordsOfMaterial, where: 'material' as const }
  const one = (material: Three<Material>) => {
    const at = (material.mine ?? material.theirs ?? material.base)!
    const key = keyOf('lessons', id, 'materials', at.id)
    return reading.value(material, { ...told, key, title: `课时“${title}”的材料“${at.title}”` })
  }
  const order = { key: keyOf('lessons', id, 'order'), title: `课时“${title}”的材料顺序`, words: titlesOf }
  const lists = map3(three, (lesson) => lesson.materials)
  return mergeLists(lists, { one, order: (orders) => orderSide(reading, orders, order) })
}
