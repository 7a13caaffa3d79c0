import { grouped } from '#shared/group.ts'
import type { Indicator } from '#shared/policy.ts'
import { schoolYearName } from '#shared/school-year.ts'
import { inShort } from '#shared/numbers.ts'
import { OWN_PACK } from './goal.rules.ts'
import { compareRules } from './rule-set.rules.ts'
import { isInForce, targetInWords, type Rule } from './target.rules.ts'

/** A figure's value of one school year, as far as a reader may wonder about it. */
export interface YearValue {
  year: number
  value: number | null
  parts?: Readonly<Record<string, number>>
}

/** Something that a reader of the figure will ask about, so the office says it before. */
export interface Concern {
  /** Tells it from the others of the figure, the same as years go by. */
  key: string
  kind: 'jump' | 'below' | 'exclude'
  /** What is to be explained, in one sentence. */
  words: string
  /** The first school year that it is about. */
  year: number
  /** The numbers it stands on: words written for other numbers do not settle it. */
  numbers: number[]
}

interface Looked {
  indicator: Pick<Indicator, 'kind' | 'unit'>
  /** All years with records, oldest first. */
  years: readonly YearValue[]
  /** The rules that bind the figure, of all years. */
  rules: readonly Rule[]
  /** From this school year on a value that grows over the year says nothing yet; undefined where it does not grow. */
  unfinished?: number
}

/** All that a reader will ask about a figure. */
export const concernsIn = (looked: Looked): Concern[] => [...jumps(looked), ...tooLow(looked), ...exclusive(looked)]

const JUMP = 3
const FLOOR = 20

/**
 * A value jumps when it grows to three times or more, or falls to a third or less, or comes from or to nothing, and the
 * change is at least 20: among small numbers that is no wonder. For a share these are percentage points.
 */
export function isJump(from: number, to: number): boolean {
  const [less, more] = from < to ? [from, to] : [to, from]
  return more - less >= FLOOR && more >= JUMP * less
}

/** Years that jump one after another are one story: 856 → 124 → 1264. */
function jumps({ indicator, years, unfinished = Infinity }: Looked): Concern[] {
  const told = years.filter(({ year, value }) => value !== null && year < unfinished)
  const jumping = told.flatMap((now, n) => {
    const before = told[n - 1]
    return before && before.year === now.year - 1 && jumpingSeries(before, now).length > 0 ? [now.year] : []
  })
  return runsOf(jumping).map((run) => jumpOf(told, run, indicator))
}

const WHOLE = '合计'
const seriesIn = ({ value, parts = {} }: YearValue): Record<string, number> => ({ [WHOLE]: value!, ...parts })

const jumpingSeries = (before: YearValue, now: YearValue): string[] =>
  Object.entries(seriesIn(now)).flatMap(([name, value]) => (isJump(seriesIn(before)[name] ?? 0, value) ? [name] : []))

function runsOf(years: readonly number[]): number[][] {
  return years.reduce<number[][]>((runs, year) => {
    const last = runs.at(-1)
    return last?.at(-1) === year - 1 ? [...runs.slice(0, -1), [...last, year]] : [...runs, [year]]
  }, [])
}

function jumpOf(told: readonly YearValue[], run: readonly number[], { unit }: Looked['indicator']): Concern {
  const span = told.filter(({ year }) => year >= run[0]! - 1 && year <= run.at(-1)!)
  const names = [...new Set(span.slice(1).flatMap((now, n) => jumpingSeries(span[n]!, now)))]
  const rows = names.map((name) => ({ name, values: span.map((line) => seriesIn(line)[name] ?? 0) }))
  const hasParts = span.some(({ parts }) => parts)
  const said = rows.map(({ name, values }) => `${hasParts ? `${name} ` : ''}${values.map(inShort).join(' → ')} ${unit}`)
  return {
    key: `jump/${run[0]! - 1}`,
    kind: 'jump',
    words: `${span[0]!.year}至${schoolYearName(span.at(-1)!.year)}变动很大：${said.join('；')}`,
    year: run[0]!,
    numbers: rows.flatMap(({ values }) => values),
  }
}

/**
 * A plan of the unit's own that asks for less than what was there before. What a city asks of every cluster is a least
 * that many have long passed, so it is no wonder.
 */
function tooLow({ indicator, years, rules }: Looked): Concern[] {
  const low = rules
    .filter(({ pack }) => pack.cluster !== undefined)
    .flatMap((rule) => {
      const base = years.findLast(({ year, value }) => year < rule.target.from && value !== null)
      return base && isPassed(rule, base.value!) ? [{ rule, base }] : []
    })
  return [...grouped(low, ({ rule }) => rule.pack)].map(([pack, found]) => ({
    key: `below/${pack.id}`,
    kind: 'below' as const,
    words: `${pack.id === OWN_PACK ? pack.name : `《${pack.name}》`}的目标低于已有的水平：${found.map((one) => tooLowInWords(one, indicator.unit)).join('；')}`,
    year: Math.min(...found.map(({ rule }) => rule.target.from)) - 1,
    numbers: found.flatMap(({ rule, base }) => [rule.target.atLeast ?? rule.target.atMost!, base.value!]),
  }))
}

/** A floor below, or a ceiling above, what is there already. */
const isPassed = ({ target: { atLeast, atMost } }: Rule, value: number) =>
  atLeast !== undefined ? value > atLeast : value < atMost!

const tooLowInWords = ({ rule: { target }, base }: { rule: Rule; base: YearValue }, unit: string) =>
  `${schoolYearName(target.from)} ${targetInWords(target)} ${unit}，${schoolYearName(base.year)}已是 ${asCounted(base.value!, unit)} ${unit}`

/** A share has its two decimals wherever it stands. */
const asCounted = (value: number, unit: string): string => (unit === '%' ? value.toFixed(2) : inShort(value))

/** Rules of one year that no value meets. */
function exclusive({ indicator, rules }: Looked): Concern[] {
  const turns = [...new Set(rules.flatMap(({ target: { from, until } }) => [from, until ?? from]))].sort(
    (a, b) => a - b,
  )
  const found = turns.flatMap((year) => {
    const now = rules.filter(({ target }) => isInForce(target, year))
    const { relation, atLeast, atMost } = compareRules(now.map(({ target }) => target), indicator.kind === 'count') // prettier-ignore
    return relation === 'exclusive' ? [{ year, atLeast: atLeast!, atMost: atMost! }] : []
  })
  return [...grouped(found, ({ atLeast, atMost }) => `${atLeast}/${atMost}`)].map(([bars, [first]]) => ({
    key: `exclude/${bars}`,
    kind: 'exclude' as const,
    words: `${schoolYearName(first!.year)}的规定互相排斥：一项要求 ≥ ${first!.atLeast} ${indicator.unit}，另一项要求 ≤ ${first!.atMost} ${indicator.unit}`,
    year: first!.year,
    numbers: [first!.atLeast, first!.atMost],
  }))
}

const A_LITTLE = 0.02
const LEAST = 0.5

/** Whether numbers are still those a note was written for: each within 2 % or half a unit of what it was. */
export const areStill = (then: readonly number[], now: readonly number[]): boolean =>
  then.length === now.length &&
  then.every((was, n) => Math.abs(now[n]! - was) <= Math.max(LEAST, A_LITTLE * Math.abs(was)))
