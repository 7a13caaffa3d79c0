import { expect, test } from 'vitest'
import { inventInstance } from '../../../../test/rotation-instances.ts'
import { planFigures } from './check/figures.ts'
import { balanceSteps, CV_SCALE } from './balance.ts'
import { layGround } from './ground.ts'
import type { Instance, Teacher } from './instance.ts'
import { Session } from './session.ts'
import { solver } from './solver.ts'

/** Few schools, so large that a backbone teacher more or fewer hardly shows. */
const large = (seed: number) =>
  inventInstance({ seed, schools: 6, teachers: 1_500, eligible: 300, moves: 40, teams: 1, groups: 1 })

test.each([1, 2, 3, 4])('the steps of large schools never fall, and lead to what the gap is (%i)', (seed) => {
  const ground = layGround(large(seed))
  const steps = balanceSteps(ground)
  for (const { slopes } of steps) expect(slopes).toEqual([...slopes].sort((a, b) => a - b))
  const sum = steps.reduce((total, { base, slopes, before, lowest }) => total + slopes.slice(0, before - lowest).reduce((all, one) => all + one, base), 0) // prettier-ignore
  const { gaps } = planFigures(ground.instance, { moves: [], recalls: [] })
  const squares = gaps.reduce((total, { before }) => total + before ** 2, 0)
  expect(Math.abs(sum / CV_SCALE - squares)).toBeLessThan(steps.length / CV_SCALE)
})

/** Terms of backbone teachers that run in schools where their own stage is not taught. */
function strayed(seed: number): Instance {
  const instance = inventInstance({ seed })
  const away = ({ stage }: Teacher) => instance.schools.find(({ pupils }) => !(stage in pupils))!.id
  const gone = instance.teachers
    .filter((one) => one.backbone && !one.eligible && one.placedAt === undefined)
    .slice(0, 9)
  const teachers = instance.teachers.map((one) => (gone.includes(one) ? { ...one, placedAt: away(one) } : one))
  return { ...instance, teachers }
}

test.each([
  ['large schools', large(2)],
  ['large schools', large(4)],
  ['terms in schools of another stage', strayed(2)],
  ['terms in schools of another stage', strayed(5)],
])('the planner and the checker agree: %s', async (_, invented) => {
  const instance = { ...invented, weights: { balance: 10, demand: 1, wishes: 1, travel: 1 } }
  const session = new Session(await solver(), instance)
  const { cost, plan } = session.best()!
  session.dispose()
  expect(planFigures(instance, plan).cost).toBe(cost)
}, 60_000) // prettier-ignore
