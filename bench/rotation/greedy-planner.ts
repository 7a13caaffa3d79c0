import { layGround, type Ground } from '#modules/rotation-planning/engine/ground.ts'
import { moveCost } from '#modules/rotation-planning/engine/aims.ts'
import type { Instance } from '#modules/rotation-planning/engine/instance.ts'
import { listGroupMoves, listPairs, type Pair } from '#modules/rotation-planning/engine/pairs.ts'
import type { RotationPlan } from '#modules/rotation-planning/engine/plan.ts'

/**
 * A year's rotation as offices make it by hand: the named groups first, each to the school that suits it best; then
 * backbone teachers until their share is met, then everybody else, the one who is suited best first, as long as the
 * school and the subject can bear it.
 */
export function planGreedily(instance: Instance): RotationPlan {
  const ground = layGround(instance)
  const cost = (pair: Pair) => moveCost(ground, pair, instance.weights)
  const book = new Counts(ground)
  for (const group of instance.groups) {
    const ways = listGroupMoves(ground, group).map(({ moves }) => ({ moves, cost: sum(moves.map(cost)) }))
    const best = ways.sort((a, b) => a.cost - b.cost).find(({ moves }) => moves.every((pair) => book.bears(pair)))
    for (const pair of best?.moves ?? []) book.take(pair)
  }
  const pairs = listPairs(ground).map((pair) => ({ pair, cost: cost(pair) }))
  const byCost = pairs.sort((a, b) => a.cost - b.cost).map(({ pair }) => pair)
  const { least } = instance.rules.moves
  const floor = Math.ceil((least * instance.rules.backbonePermille) / 1_000)
  book.fill(byCost.filter(({ teacher }) => teacher.backbone), () => book.backbone < floor) // prettier-ignore
  book.fill(byCost, () => book.taken.length < least)
  const moves = book.taken.map(({ teacher, school, stage }) => ({ teacher: teacher.id, school: school.id, stage }))
  return { moves, recalls: [] }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

/** Who goes so far, and what each school and subject can still bear. */
class Counts {
  readonly taken: Pair[] = []
  backbone = 0
  private readonly gone = new Set<string>()
  private readonly counts = new Map<string, number>()
  private readonly ground: Ground

  constructor(ground: Ground) {
    this.ground = ground
  }

  fill(pairs: readonly Pair[], isWanted: () => boolean): void {
    for (const pair of pairs) if (isWanted() && this.bears(pair)) this.take(pair)
  }

  bears({ teacher, school, stage }: Pair): boolean {
    const { rules, schools } = this.ground.instance
    const share = (2 * rules.moves.most) / schools.length
    return (
      !this.gone.has(teacher.id) &&
      this.net(teacher.home, teacher.stage, teacher.subject) > -rules.slack &&
      this.net(school.id, stage, teacher.subject) < rules.slack &&
      this.of(`total|${teacher.home}`) > -rules.schoolSlack &&
      this.of(`total|${school.id}`) < rules.schoolSlack &&
      this.of(`out|${teacher.home}`) < share
    )
  }

  take(pair: Pair): void {
    const { teacher, school, stage } = pair
    this.taken.push(pair)
    this.gone.add(teacher.id)
    if (teacher.backbone) this.backbone++
    this.add(`net|${teacher.home}|${teacher.stage}|${teacher.subject}`, -1)
    this.add(`net|${school.id}|${stage}|${teacher.subject}`, 1)
    this.add(`total|${teacher.home}`, -1)
    this.add(`total|${school.id}`, 1)
    this.add(`out|${teacher.home}`, 1)
  }

  private net = (school: number, stage: string, subject: string) => this.of(`net|${school}|${stage}|${subject}`)
  private of = (key: string) => this.counts.get(key) ?? 0
  private add = (key: string, by: number) => void this.counts.set(key, this.of(key) + by)
}
