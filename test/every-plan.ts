import { layGround } from '#modules/rotation-planning/engine/ground.ts'
import type { Instance } from '#modules/rotation-planning/engine/instance.ts'
import { pairsOf } from '#modules/rotation-planning/engine/pairs.ts'
import type { Move, RotationPlan } from '#modules/rotation-planning/engine/plan.ts'
import { inventInstance } from './rotation-instances.ts'

/** Every plan that there is, by going through all: for clusters small enough. */
export function* everyPlan(instance: Instance): Generator<RotationPlan> {
  const ground = layGround(instance)
  const choices = ground.pool.map((teacher) => pairsOf(ground, teacher))
  const running = ground.teachers.filter(({ placedAt }) => placedAt !== undefined).map(({ id }) => id)
  for (const recalls of subsets(running))
    for (const moves of movesOf(choices, instance.rules.moves.most)) yield { moves, recalls }
}

function* movesOf([first, ...rest]: ReturnType<typeof pairsOf>[], most: number): Generator<Move[]> {
  if (!first) return yield []
  yield* movesOf(rest, most)
  if (most === 0) return
  for (const others of movesOf(rest, most - 1))
    for (const { teacher, school, stage } of first) yield [...others, { teacher: teacher.id, school: school.id, stage }]
}

const subsets = <T>(things: readonly T[]): T[][] =>
  things.reduce<T[][]>((all, thing) => [...all, ...all.map((one) => [...one, thing])], [[]])

/** Small enough to go through all of its plans; what more its rules ask depends on the seed. */
export function smallCluster(seed: number): Instance {
  const some = { schools: 5, teachers: 60, eligible: 8, groups: seed % 2, teams: seed % 3 === 0 ? 1 : 0, running: 1 }
  const invented = inventInstance({ seed, ...some })
  const rules = {
    moves: { least: 1, most: 3 },
    backbonePermille: (seed % 2) * 200,
    subjectPercent: 50,
    standingGap: -100,
  }
  const schools = invented.schools.map((school) => ({ ...school, ...(seed % 4 === 0 && { mostOut: 1, mostIn: 2 }) }))
  const small = { ...invented, schools, rules: { ...invented.rules, ...rules } }
  return seed % 5 === 0 ? withPin(small) : small
}

/** The first who may go somewhere is sent to the last of the schools that are open. */
function withPin(instance: Instance): Instance {
  const ground = layGround(instance)
  const [pair] = ground.pool.map((teacher) => pairsOf(ground, teacher).at(-1)).filter((one) => one !== undefined)
  const pinned = (id: string) => pair && id === pair.teacher.id && { pinned: pair.school.id }
  return { ...instance, teachers: instance.teachers.map((one) => ({ ...one, ...pinned(one.id) })) }
}
