import type { Instance, School, Teacher } from '../instance.ts'
import type { Move, RotationPlan } from '../plan.ts'

/** A move with the teacher and the schools it names. */
export interface Entry {
  move: Move
  teacher: Teacher
  from: School
  to: School
}

/**
 * A plan written out beside what the office gave. The checker lives by itself: it takes nothing from the model but the
 * shapes of its input, so that a slip there cannot hide here.
 */
export interface PlanBook {
  instance: Instance
  entries: readonly Entry[]
  /** Moves that name somebody or some school that does not exist. */
  unknown: readonly Move[]
  recalled: ReadonlySet<string>
  teacherOf: ReadonlyMap<string, Teacher>
}

export function writeOut(instance: Instance, { moves, recalls }: RotationPlan): PlanBook {
  const teacherOf = new Map(instance.teachers.map((teacher) => [teacher.id, teacher]))
  const schoolOf = new Map(instance.schools.map((school) => [school.id, school]))
  const found = moves.map((move) => {
    const teacher = teacherOf.get(move.teacher)
    return { move, teacher, from: teacher && schoolOf.get(teacher.home), to: schoolOf.get(move.school) }
  })
  const isWhole = (one: (typeof found)[number]): one is Entry => Boolean(one.teacher && one.from && one.to)
  return {
    instance,
    entries: found.filter(isWhole),
    unknown: found.filter((one) => !isWhole(one)).map(({ move }) => move),
    recalled: new Set(recalls),
    teacherOf,
  }
}

/** Counts things by a key. */
export function tally(keys: Iterable<string>): Map<string, number> {
  const found = new Map<string, number>()
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1)
  return found
}

export const at = (...parts: readonly (string | number)[]): string => parts.join('|')

/** How far it is, in whole steps of 100 m. */
export const steps = (a: { x: number; y: number }, b: { x: number; y: number }): number =>
  Math.floor(Math.hypot(a.x - b.x, a.y - b.y))

/** Where a teacher works once the plan is carried out. */
export function afterwards({
  instance,
  entries,
  recalled,
}: PlanBook): { teacher: Teacher; school: number; stage: string }[] {
  const moved = new Map(entries.map(({ move }) => [move.teacher, move]))
  return instance.teachers.map((teacher) => {
    const move = moved.get(teacher.id)
    if (move) return { teacher, school: move.school, stage: move.stage }
    const stays = recalled.has(teacher.id) ? teacher.home : (teacher.placedAt ?? teacher.home)
    return { teacher, school: stays, stage: teacher.stage }
  })
}
