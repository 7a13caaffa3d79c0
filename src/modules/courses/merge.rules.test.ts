import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { courseContent, emptyContent, outlineParts, type CourseContent, type Lesson } from './content.contract.ts'
import type { Choices } from './merge.contract.ts'
import { differences, mergeContent } from './merge.rules.ts'

const lesson = (id: string, change: Partial<Lesson> = {}): Lesson => ({
  id,
  title: `课时${id}`,
  minutes: 40,
  goals: '',
  steps: '',
  materials: [],
  ...change,
})
const link = (id: string, title = id) => ({
  id,
  kind: 'link' as const,
  title,
  fileId: null,
  address: `https://${id}.cn`,
})
const course = (...lessons: Lesson[]): CourseContent => ({ ...emptyContent, summary: '认识校园里的鸟。', lessons })
const idsOf = ({ lessons }: CourseContent) => lessons.map(({ id }) => id).join('')

describe('a new version of the origin', () => {
  const base = course(lesson('a'), lesson('b'), lesson('c'))

  test('brings along what only the origin changed, and leaves what the copy changed', () => {
    const theirs = { ...course(lesson('a', { goals: '会认' }), lesson('b'), lesson('c')), goals: '新目标' }
    const mine = { ...course(lesson('a', { steps: '先看' }), lesson('b'), lesson('c')), appraisal: '本校的评价' }
    const merged = mergeContent(base, theirs, mine)
    expect(merged).toMatchObject({ goals: '新目标', appraisal: '本校的评价' })
    expect(merged.lessons[0]).toEqual(lesson('a', { goals: '会认', steps: '先看' }))
  })

  test('of what both changed, the copy’s stays, and it is told', () => {
    const theirs = { ...base, summary: '认识鸟和树。' }
    const mine = { ...base, summary: '认识本校的鸟。' }
    expect(mergeContent(base, theirs, mine).summary).toBe('认识本校的鸟。')
    expect(differences(base, theirs, mine)).toEqual([
      { key: '/outline/summary', where: 'part', who: 'both', title: '课程简介', usual: 'mine', base: '认识校园里的鸟。', theirs: '认识鸟和树。', mine: '认识本校的鸟。' }, // prettier-ignore
    ])
    expect(mergeContent(base, theirs, mine, { '/outline/summary': 'theirs' }).summary).toBe('认识鸟和树。')
  })

  test('what the origin changed can be left out', () => {
    const theirs = course(lesson('a'), lesson('b'), lesson('c'), lesson('d'))
    expect(idsOf(mergeContent(base, theirs, base, { '/lessons/d': 'mine' }))).toBe('abc')
  })

  test('a lesson that the origin took out goes, unless the copy had worked on it', () => {
    const theirs = course(lesson('c'))
    const mine = course(lesson('a'), lesson('b', { materials: [link('图')] }), lesson('c'))
    expect(idsOf(mergeContent(base, theirs, mine))).toBe('bc')
    expect(differences(base, theirs, mine).map(({ key, who }) => [key, who])).toEqual([
      ['/lessons/a', 'origin'],
      ['/lessons/b', 'both'],
    ])
  })

  test('a lesson that the copy took out stays out, though the origin went on with it', () => {
    const theirs = course(lesson('a', { goals: '会认' }), lesson('b'), lesson('c'))
    expect(idsOf(mergeContent(base, theirs, course(lesson('b'), lesson('c'))))).toBe('bc')
  })

  test('new lessons come behind their neighbour, in the order of the copy', () => {
    const theirs = course(lesson('a'), lesson('x'), lesson('y'), lesson('b'), lesson('c'))
    const mine = course(lesson('c'), lesson('a'), lesson('o'), lesson('b'))
    expect(idsOf(mergeContent(base, theirs, mine))).toBe('caxyob')
    const turned = course(lesson('c'), lesson('b'), lesson('a'))
    expect(idsOf(mergeContent(base, turned, course(lesson('a'), lesson('o'), lesson('b'), lesson('c'))))).toBe('cbao')
  })

  test('one with more lessons than one may have is told by the contract', () => {
    const many = (mark: string) => course(...Array.from({ length: 150 }, (_, n) => lesson(`${mark}${n}`)))
    const merged = mergeContent(emptyContent, many('t'), many('m'))
    expect(courseContent.safeParse(merged).error?.issues[0]?.message).toBe('一门课程最多200课时。')
  })

  test('two things never share a key, whatever their ids are', () => {
    const odd = course(lesson('a/title'), lesson('a'), lesson('a~1title'))
    const other = course(
      lesson('a/title', { title: 'x' }),
      lesson('a', { title: 'y' }),
      lesson('a~1title', { title: 'z' }),
    )
    expect(new Set(differences(odd, other, odd).map(({ key }) => key)).size).toBe(3)
    expect(differences(course(), course(), course(lesson('a'), lesson('a/title'))).length).toBe(2)
  })
})

/* What may happen to a course: any edit, any number of times, on either side. */
type Edit = { at: number; to: number; kind: number; text: string }
const edit: fc.Arbitrary<Edit> = fc.record({ at: fc.nat(40), to: fc.nat(40), kind: fc.nat(11), text: fc.constantFrom('', '甲', '乙', '丙') }) // prettier-ignore
const edits = fc.array(edit, { maxLength: 12 })

const put = <V>(list: readonly V[], at: number, value: V) => list.toSpliced(at % (list.length + 1), 0, value)
const without = <V>(list: readonly V[], at: number) => list.toSpliced(at, 1)
const move = <V>(list: readonly V[], at: number, to: number) => put(without(list, at), to, list[at]!)

function changeLesson(one: Lesson, { at, to, kind, text }: Edit, newId: () => string): Lesson {
  const { materials } = one
  const m = materials.length > 0 ? at % materials.length : -1
  if (kind === 5) return { ...one, materials: put(materials, at, link(newId(), text)) }
  if (kind === 6 && m >= 0) return { ...one, materials: without(materials, m) }
  if (kind === 7 && m >= 0) return { ...one, materials: materials.with(m, { ...materials[m]!, title: `${text}${to}` }) }
  if (kind === 8 && m >= 0) return { ...one, materials: move(materials, m, to) }
  if (kind === 9) return { ...one, minutes: to === 0 ? null : to }
  return { ...one, [(['title', 'goals', 'steps'] as const)[to % 3]!]: text }
}

function changed(content: CourseContent, list: readonly Edit[], newId: () => string): CourseContent {
  return list.reduce((before, one) => {
    const { lessons } = before
    const at = lessons.length > 0 ? one.at % lessons.length : -1
    if (one.kind === 0) return { ...before, [outlineParts[one.at % 5]!.key]: one.text }
    if (one.kind === 1) return { ...before, lessons: put(lessons, one.at, lesson(newId())) }
    if (at < 0) return before
    if (one.kind === 2) return { ...before, lessons: without(lessons, at) }
    if (one.kind === 3) return { ...before, lessons: move(lessons, at, one.to) }
    return { ...before, lessons: lessons.with(at, changeLesson(lessons[at]!, one, newId)) }
  }, content)
}

const namer = (mark: string) => {
  let n = 0
  return () => `${mark}${(n += 1)}`
}
const three = fc.tuple(edits, edits, edits).map(([first, origin, own]) => {
  const base = changed(course(lesson('1'), lesson('2'), lesson('3')), first, namer('b'))
  return { base, theirs: changed(base, origin, namer('t')), mine: changed(base, own, namer('m')) }
})

interface Named {
  id: string
}
const find = <V extends Named>(list: readonly V[], id: string) => list.find((one) => one.id === id)
const order = (list: readonly Named[], of: readonly Named[]) =>
  list.map(({ id }) => id).filter((id) => find(of, id) !== undefined)
const alike = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** A list after a merge: each entry that the copy added or changed is there, none that it took out, its order as it was. */
function keepsList<V extends Named>(
  [base, mine, merged]: readonly [readonly V[], readonly V[], readonly V[]],
  keeps: (base: V | undefined, mine: V, merged: V) => void,
) {
  for (const own of mine) {
    const before = find(base, own.id)
    const after = find(merged, own.id)
    if (!alike(before, own)) expect(after, `${own.id} 应当还在`).toBeDefined()
    if (after) keeps(before, own, after)
  }
  for (const { id } of base) if (!find(mine, id)) expect(find(merged, id), `${id} 应当不在`).toBeUndefined()
  const both = mine.filter(({ id }) => find(base, id) && find(merged, id))
  if (!alike(order(base, both), order(mine, both))) expect(order(merged, both)).toEqual(order(mine, both))
}

/** Every edit by which a copy differs from what it took in last stands in the merged course. */
function keepsEveryEdit(base: CourseContent, mine: CourseContent, merged: CourseContent) {
  for (const { key } of outlineParts) if (mine[key] !== base[key]) expect(merged[key]).toBe(mine[key])
  keepsList([base.lessons, mine.lessons, merged.lessons], (before, own, after) => {
    for (const field of ['title', 'minutes', 'goals', 'steps'] as const)
      if (!before || own[field] !== before[field]) expect(after[field]).toBe(own[field])
    keepsList([before?.materials ?? [], own.materials, after.materials], (was, now, then) => {
      if (!alike(was, now)) expect(then).toEqual(now)
    })
  })
}

const runs = { numRuns: 500 }
const twice = (list: readonly Named[]) => new Set(list.map(({ id }) => id)).size < list.length

describe('whatever both sides did', () => {
  test('no edit of the copy is lost, and a course comes of it', () =>
    fc.assert(
      fc.property(three, ({ base, theirs, mine }) => {
        const merged = mergeContent(base, theirs, mine)
        keepsEveryEdit(base, mine, merged)
        expect(courseContent.parse(merged)).toEqual(merged)
        expect([merged.lessons, ...merged.lessons.map(({ materials }) => materials)].some(twice)).toBe(false)
      }),
      runs,
    ))

  test('nor over many versions, with edits between them', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(edits, edits), { maxLength: 6 }), (rounds) => {
        const [origins, owns] = [namer('t'), namer('m')]
        let base = course(lesson('1'), lesson('2'), lesson('3'))
        let mine = base
        for (const [origin, own] of rounds) {
          const theirs = changed(base, origin, origins)
          const edited = changed(mine, own, owns)
          mine = mergeContent(base, theirs, edited)
          keepsEveryEdit(base, edited, mine)
          base = theirs
        }
      }),
      { numRuns: 200 },
    ))

  test('an origin that did not change changes nothing', () =>
    fc.assert(
      fc.property(three, ({ base, mine }) => void expect(mergeContent(base, base, mine)).toEqual(mine)),
      runs,
    ))

  test('a copy that was left as it is becomes the origin’s new version, order and all', () =>
    fc.assert(
      fc.property(three, ({ base, theirs }) => void expect(mergeContent(base, theirs, base)).toEqual(theirs)),
      runs,
    ))

  test('merged once more, nothing changes; nor after the version was taken in', () =>
    fc.assert(
      fc.property(three, ({ base, theirs, mine }) => {
        const merged = mergeContent(base, theirs, mine)
        expect(mergeContent(base, theirs, merged)).toEqual(merged)
        expect(mergeContent(theirs, theirs, merged)).toEqual(merged)
      }),
      runs,
    ))

  test('each difference can be chosen: all of the origin is its new version, all of the copy is the copy', () =>
    fc.assert(
      fc.property(three, ({ base, theirs, mine }) => {
        const all = (side: 'mine' | 'theirs'): Choices =>
          Object.fromEntries(differences(base, theirs, mine).map(({ key }) => [key, side]))
        expect(mergeContent(base, theirs, mine, all('mine'))).toEqual(mine)
        expect(mergeContent(base, theirs, mine, all('theirs'))).toEqual(theirs)
      }),
      runs,
    ))

  test('differences are told once each, and none where nothing was changed', () =>
    fc.assert(
      fc.property(three, ({ base, theirs, mine }) => {
        const keys = differences(base, theirs, mine).map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        expect(differences(base, base, base)).toEqual([])
      }),
      runs,
    ))
})
