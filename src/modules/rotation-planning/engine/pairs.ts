import { cellKey, distance, type Ground } from './ground.ts'
import type { Group, School, Teacher } from './instance.ts'

/** A teacher who may go to a school, and in which stage. */
export interface Pair {
  teacher: Teacher
  school: School
  stage: string
}

export const refusals = [
  'own-school',
  'not-taught',
  'kept',
  'pinned',
  'barred',
  'refuses',
  'lately',
  'too-far',
] as const
export type Refusal = (typeof refusals)[number]

/** Why a teacher cannot go to a school in a stage; undefined where it may be. */
export function whyNot(ground: Ground, { teacher, school, stage }: Pair): Refusal | undefined {
  if (school.id === teacher.home) return 'own-school'
  if (!ground.cells.has(cellKey(school.id, stage, teacher.subject))) return 'not-taught'
  if (teacher.kept) return 'kept'
  if (teacher.pinned !== undefined && teacher.pinned !== school.id) return 'pinned'
  if (teacher.barred?.includes(school.id)) return 'barred'
  if (teacher.attitude === 'refuses') return 'refuses'
  if (teacher.lately.includes(school.id)) return 'lately'
  return isTooFar(ground, teacher, school) ? 'too-far' : undefined
}

function isTooFar({ instance, schoolOf }: Ground, teacher: Teacher, school: School): boolean {
  const there = distance(teacher, school)
  return there > instance.rules.farthest && there > distance(teacher, schoolOf.get(teacher.home)!)
}

/** All pairs of the teachers who go alone. */
export function listPairs(ground: Ground): Pair[] {
  const grouped = new Set(ground.instance.groups.flatMap(({ members }) => members))
  return ground.pool.filter(({ id }) => !grouped.has(id)).flatMap((teacher) => pairsOf(ground, teacher))
}

/** Where a teacher may go. */
export function pairsOf(ground: Ground, teacher: Teacher): Pair[] {
  return teacher.stages.flatMap((stage) =>
    (ground.schoolsOf.get(stage) ?? [])
      .map((school) => ({ teacher, school, stage }))
      .filter((pair) => whyNot(ground, pair) === undefined),
  )
}

/** A group that may go to a school, all of its members in their own stages. */
export interface GroupMove {
  group: Group
  school: School
  moves: readonly Pair[]
}

/** Where a group may go; nowhere, if one of it may not move this year. */
export function listGroupMoves(ground: Ground, group: Group): GroupMove[] {
  const members = ground.pool.filter(({ id }) => group.members.includes(id))
  if (members.length < group.members.length) return []
  return ground.schools
    .map((school) => ({ group, school, moves: members.map((teacher) => ({ teacher, school, stage: teacher.stage })) }))
    .filter(({ moves }) => moves.every((pair) => isOpen(ground, pair)))
}

const isOpen = (ground: Ground, pair: Pair) => pair.stage in pair.school.pupils && whyNot(ground, pair) === undefined
