import { afterAll, describe, expect, test } from 'vitest'
import { inventInstance } from '../../../../../test/rotation-instances.ts'
import { planFaults } from '../check/faults.ts'
import { Cancelled, Planner } from './planner.ts'
import type { Progress } from './questions.ts'

const PATIENCE = 120_000
const planner = new Planner()
afterAll(() => planner.close())

const instance = inventInstance({ seed: 7 })

describe('the planning thread', () => {
  test(
    'answers with a proved plan that keeps every rule, and the same to the same again',
    async () => {
      const one = (await planner.ask('plan', { instance }))!
      expect(one).toMatchObject({ isProved: true, least: one.figures.cost })
      expect(planFaults(instance, one.plan)).toEqual([])
      const restarted = new Planner()
      const again = await restarted.ask('plan', { instance: structuredClone(instance) })
      await restarted.close()
      expect(again).toEqual(one)
    },
    PATIENCE,
  )

  test(
    'tells why, for the plan it gave',
    async () => {
      const { plan } = (await planner.ask('plan', { instance }))!
      const { teacher, school } = plan.moves[0]!
      const why = await planner.ask('why', { instance, teacher })
      expect(why.kind).toBe('price')
      expect(await planner.ask('why', { instance, teacher, school: null })).toMatchObject({ kind: 'price' })
      const home = instance.teachers.find(({ id }) => id === teacher)!.home
      expect(await planner.ask('why', { instance, teacher, school: home })).toEqual({
        kind: 'refused',
        why: 'own-school',
      })
      expect(school).not.toBe(home)
    },
    PATIENCE,
  )

  test(
    'where no plan is possible says so, and what contradicts',
    async () => {
      const impossible = { ...instance, schools: instance.schools.map((school) => ({ ...school, mostOut: 0 })) }
      expect(await planner.ask('plan', { instance: impossible })).toBeUndefined()
      const conflict = await planner.ask('conflict', { instance: impossible })
      expect(conflict!.map(({ rule }) => rule)).toEqual(['most', 'moves'])
    },
    PATIENCE,
  )

  test(
    'tells how far it is, and ends at once when it is cancelled; the next question is answered',
    async () => {
      const told: Progress[] = []
      const cancel = new AbortController()
      const asked = planner.ask('tradeOff', { instance }, {
      signal: cancel.signal,
      onProgress: (progress) => {
        told.push(progress)
        cancel.abort()
      },
    }) // prettier-ignore
      await expect(asked).rejects.toBeInstanceOf(Cancelled)
      expect(told).toEqual([{ done: 1, all: 7 }])
      expect((await planner.ask('plan', { instance }))!.isProved).toBe(true)
    },
    PATIENCE,
  )

  test(
    'more questions than threads wait for their turn',
    async () => {
      const small = [1, 2, 3, 4].map((seed) =>
        inventInstance({ seed, schools: 8, teachers: 200, eligible: 60, moves: 10, teams: 0 }),
      )
      const found = await Promise.all(small.map((one) => planner.ask('plan', { instance: one })))
      expect(found.map((one) => one?.isProved)).toEqual([true, true, true, true])
    },
    PATIENCE,
  )
})
