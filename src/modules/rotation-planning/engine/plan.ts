import type { Model } from './model.ts'

/** One teacher's move of a year's plan. */
export interface Move {
  teacher: string
  school: number
  stage: string
}

/** A year's rotation: who goes where, and whose running term is broken off. */
export interface RotationPlan {
  moves: readonly Move[]
  recalls: readonly string[]
}

/** The plan that the columns of a solution stand for. */
export function readPlan({ columns }: Model, values: ArrayLike<number>): RotationPlan {
  const used = columns.flatMap(({ means }, at) => (values[at]! > 0 ? [means] : []))
  const pairs = used.flatMap((means) =>
    means.kind === 'move' ? [means.pair] : means.kind === 'group' ? means.move.moves : [],
  )
  return {
    moves: pairs.map(({ teacher, school, stage }) => ({ teacher: teacher.id, school: school.id, stage })),
    recalls: used.flatMap((means) => (means.kind === 'recall' ? [means.teacher.id] : [])),
  }
}
