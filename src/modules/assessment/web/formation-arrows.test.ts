import { describe, expect, test } from 'vitest'
import { arrowsOf, sumsOf } from './formation-arrows.ts'
import { formationLayout } from './formation-layout.ts'

const flyer = (id: number, stage: string, isLead = false) => ({
  id,
  label: `第${id}校`,
  stage,
  isLead,
  distance: 0.1 * id,
})
const layout = formationLayout([flyer(1, '高中', true), flyer(2, '小学'), flyer(3, '小学'), flyer(4, '初中')])
const links = [
  { from: 1, to: 2, weight: 5 },
  { from: 3, to: 2, weight: 2 },
  { from: 2, to: 4, weight: 1 },
  { from: 4, to: 99, weight: 3 },
]
const seatOf = (id: number) => layout.seats.find((seat) => seat.id === id)!
const cornersOf = (head: string) => head.split(' ').map((corner) => corner.split(',').map(Number) as [number, number])

describe('an arrow', () => {
  test('stands for what goes between two schools of the picture', () => {
    expect(arrowsOf(links, layout).map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [3, 2],
      [2, 4],
    ])
  })

  test('is thicker for more', () => {
    const [five, two, one] = arrowsOf(links, layout).map(({ width }) => width)
    expect(five).toBeGreaterThan(two!)
    expect(two).toBeGreaterThan(one!)
  })

  test('ends in a head that points outward at who takes, on its inner side', () => {
    for (const { to, head } of arrowsOf(links, layout)) {
      const { x, y, side } = seatOf(to)
      const [tip, ...rear] = cornersOf(head)
      expect(tip![1]).toBe(y)
      expect(Math.sign(x - tip![0])).toBe(side)
      for (const [rearX] of rear) expect(Math.sign(tip![0] - rearX)).toBe(side)
    }
  })

  test('points up at the lead school', () => {
    const [arrow] = arrowsOf([{ from: 2, to: 1, weight: 1 }], layout)
    const [tip, ...rear] = cornersOf(arrow!.head)
    for (const [, rearY] of rear) expect(rearY).toBeGreaterThan(tip![1])
  })
})

describe('numbers', () => {
  test('stand at the strongest, one at each school that takes', () => {
    const numbered = arrowsOf(links, layout).filter(({ number }) => number)
    expect(numbered.map(({ weight }) => weight)).toEqual([5])
  })

  test('stand at everything that a school looked at gives and takes, the rest is told apart', () => {
    const seen = arrowsOf(links, layout, 2)
    expect(seen.map(({ kind, number }) => [kind, number !== undefined])).toEqual([
      ['takes', true],
      ['takes', true],
      ['gives', true],
    ])
    expect(arrowsOf(links, layout, 3).map(({ kind }) => kind)).toEqual(['other', 'gives', 'other'])
  })
})

test('a school’s sums are all that it gives and takes, whoever the other is', () => {
  expect(sumsOf(links).get(2)).toEqual({ gives: 1, takes: 7 })
  expect(sumsOf(links).get(4)).toEqual({ gives: 3, takes: 1 })
})
