import type { PlannerInput } from './input.rules.ts'
import type { Instance, School, Teacher } from './engine/instance.ts'
import type { RotationPlan } from './engine/plan.ts'

/** One who moves in a plan as it is kept; toSchoolId null: called back before the term is over. */
export interface PlanMoveRow {
  teacherId: string
  fromSchoolId: number
  toSchoolId: number | null
  stage: string
}

/** What a season is planned from, as the planner's model takes it: what is fixed beforehand stands with whom it is about. */
export function instanceOf({ pins, bars, caps, ...input }: PlannerInput): Instance {
  const pinnedTo = new Map(pins.map(({ teacher, school }) => [teacher, school]))
  const capOf = new Map(caps.map((cap) => [cap.school, cap]))
  const barred = (id: string) => bars.filter(({ teacher }) => teacher === id).map(({ school }) => school)
  return {
    ...input,
    schools: input.schools.map((school): School => {
      const { out = null, in: come = null } = capOf.get(school.id) ?? {}
      return { ...school, ...(out !== null && { mostOut: out }), ...(come !== null && { mostIn: come }) }
    }),
    teachers: input.teachers.map((teacher): Teacher => {
      const [pinned, bars] = [pinnedTo.get(teacher.id), barred(teacher.id)]
      return { ...teacher, ...(pinned !== undefined && { pinned }), ...(bars.length > 0 && { barred: bars }) }
    }),
  }
}

/** A plan as it is kept: who goes from where to where. */
export function rowsOf({ teachers }: Instance, { moves, recalls }: RotationPlan): PlanMoveRow[] {
  const teacherOf = new Map(teachers.map((teacher) => [teacher.id, teacher]))
  return [
    ...moves.map(({ teacher, school, stage }) => ({
      teacherId: teacher,
      fromSchoolId: teacherOf.get(teacher)!.home,
      toSchoolId: school,
      stage,
    })),
    ...recalls.map((id) => {
      const { placedAt, home, stage } = teacherOf.get(id)!
      return { teacherId: id, fromSchoolId: placedAt ?? home, toSchoolId: null, stage }
    }),
  ]
}

/** A plan on file as the planner and the checker take it. */
export const planOf = (rows: readonly PlanMoveRow[]): RotationPlan => ({
  moves: rows.flatMap(({ teacherId, toSchoolId, stage }) =>
    toSchoolId === null ? [] : [{ teacher: teacherId, school: toSchoolId, stage }],
  ),
  recalls: rows.flatMap(({ teacherId, toSchoolId }) => (toSchoolId === null ? [teacherId] : [])),
})

/** A draft of the board: each goes in the stage that the school teaches, the own one first. */
export function planOfDraft(
  { teachers, schools }: Instance,
  draft: { moves: readonly { teacherId: string; toSchoolId: number }[]; recalls: readonly string[] },
): RotationPlan {
  const teacherOf = new Map(teachers.map((teacher) => [teacher.id, teacher]))
  const schoolOf = new Map(schools.map((school) => [school.id, school]))
  const stageAt = (teacher: Teacher | undefined, school: number) =>
    [teacher?.stage, ...(teacher?.stages ?? [])].find((stage) => stage !== undefined && stage in (schoolOf.get(school)?.pupils ?? {})) ?? teacher?.stage ?? '' // prettier-ignore
  return {
    moves: draft.moves.map(({ teacherId, toSchoolId }) => ({
      teacher: teacherId,
      school: toSchoolId,
      stage: stageAt(teacherOf.get(teacherId), toSchoolId),
    })),
    recalls: draft.recalls,
  }
}

/** By how much of its cost a plan may be worse than the best there is, in percent; null where nothing is known. */
export function gapOf({ cost, least }: { cost: number; least: number | null }): number | null {
  if (least === null) return null
  return cost <= 0 ? 0 : Math.max(0, (100 * (cost - least)) / cost)
}

/** How much more a plan costs than the best, in percent of the best; null where the best costs nothing and this one does. */
export function moreThan(cost: number, least: number): number | null {
  if (cost <= least) return 0
  return least <= 0 ? null : (100 * (cost - least)) / least
}
