import { expect, test } from 'vitest'
import type { PlanMove } from '../plan.contract.ts'
import { bestOf, isSame, picking, sentBy } from './comparison.ts'

const move = (teacherId: string, toSchoolId: number | null): PlanMove => ({
  ...{ teacherId, name: teacherId, masked: false, subject: '语文', stage: '小学', backbone: false, fromSchoolId: 1 },
  ...{ toSchoolId, choice: null, attitude: 'neutral', longerBy: 0, team: null },
})

test('whom plans send elsewhere is told from whom they send the same way', () => {
  const plans = [{ moves: [move('a', 2), move('b', 3)] }, { moves: [move('b', 4), move('a', 2), move('c', null)] }]
  const sent = sentBy(plans)
  expect(sent.map(({ teacherId, to }) => [teacherId, to])).toEqual([
    ['a', [2, 2]],
    ['b', [3, 4]],
    ['c', [undefined, null]],
  ])
  expect(sent.map(isSame)).toEqual([true, false, false])
})

test('the best is what is shown as the best, and nothing is where all look the same', () => {
  expect(bestOf(['1.2', '1.1', '1.1'], [1.21, 1.14, 1.06], 'least')).toEqual([false, true, true])
  expect(bestOf(['3', '5'], [3, 5], 'most')).toEqual([false, true])
  expect(bestOf(['3', '3'], [3.1, 3.2], 'most')).toEqual([false, false])
  expect(bestOf(['3', '5'], [3, 5], undefined)).toEqual([false, false])
})

test('three are chosen at most, the last ones', () => {
  expect(picking(['a', 'b'], 'b')).toEqual(['a'])
  expect(picking(['a', 'b', 'c'], 'd')).toEqual(['b', 'c', 'd'])
})
