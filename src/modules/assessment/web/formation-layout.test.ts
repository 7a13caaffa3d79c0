import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { widthOf } from './formation-frame.ts'
import { formationLayout, type Flyer, type Layout, type Seat } from './formation-layout.ts'

const flyer = (id: number, stage: string, distance: number | null, more: Partial<Flyer> = {}): Flyer => ({
  id,
  label: `第${id}小学`,
  stage,
  isLead: false,
  distance,
  ...more,
})
const seatOf = (layout: Layout, id: number) => layout.seats.find((seat) => seat.id === id)!
const outOf = (layout: Layout, id: number) => Math.abs(seatOf(layout, id).x - layout.frame.axis)

describe('the formation', () => {
  test('has the lead school at the point, before everyone', () => {
    const layout = formationLayout([flyer(1, '小学', 0.9, { isLead: true }), flyer(2, '小学', 0), flyer(3, '初中', 0)])
    expect(seatOf(layout, 1)).toMatchObject(layout.point)
    expect(Math.min(...layout.seats.map(({ y }) => y))).toBe(seatOf(layout, 1).y)
    expect(layout.wings.map(({ stage, side }) => [stage, side])).toEqual([
      ['小学', -1],
      ['初中', 1],
    ])
  })

  test('has each school as far out as it is from its targets, the nearest in front', () => {
    const layout = formationLayout([flyer(1, '小学', 0.5), flyer(2, '小学', 0.1), flyer(3, '小学', null)], true)
    const { start } = layout.frame
    expect((outOf(layout, 1) - start) / (outOf(layout, 2) - start)).toBeCloseTo(5)
    expect([2, 1, 3].map((id) => seatOf(layout, id).y)).toEqual(layout.seats.map(({ y }) => y))
    expect(outOf(layout, 3)).toBe(layout.unknown)
  })

  test('has sides as even as the order of the stages allows', () => {
    const many = (stage: string, n: number, from: number) =>
      Array.from({ length: n }, (_, at) => flyer(from + at, stage, 0))
    const { wings } = formationLayout([...many('学前', 9, 0), ...many('小学', 5, 20), ...many('初中', 4, 40)])
    expect(wings.map(({ stage, side }) => [stage, side])).toEqual([
      ['学前', -1],
      ['小学', 1],
      ['初中', 1],
    ])
  })

  test('flies on both sides where all schools are of one stage, on a narrow screen on one', () => {
    const three = [1, 2, 3].map((id) => flyer(id, '小学', 0.2 * id))
    expect(formationLayout(three).wings).toHaveLength(2)
    expect(formationLayout(three, true).wings).toHaveLength(1)
  })

  test('of nobody is empty', () => {
    expect(formationLayout([])).toMatchObject({ seats: [], wings: [] })
  })
})

const flocks = fc.array(
  fc.record({
    stage: fc.constantFrom('学前', '小学', '初中', '高中', ''),
    distance: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
    label: fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom('第', '一', '小', 'x') }),
    isLead: fc.boolean(),
  }),
  { maxLength: 60 },
)
const drawings = fc.tuple(flocks, fc.boolean()).map(([drawn, narrow]) => {
  const flyers = drawn.map((one, id) => ({ ...one, id, isLead: one.isLead && id === 0 }))
  return { flyers, layout: formationLayout(flyers, narrow) }
})

/** Where the name of a school stands. */
function nameOf({ x, y, side, label }: Seat, { name, font }: Layout['frame']) {
  const [near, far] = [x + side * name, x + side * (name + widthOf(label, font))]
  return { left: Math.min(near, far), right: Math.max(near, far), top: y - 6, bottom: y + 6 }
}

/** Points along the lines of a path, close to one another. */
function alongPath(path: string): [number, number][] {
  let at: [number, number] = [0, 0]
  return path.split(/(?=[MLQC])/).flatMap((part) => {
    const numbers = part.slice(1).trim().split(/\s+/).map(Number)
    const own = numbers.flatMap((x, n): [number, number][] => (n % 2 === 0 ? [[x, numbers[n + 1]!]] : []))
    const corners = part.startsWith('M') ? own : [at, ...own]
    at = corners.at(-1)!
    return Array.from({ length: 101 }, (_, n) => between(corners, n / 100))
  })
}

/** De Casteljau: the point of a curve with these corners. */
function between(corners: readonly [number, number][], t: number): [number, number] {
  if (corners.length === 1) return corners[0]!
  const next = corners.slice(1).map(([x, y], n): [number, number] => {
    const [fromX, fromY] = corners[n]!
    return [fromX + (x - fromX) * t, fromY + (y - fromY) * t]
  })
  return between(next, t)
}

test('every school has one seat and its name lies inside the picture', () => {
  fc.assert(
    fc.property(drawings, ({ flyers, layout }) => {
      expect(layout.seats.map(({ id }) => id).sort((a, b) => a - b)).toEqual(flyers.map(({ id }) => id))
      for (const seat of layout.seats.filter(({ side }) => side !== 0)) {
        const { left, right, top, bottom } = nameOf(seat, layout.frame)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(right).toBeLessThanOrEqual(layout.frame.width)
        expect(top).toBeGreaterThan(layout.top)
        expect(bottom).toBeLessThanOrEqual(layout.bottom)
      }
    }),
    { numRuns: 150 },
  )
})

test('no name meets another name, a line of a wing or the axis', () => {
  fc.assert(
    fc.property(drawings, ({ layout }) => {
      const names = layout.seats.filter(({ side }) => side !== 0).map((seat) => nameOf(seat, layout.frame))
      names.forEach((a, n) => {
        for (const b of names.slice(n + 1))
          expect(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top).toBe(true)
        expect(a.left > layout.frame.axis || a.right < layout.frame.axis).toBe(true)
      })
      const points = layout.wings.flatMap(({ path }) => alongPath(path))
      const crossed = names.filter(({ left, right, top, bottom }) =>
        points.some(([x, y]) => x > left && x < right && y > top && y < bottom),
      )
      expect(crossed).toEqual([])
    }),
    { numRuns: 60 },
  )
})
