import { teamsOf } from './figures.ts'
import { afterwards, at, steps, tally, writeOut, type Entry, type PlanBook } from './book.ts'
import type { Instance } from '../instance.ts'
import type { RotationPlan } from '../plan.ts'

/** A rule that a plan breaks: which, where, what it is and what it may be. */
export interface PlanFault {
  rule:
    | 'unknown' | 'twice' | 'not-eligible' | 'own-school' | 'not-taught' | 'kept' | 'pinned' | 'barred' | 'refuses' | 'lately' | 'too-far'
    | 'recall' | 'group' | 'moves' | 'backbone' | 'teams' | 'net' | 'out' | 'in' | 'share' | 'total' | 'most-out' | 'most-in' // prettier-ignore
  teacher?: string
  group?: string
  school?: number
  stage?: string
  subject?: string
  found?: number
  least?: number
  most?: number
}

/** Everything in a plan that breaks a rule; nothing means that the plan may be carried out. */
export function planFaults(instance: Instance, plan: RotationPlan): PlanFault[] {
  const book = writeOut(instance, plan)
  return [
    ...book.unknown.map(({ teacher, school }): PlanFault => ({ rule: 'unknown', teacher, school })),
    ...book.entries.flatMap((entry) => moveFaults(book, entry)),
    ...twice(book),
    ...recallFaults(book),
    ...groupFaults(book),
    ...pinFaults(book),
    ...wholeFaults(book),
    ...cellFaults(book),
    ...schoolFaults(book),
  ]
}

function moveFaults({ instance }: PlanBook, { move, teacher, from, to }: Entry): PlanFault[] {
  const { rules, teachers, needs } = instance
  const isTaught = (one: { stage: string; subject: string }, school: number) =>
    school === move.school && one.stage === move.stage && one.subject === teacher.subject
  const broken: [PlanFault['rule'], boolean][] = [
    ['not-eligible', !teacher.eligible || teacher.placedAt !== undefined],
    ['own-school', teacher.home === move.school],
    ['not-taught', !(move.stage in to.pupils) || !teacher.stages.includes(move.stage) || !(teachers.some((one) => isTaught(one, one.home)) || needs.some((one) => isTaught(one, one.school)))], // prettier-ignore
    ['kept', teacher.kept],
    ['barred', teacher.barred?.includes(move.school) ?? false],
    ['refuses', teacher.attitude === 'refuses'],
    ['lately', teacher.lately.includes(move.school)],
    ['too-far', steps(teacher, to) > rules.farthest && steps(teacher, to) > steps(teacher, from)],
  ]
  return broken.flatMap(([rule, isBroken]) => (isBroken ? [{ rule, teacher: teacher.id, school: move.school }] : []))
}

const twice = ({ entries }: PlanBook): PlanFault[] =>
  [...tally(entries.map(({ move }) => move.teacher))].flatMap(([teacher, found]) =>
    found > 1 ? [{ rule: 'twice', teacher, found, most: 1 }] : [],
  )

const recallFaults = ({ recalled, teacherOf }: PlanBook): PlanFault[] =>
  [...recalled].flatMap((teacher) =>
    teacherOf.get(teacher)?.placedAt === undefined ? [{ rule: 'recall' as const, teacher }] : [],
  )

/** All of a group go to one school, or none of it goes. */
function groupFaults({ instance, entries }: PlanBook): PlanFault[] {
  const schoolOf = new Map(entries.map(({ move }) => [move.teacher, move.school]))
  return instance.groups.flatMap(({ id, members }) =>
    new Set(members.map((member) => schoolOf.get(member))).size > 1 ? [{ rule: 'group', group: id }] : [],
  )
}

/** Whom the office sends somewhere goes there. */
function pinFaults({ instance, entries }: PlanBook): PlanFault[] {
  const schoolOf = new Map(entries.map(({ move }) => [move.teacher, move.school]))
  return instance.teachers.flatMap(({ id, pinned }) =>
    pinned !== undefined && schoolOf.get(id) !== pinned ? [{ rule: 'pinned', teacher: id, school: pinned }] : [],
  )
}

function wholeFaults({ instance, entries }: PlanBook): PlanFault[] {
  const { moves, backbonePermille, teams } = instance.rules
  const backbone = entries.filter(({ teacher }) => teacher.backbone).length
  return [
    ...outside({ rule: 'moves', found: entries.length, ...moves }),
    ...outside({ rule: 'backbone', found: backbone, least: Math.ceil((backbonePermille * entries.length) / 1000) }),
    ...outside({ rule: 'teams', found: teamsOf(instance, entries), least: teams }),
  ]
}

const outside = (fault: PlanFault): PlanFault[] =>
  fault.found! < (fault.least ?? -Infinity) || fault.found! > (fault.most ?? Infinity) ? [fault] : []

/** Each subject of each stage in each school: who leaves, who comes, and what it makes of what the school lacks. */
function cellFaults(book: PlanBook): PlanFault[] {
  const { instance, entries } = book
  const { slack, subjectPercent } = instance.rules
  const cell = (school: number, stage: string, subject: string) => at(school, stage, subject)
  const staff = tally(instance.teachers.map(({ home, stage, subject }) => cell(home, stage, subject)))
  const out = tally(entries.map(({ teacher: { home, stage, subject } }) => cell(home, stage, subject)))
  const come = tally(entries.map(({ move, teacher }) => cell(move.school, move.stage, teacher.subject)))
  const back = recalledBack(book)
  const lacks = new Map<string, number>()
  for (const { school, stage, subject, lacks: n } of instance.needs)
    lacks.set(cell(school, stage, subject), (lacks.get(cell(school, stage, subject)) ?? 0) + n)
  return [...new Set([...staff.keys(), ...lacks.keys()])].flatMap((key) => {
    const [school, stage, subject] = key.split('|') as [string, string, string]
    const where = { school: Number(school), stage, subject }
    const [n, lack, left, came] = [staff, lacks, out, come].map((counts) => counts.get(key) ?? 0) as [number, number, number, number] // prettier-ignore
    const most = Math.max(1, Math.ceil((n * subjectPercent) / 100))
    return [
      ...outside({ rule: 'net', ...where, found: came - left + (back.get(key) ?? 0), least: Math.min(0, lack) - slack, most: Math.max(0, lack) + slack }), // prettier-ignore
      ...(n >= 2 ? outside({ rule: 'out', ...where, found: left, most }) : []),
      ...outside({ rule: 'in', ...where, found: came, most: most + Math.max(0, lack) }),
    ]
  })
}

/** Who is called back is one more at home and one fewer at the host. */
function recalledBack({ recalled, teacherOf }: PlanBook): Map<string, number> {
  const found = new Map<string, number>()
  const add = (key: string, by: number) => found.set(key, (found.get(key) ?? 0) + by)
  for (const id of recalled) {
    const { home, placedAt, stage, subject } = teacherOf.get(id)!
    add(at(home, stage, subject), 1)
    add(at(placedAt!, stage, subject), -1)
  }
  return found
}

/** Each school sends about its share, and neither empties nor fills. */
function schoolFaults(book: PlanBook): PlanFault[] {
  const { instance, entries } = book
  const pool = instance.teachers.filter(({ eligible, placedAt }) => eligible && placedAt === undefined)
  const mine = tally(pool.map(({ home }) => String(home)))
  const out = tally(entries.map(({ teacher }) => String(teacher.home)))
  const come = tally(entries.map(({ move }) => String(move.school)))
  const before = tally(instance.teachers.map(({ home, placedAt }) => String(placedAt ?? home)))
  const after = tally(afterwards(book).map(({ school }) => String(school)))
  const { moves, sharePercent, schoolSlack } = instance.rules
  return instance.schools.flatMap(({ id: school, mostOut, mostIn }) => {
    const key = String(school)
    const part = (mine.get(key) ?? 0) / Math.max(1, pool.length)
    const least = Math.max(0, Math.floor(part * moves.least * (1 - sharePercent / 100) - 0.5))
    const most = Math.max(1, Math.ceil(part * moves.most * (1 + sharePercent / 100) + 0.5))
    const grown = (after.get(key) ?? 0) - (before.get(key) ?? 0)
    return [
      ...outside({ rule: 'share', school, found: out.get(key) ?? 0, least, most }),
      ...outside({ rule: 'total', school, found: grown, least: -schoolSlack, most: schoolSlack }),
      ...outside({
        rule: 'most-out',
        school,
        found: out.get(key) ?? 0,
        ...(mostOut !== undefined && { most: mostOut }),
      }),
      ...outside({ rule: 'most-in', school, found: come.get(key) ?? 0, ...(mostIn !== undefined && { most: mostIn }) }),
    ]
  })
}
