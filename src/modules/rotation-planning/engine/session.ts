import { buildModel, type Means } from './model.ts'
import { readPlan, type RotationPlan } from './plan.ts'
import { Search, type Found, type SearchOptions } from './search.ts'
import type { Instance } from './instance.ts'
import type { Highs } from './solver.ts'

/** A plan that is proved to be the best. */
export interface Best {
  cost: number
  plan: RotationPlan
}

/**
 * A year's rotation that is asked more than once: the relaxation stays in the solver, and a question narrows what a few
 * columns may be, which takes a fraction of solving it anew.
 */
export class Session {
  readonly instance: Instance
  readonly search: Search
  private waysFound: ReadonlyMap<string, number[]> | undefined
  private first: Found | undefined

  constructor(highs: Highs, instance: Instance) {
    this.instance = instance
    this.search = new Search(highs, buildModel(instance))
  }

  dispose(): void {
    this.search.dispose()
  }

  /** The search's answer for the instance as it is; asked again, it is at hand. */
  solve(options?: SearchOptions): Found {
    return (this.first ??= this.search.solve(options))
  }

  best(): Best | undefined {
    return this.proved(this.solve())
  }

  /** The best plan in which the teacher goes to the school; undefined where there is none. */
  bestWith(teacher: string, school: number): Best | undefined {
    const plans = this.waysTo(teacher, school).flatMap((column) => this.limited([column], 1) ?? [])
    return plans.length > 0 ? plans.reduce((best, plan) => (plan.cost < best.cost ? plan : best)) : undefined
  }

  /** The best plan in which the teacher does not go there, but elsewhere or nowhere. */
  bestWithout(teacher: string, school: number): Best | undefined {
    return this.limited(this.waysTo(teacher, school), 0)
  }

  /** The best plan in which the teacher stays. */
  bestStaying(teacher: string): Best | undefined {
    return this.limited(
      this.schoolsOf(teacher).flatMap((school) => this.waysTo(teacher, school)),
      0,
    )
  }

  /** The schools that are open to a teacher. */
  schoolsOf(teacher: string): number[] {
    return [...this.ways.keys()].flatMap((key) =>
      key.startsWith(`${teacher}|`) ? [Number(key.split('|').at(-1))] : [],
    )
  }

  /** The columns in which a teacher goes to a school: one a stage, or the group's. Who only wants the plan needs them not. */
  private get ways(): ReadonlyMap<string, number[]> {
    return (this.waysFound ??= waysOf(this.search.model.columns.map(({ means }) => means)))
  }

  private waysTo(teacher: string, school: number): readonly number[] {
    return this.ways.get(`${teacher}|${school}`) ?? []
  }

  private limited(columns: readonly number[], to: 0 | 1): Best | undefined {
    const { bounds } = this.search
    const before = columns.map((column) => [column, bounds.lower[column]!, bounds.upper[column]!] as const)
    for (const column of columns) this.search.limit(column, to, to)
    const best = this.proved(this.search.solve())
    for (const [column, lower, upper] of before) this.search.limit(column, lower, upper)
    return best
  }

  private proved(found: Found): Best | undefined {
    return found.status === 'proved'
      ? { cost: found.cost, plan: readPlan(this.search.model, found.columns) }
      : undefined
  }
}

function waysOf(means: readonly Means[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  const add = (teacher: string, school: number, column: number) => {
    const key = `${teacher}|${school}`
    const those = found.get(key)
    if (those) those.push(column)
    else found.set(key, [column])
  }
  means.forEach((one, column) => {
    if (one.kind === 'move') add(one.pair.teacher.id, one.pair.school.id, column)
    if (one.kind === 'group') for (const member of one.move.group.members) add(member, one.move.school.id, column)
  })
  return found
}
