import { expect, test } from 'vitest'
import type { PlanMove } from '../plan.contract.ts'
import { asBody, changesIn, draftOf, stepped } from './board-draft.ts'

const move = (teacherId: string, toSchoolId: number | null) => ({ teacherId, toSchoolId }) as PlanMove
const moves = [move('a', 2), move('b', 3), move('c', null)]
const place = (teacherId: string, toSchoolId: number | null) => ({ kind: 'place', teacherId, toSchoolId }) as const

test('what is changed can be taken back step by step, and done again', () => {
  const start = draftOf(moves)
  const one = stepped(start, place('a', 3))
  const two = stepped(one, place('d', 2))
  expect(changesIn(two, moves)).toBe(2)
  expect(stepped(two, { kind: 'undo' }).now).toEqual(one.now)
  expect(stepped(stepped(two, { kind: 'undo' }), { kind: 'redo' }).now).toEqual(two.now)
  expect(stepped(stepped(two, { kind: 'undo' }), place('b', null)).future).toEqual([])
  expect(stepped(start, { kind: 'undo' })).toBe(start)
})

test('to send where one goes already, or to leave where one stays, is no step', () => {
  const start = draftOf(moves)
  expect(stepped(start, place('a', 2))).toBe(start)
  expect(stepped(start, place('d', null))).toBe(start)
})

test('who is called back stays called back', () => {
  expect(asBody(stepped(draftOf(moves), place('a', null)), moves)).toEqual({ moves: [{ teacherId: 'b', toSchoolId: 3 }], recalls: ['c'] }) // prettier-ignore
})
