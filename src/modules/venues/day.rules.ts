import { schoolYearName, schoolYearOf } from '#shared/school-year.ts'
import { weekdayName, weekdayOf } from '#shared/week.ts'

export const dayKinds = ['上学日', '双休日', '节假日', '寒暑假'] as const
export type DayKind = (typeof dayKinds)[number]

/** What a day is for schools. */
export interface DayFacts {
  day: string
  kind: DayKind
  /** By which weekday its lessons and hours go; null on a make-up day of which nobody said whose lessons it follows. */
  weekday: number | null
  /** '2026年10月10日（周六，调休上班）': what it is, in words. */
  words: string
  /** What is not known yet about the day; null where all is. */
  unknown: string | null
}

/** What is known of a day: by the state, by the school calendar, by hand. */
export interface DaySources {
  /** By the calendar of the state. */
  state: '工作日' | '双休日' | '节假日' | '调休上班'
  /** Whether the holidays of its calendar year are out. */
  stateKnown: boolean
  /** The terms of its school year that are known: both, or what the school calendar says so far. */
  terms: readonly { from: string; until: string }[]
  special?: { kind: DayKind; follows: number | null; words: string } | undefined
}

/**
 * What a day is for schools. What was said by hand goes first; then the holidays of the state; then whether it lies in
 * a term. Where the school calendar or the holidays are not out, the day counts as its weekday, and says so.
 */
export function dayFacts(day: string, sources: DaySources): DayFacts {
  const { special, state } = sources
  const own = weekdayOf(day)
  if (special) {
    const weekday = special.kind === '上学日' ? (special.follows ?? (own > 5 ? null : own)) : own
    return { day, kind: special.kind, weekday, words: inWords(day, saidOf(special)), unknown: null }
  }
  const kind = kindOf(day, sources)
  const weekday = kind === '上学日' && own > 5 ? null : own
  return {
    day,
    kind,
    weekday,
    words: inWords(day, state === '调休上班' ? '调休上班' : kind),
    unknown: unknownOf(day, sources),
  }
}

const saidOf = ({ words, follows, kind }: NonNullable<DaySources['special']>): string =>
  words || (follows === null ? kind : `按${weekdayName(follows)}上课`)

const inTerm = (day: string, { terms }: DaySources) => terms.some(({ from, until }) => from <= day && day <= until)

function kindOf(day: string, sources: DaySources): DayKind {
  const { state, terms } = sources
  if (state === '节假日') return '节假日'
  if (terms.length === 2 && !inTerm(day, sources)) return '寒暑假'
  return state === '双休日' ? '双休日' : '上学日'
}

function unknownOf(day: string, sources: DaySources): string | null {
  if (!sources.stateKnown) return `${day.slice(0, 4)}年的放假安排还没有公布，先按平常的星期几算`
  return sources.terms.length === 2 || inTerm(day, sources)
    ? null
    : `${schoolYearName(schoolYearOf(day))}的校历还没有登记，先按平常的星期几算`
}

const inWords = (day: string, what: string): string =>
  `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日（${weekdayName(weekdayOf(day))}，${what}）`
