import type { Attitude, Instance, School } from '../instance.ts'
import type { RotationPlan } from '../plan.ts'
import { afterwards, at, steps, tally, writeOut, type Entry, type PlanBook } from './book.ts'

/** What a plan comes to, in figures that the office knows. */
export interface PlanFigures {
  moves: number
  /** Of those who may move, in percent. */
  rate: number
  backbone: number
  /** Of those who move, in percent. */
  backboneShare: number
  teams: number
  recalls: number
  /** By how many metres the ways to school get longer, all together and the longest. */
  metres: number
  longest: number
  /** Of those who ranked schools: how many go to their first, and to any they named. */
  firstChoice: number
  namedChoice: number
  /** Who would rather not and goes all the same. */
  reluctant: number
  /** Teachers that schools lack or have to spare after the plan, over all subjects. */
  unmet: number
  /** The gap between schools of a stage in backbone teachers for their pupils (差异系数), before and after. */
  gaps: { stage: string; before: number; after: number }[]
  /** What the plan costs by the office's weights, in the same units as the planner. */
  cost: number
  byAim: AimCosts
}

/** What each aim makes a plan cost. */
export interface AimCosts {
  balance: number
  demand: number
  wishes: number
  travel: number
  recalls: number
}

export function planFigures(instance: Instance, plan: RotationPlan): PlanFigures {
  const book = writeOut(instance, plan)
  const { entries, recalled } = book
  const pool = instance.teachers.filter(({ eligible, placedAt }) => eligible && placedAt === undefined).length
  const backbone = entries.filter(({ teacher }) => teacher.backbone).length
  const longer = entries.map(longerBy)
  const byAim = costsOf(book, longer)
  return {
    moves: entries.length,
    rate: percent(entries.length, pool),
    backbone,
    backboneShare: percent(backbone, entries.length),
    teams: teamsOf(instance, entries),
    recalls: recalled.size,
    metres: 100 * sum(longer),
    longest: 100 * Math.max(0, ...longer),
    firstChoice: entries.filter(({ teacher, to }) => teacher.ranked[0] === to.id).length,
    namedChoice: entries.filter(({ teacher, to }) => teacher.ranked.includes(to.id)).length,
    reluctant: entries.filter(({ teacher }) => teacher.attitude === 'reluctant' && teacher.ranked.length === 0).length,
    unmet: unmetOf(book),
    gaps: gapsOf(book),
    cost: sum(Object.values(byAim)),
    byAim,
  }
}

const percent = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole)
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

const longerBy = ({ teacher, from, to }: Entry) => Math.max(0, steps(teacher, to) - steps(teacher, from))

/** Named groups that go, and any two or more with a backbone teacher who go from a strong school to a weaker one. */
export function teamsOf({ groups, rules }: Instance, entries: readonly Entry[]): number {
  const named = new Set(groups.flatMap(({ members }) => members))
  const moved = new Set(entries.map(({ teacher }) => teacher.id))
  const alone = entries.filter(({ teacher, from, to }) => !named.has(teacher.id) && from.standing >= to.standing + rules.standingGap) // prettier-ignore
  const way = ({ from, to, move }: Entry) => at(from.id, to.id, move.stage)
  const led = new Set(alone.filter(({ teacher }) => teacher.backbone).map(way))
  const formed = [...tally(alone.map(way))].filter(([key, n]) => n >= 2 && led.has(key)).length
  return formed + groups.filter(({ members }) => members.every((member) => moved.has(member))).length
}

/** Only where a need was stated. */
function unmetOf(book: PlanBook): number {
  const { instance } = book
  const needs = new Map<string, number>()
  for (const { school, stage, subject, lacks } of instance.needs)
    needs.set(at(school, stage, subject), (needs.get(at(school, stage, subject)) ?? 0) + lacks)
  const before = tally(instance.teachers.map((one) => at(one.placedAt ?? one.home, one.stage, one.subject)))
  const after = tally(afterwards(book).map(({ teacher, school, stage }) => at(school, stage, teacher.subject)))
  return sum(
    [...needs].map(([key, lacks]) =>
      lacks === 0 ? 0 : Math.abs((after.get(key) ?? 0) - (before.get(key) ?? 0) - lacks),
    ),
  )
}

type Staff = { teacher: { backbone: boolean }; school: number; stage: string }[]

const today = ({ teachers }: Instance): Staff =>
  teachers.map((teacher) => ({ teacher, school: teacher.placedAt ?? teacher.home, stage: teacher.stage }))

/** Stages with two schools at least that have pupils, and any backbone teacher. */
function gapsOf(book: PlanBook): PlanFigures['gaps'] {
  const before: Staff = book.instance.teachers.map((teacher) => ({ teacher, school: teacher.placedAt ?? teacher.home, stage: teacher.stage })) // prettier-ignore
  const after = afterwards(book)
  return stagesOf(book.instance).map((stage) => ({
    stage,
    before: Math.sqrt(sum(squares(book.instance, stage, before))),
    after: Math.sqrt(sum(squares(book.instance, stage, after))),
  }))
}

const stagesOf = ({ schools }: Instance): string[] =>
  [...new Set(schools.flatMap(({ pupils }) => Object.keys(pupils)))].filter((stage) => schools.filter(({ pupils }) => (pupils[stage] ?? 0) > 0).length >= 2) // prettier-ignore

/** Each school's part of the square of the coefficient of variation, weighted by pupils (教督〔2017〕6号). */
function squares({ schools }: Instance, stage: string, staff: Staff): number[] {
  const those = schools.filter(({ pupils }) => (pupils[stage] ?? 0) > 0)
  const found = tally(backbonesOf(those, stage, staff))
  const pupils = sum(those.map((school) => school.pupils[stage]!))
  const mean = backbonesOf(those, stage, staff).length / pupils
  if (mean === 0) return []
  return those.map(({ id, pupils: theirs }) => {
    const rate = (found.get(String(id)) ?? 0) / theirs[stage]!
    return (theirs[stage]! / pupils) * ((rate - mean) / mean) ** 2
  })
}

/**
 * The same parts in hundred thousandths, as the planner counts them: what is today, rounded, and each backbone teacher
 * more or fewer, rounded. Numerators and denominators are whole numbers.
 */
function rounded({ schools }: Instance, stage: string, { before, after }: { before: Staff; after: Staff }): number[] {
  const those = schools.filter(({ pupils }) => (pupils[stage] ?? 0) > 0)
  const all = backbonesOf(those, stage, before).length
  const pupils = sum(those.map((school) => school.pupils[stage]!))
  const [had, has] = [tally(backbonesOf(those, stage, before)), tally(backbonesOf(those, stage, after))]
  if (all === 0) return []
  return those.map(({ id, pupils: { [stage]: theirs = 0 } }) => {
    const [from, to] = [had.get(String(id)) ?? 0, has.get(String(id)) ?? 0]
    const part = Math.round((100_000 * (from * pupils - theirs * all) ** 2) / (pupils * theirs * all ** 2))
    const more = (n: number) => Math.round((100_000 * ((2 * n + 1) * pupils - 2 * theirs * all)) / (theirs * all ** 2))
    const between = Array.from({ length: Math.abs(to - from) }, (_, i) => more(Math.min(from, to) + i))
    return part + Math.sign(to - from) * sum(between)
  })
}

/** The school of each backbone teacher of a stage, in these schools; a term may be in a school without it. */
function backbonesOf(those: readonly School[], stage: string, staff: Staff): string[] {
  const compared = new Set(those.map(({ id }) => id))
  return staff
    .filter((one) => one.teacher.backbone && one.stage === stage && compared.has(one.school))
    .map(({ school }) => String(school))
}

const CHOICES = [0, 8, 16, 24, 32]
const ATTITUDES: Record<Attitude, number> = { willing: 20, neutral: 30, reluctant: 110, refuses: 1000 }

function wish({ teacher, to }: Entry): number {
  if (teacher.ranked.length === 0) return ATTITUDES[teacher.attitude]
  return CHOICES[teacher.ranked.indexOf(to.id)] ?? 60
}

/**
 * Ways in steps of 100 m, wishes by rank, 25 for each unmet teacher, 2000 of the heaviest of these weights for a recall, hundred thousandths of the square of each gap.
 * The gap is held against today's mean: those few who change the stage shift it by less than the plan can tell.
 */
function costsOf(book: PlanBook, longer: readonly number[]): AimCosts {
  const { instance, entries, recalled } = book
  const { weights } = instance
  const after = afterwards(book)
  const parts = stagesOf(instance).flatMap((stage) => rounded(instance, stage, { before: today(instance), after }))
  return {
    balance: weights.balance * sum(parts),
    demand: weights.demand * 25 * unmetOf(book),
    wishes: weights.wishes * sum(entries.map(wish)),
    travel: weights.travel * sum(longer),
    recalls: 2000 * Math.max(1, weights.demand, weights.wishes, weights.travel) * recalled.size,
  }
}
