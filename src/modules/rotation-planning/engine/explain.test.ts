import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventInstance } from '../../../../test/rotation-instances.ts'
import { planFaults } from './check/faults.ts'
import { planFigures } from './check/figures.ts'
import { whyHere, whyNotStay, whyNotThere, type Explanation } from './explain.ts'
import type { Instance, Teacher } from './instance.ts'
import { Session, type Best } from './session.ts'
import { solver, type Highs } from './solver.ts'
import { tradeOff } from './trade-off.ts'

const PATIENCE = 120_000
const instance = inventInstance({ seed: 4 })
let highs: Highs
let session: Session
let best: Best

beforeAll(async () => {
  highs = await solver()
  session = new Session(highs, instance)
  best = session.best()!
}, PATIENCE)
afterAll(() => session.dispose())

const changed = (id: string, more: Partial<Teacher>): Instance => ({
  ...instance,
  teachers: instance.teachers.map((one) => (one.id === id ? { ...one, ...more } : one)),
})

/** What the best plan of a changed cluster costs, found from nothing. */
function anew(other: Instance): number | undefined {
  const fresh = new Session(highs, other)
  try {
    return fresh.best()?.cost
  } finally {
    fresh.dispose()
  }
}

const priced = (explanation: Explanation) => (explanation.kind === 'price' ? best.cost + explanation.more : undefined)

describe('what an explanation says is so when it is tried', () => {
  test.each([0, 17, 42, 77])(
    'move %i: not to send there costs what was said',
    (at) => {
      const { teacher, school } = best.plan.moves[at]!
      const said = priced(whyHere(session, best, teacher))
      expect(said).toBeGreaterThanOrEqual(best.cost)
      expect(said).toBe(anew(changed(teacher, { barred: [school] })))
    },
    PATIENCE,
  )

  test.each([3, 30, 60])(
    'move %i: to another school instead costs what was said',
    (at) => {
      const { teacher, school } = best.plan.moves[at]!
      const other = session.schoolsOf(teacher).find((one) => one !== school)!
      expect(priced(whyNotThere(session, best, teacher, other))).toBe(anew(changed(teacher, { pinned: other })))
    },
    PATIENCE,
  )

  test(
    'to stay costs what was said',
    () => {
      const { teacher } = best.plan.moves[5]!
      expect(priced(whyNotStay(session, best, teacher))).toBe(anew(changed(teacher, { kept: true })))
    },
    PATIENCE,
  )

  test(
    'the price by aim adds up to the price',
    () => {
      const { teacher } = best.plan.moves[8]!
      const found = whyHere(session, best, teacher)
      if (found.kind !== 'price') throw new Error('no price')
      expect(Object.values(found.byAim).reduce((sum, n) => sum + n, 0)).toBe(found.more)
      expect(found.changes.map((change) => change.teacher)).toContain(teacher)
    },
    PATIENCE,
  )

  test(
    'what the office has decided costs what was said: without it the best plan is cheaper by that',
    () => {
      const { teacher, school } = best.plan.moves[11]!
      const other = session.schoolsOf(teacher).find((one) => one !== school)!
      const fresh = new Session(highs, changed(teacher, { pinned: other }))
      const pinned = fresh.best()!
      const found = whyHere(fresh, pinned, teacher)
      const said = { kind: 'pin', more: pinned.cost - best.cost }
      expect(found).toMatchObject({ ...said, changes: expect.arrayContaining([{ teacher, from: other, to: school }]) })
      expect(whyNotStay(fresh, pinned, teacher)).toMatchObject(said)
      expect(whyNotThere(fresh, pinned, teacher, school)).toEqual({ kind: 'refused', why: 'pinned' })
      fresh.dispose()
    },
    PATIENCE,
  )

  test('a rule that forbids it is named', () => {
    const refusing = instance.teachers.find(({ eligible, attitude }) => eligible && attitude === 'refuses')!
    const school = instance.schools.find(({ id, pupils }) => id !== refusing.home && refusing.stage in pupils)!
    expect(whyNotThere(session, best, refusing.id, school.id)).toEqual({ kind: 'refused', why: 'refuses' })
    expect(whyNotThere(session, best, refusing.id, refusing.home)).toEqual({ kind: 'refused', why: 'own-school' })
  })
})

test(
  'a pin is kept, and nothing else is broken for it',
  () => {
    const { teacher, school } = best.plan.moves[11]!
    const other = session.schoolsOf(teacher).find((one) => one !== school)!
    const pinned = changed(teacher, { pinned: other })
    const fresh = new Session(highs, pinned)
    const { plan, cost } = fresh.best()!
    fresh.dispose()
    expect(plan.moves).toContainEqual(expect.objectContaining({ teacher, school: other }))
    expect(planFaults(pinned, plan)).toEqual([])
    expect(planFigures(pinned, plan).cost).toBe(cost)
  },
  PATIENCE,
)

test(
  'what schools say they can bear is kept',
  () => {
    const busiest = instance.schools.map(({ id }) => ({ id, out: best.plan.moves.filter(({ teacher }) => teacher.startsWith(`t${String(id).padStart(3, '0')}`)).length })).sort((a, b) => b.out - a.out)[0]! // prettier-ignore
    const capped = { ...instance, schools: instance.schools.map((one) => (one.id === busiest.id ? { ...one, mostOut: busiest.out - 1 } : one)) } // prettier-ignore
    expect(planFaults(capped, best.plan).map(({ rule }) => rule)).toEqual(['most-out'])
    const fresh = new Session(highs, capped)
    const plan = fresh.best()!
    fresh.dispose()
    expect(planFaults(capped, plan.plan)).toEqual([])
    expect(plan.cost).toBeGreaterThan(best.cost)
  },
  PATIENCE,
)

test(
  'plans to choose from: what is favoured is nowhere better, and each keeps the rules',
  () => {
    const choices = tradeOff(highs, instance)
    expect(choices.length).toBeGreaterThanOrEqual(4)
    for (const { plan } of choices) expect(planFaults(instance, plan)).toEqual([])
    const own = choices.find(({ favours }) => favours.length === 0)!
    for (const choice of choices) {
      expect(choice.figures.cost).toBeGreaterThanOrEqual(own.figures.cost)
      if (choice.favours.length === 1)
        expect(choice.figures.byAim[choice.favours[0]!]).toBeLessThanOrEqual(own.figures.byAim[choice.favours[0]!])
    }
  },
  PATIENCE,
)
