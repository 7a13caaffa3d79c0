import { planFigures, type AimCosts } from './check/figures.ts'
import { layGround } from './ground.ts'
import { whyNot as refusalOf, type Refusal } from './pairs.ts'
import type { RotationPlan } from './plan.ts'
import { Session, type Best } from './session.ts'

/** What becomes different in another plan: who goes where in it, who in this one; null: stays. */
export interface Change {
  teacher: string
  from: number | null
  to: number | null
}

/** What something else would cost, in whole and by aim, and who would go elsewhere for it. */
export interface Price {
  /** `pin`: the office has decided it; `more` is what any plan costs more for that, and the rest what is otherwise without. */
  kind: 'price' | 'pin'
  more: number
  byAim: AimCosts
  changes: Change[]
}

export type Explanation =
  | Price
  /** A rule about the teacher and the school forbids it. */
  | { kind: 'refused'; why: Refusal }
  /** No plan has it: the rules on the whole leave no room. */
  | { kind: 'impossible' }

/** Why a teacher is where the plan has them: what the best plan without it costs more. */
export function whyHere(session: Session, best: Best, teacher: string): Explanation {
  if (isPinned(session, teacher)) return whatPinCosts(session, best, teacher)
  const move = best.plan.moves.find((one) => one.teacher === teacher)
  const other = move ? session.bestWithout(teacher, move.school) : session.best()
  return other ? priceOf(session, best, other) : { kind: 'impossible' }
}

/** Why a teacher does not go to a school: the rule that forbids it, or what the best plan with it costs more. */
export function whyNotThere(session: Session, best: Best, teacher: string, school: number): Explanation {
  const refused = refusedBy(session, teacher, school)
  if (refused) return { kind: 'refused', why: refused }
  const other = session.bestWith(teacher, school)
  return other ? priceOf(session, best, other) : { kind: 'impossible' }
}

/** What it costs that a teacher stays. */
export function whyNotStay(session: Session, best: Best, teacher: string): Explanation {
  if (isPinned(session, teacher)) return whatPinCosts(session, best, teacher)
  const other = session.bestStaying(teacher)
  return other ? priceOf(session, best, other) : { kind: 'impossible' }
}

const isPinned = ({ instance }: Session, teacher: string): boolean =>
  instance.teachers.some(({ id, pinned }) => id === teacher && pinned !== undefined)

/** The best plan with the office's decision against the best one without it, found anew: more is open then. */
function whatPinCosts({ instance, search }: Session, best: Best, teacher: string): Explanation {
  const teachers = instance.teachers.map(({ pinned, ...one }) =>
    pinned === undefined || one.id === teacher ? one : { ...one, pinned },
  )
  const free = new Session(search.highs, { ...instance, teachers })
  try {
    const other = free.best()
    return other ? pinPrice(priceOf(free, best, other)) : { kind: 'impossible' }
  } finally {
    free.dispose()
  }
}

const pinPrice = ({ more, ...rest }: Price): Price => ({ ...rest, kind: 'pin', more: -more })

/** Of the stages that a teacher may teach in, one must be open at the school; else the first one's reason is told. */
function refusedBy({ instance }: Session, id: string, at: number): Refusal | undefined {
  const ground = layGround(instance)
  const [teacher, school] = [ground.teacherOf.get(id), ground.schoolOf.get(at)]
  if (!teacher || !school) return 'not-taught'
  const reasons = teacher.stages.map((stage) =>
    stage in school.pupils ? refusalOf(ground, { teacher, school, stage }) : 'not-taught',
  )
  return reasons.includes(undefined) ? undefined : reasons[0]
}

function priceOf({ instance }: Session, best: Best, other: Best): Price {
  const [now, then] = [planFigures(instance, best.plan).byAim, planFigures(instance, other.plan).byAim]
  const byAim = Object.fromEntries(
    (Object.keys(now) as (keyof AimCosts)[]).map((aim) => [aim, then[aim] - now[aim]]),
  ) as unknown as AimCosts
  return { kind: 'price', more: other.cost - best.cost, byAim, changes: changesBetween(best.plan, other.plan) }
}

/** Who goes elsewhere in the other plan, by teacher. */
export function changesBetween(one: RotationPlan, other: RotationPlan): Change[] {
  const [from, to] = [one, other].map(({ moves }) => new Map(moves.map(({ teacher, school }) => [teacher, school])))
  return [...new Set([...from!.keys(), ...to!.keys()])]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((teacher) => ({ teacher, from: from!.get(teacher) ?? null, to: to!.get(teacher) ?? null }))
    .filter((change) => change.from !== change.to)
}
