import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formationLayout, type Flyer, type Layout } from './formation-layout.ts'

const flyer = (id: number, stage: string, distance: number | null, more: Partial<Flyer> = {}): Flyer => ({
  id,
  label: `第${id}小学`,
  stage,
  isLead: false,
  distance,
  ...more,
})
const seatOf = (layout: Layout, id: number) => layout.seats.find((seat) => seat.id === id)!

describe('the formation', () => {
  test('has the lead school at the point, before everyone', () => {
    const layout = formationLayout([flyer(1, '小学', 0.9, { isLead: true }), flyer(2, '小学', 0), flyer(3, '初中', 0)])
    expect(Math.min(...layout.seats.map(({ x }) => x))).toBe(seatOf(layout, 1).x)
    expect(layout.wings.map(({ stage }) => stage)).toEqual(['小学', '初中'])
  })

  test('has the schools nearest to their targets in front, those of whom nothing is known last', () => {
    const layout = formationLayout([
      flyer(1, '小学', 0.5),
      flyer(2, '小学', 0.1),
      flyer(3, '小学', null),
      flyer(4, '初中', 0.3),
    ])
    expect([2, 4, 1, 3].map((id) => seatOf(layout, id).x)).toEqual(
      [2, 4, 1, 3].map((id) => seatOf(layout, id).x).sort((a, b) => a - b),
    )
    expect(layout.unknownX).toBe(seatOf(layout, 3).x)
  })

  test('flies in two wings where all schools are of one stage', () => {
    expect(formationLayout([1, 2, 3].map((id) => flyer(id, '小学', 0.2 * id))).wings).toHaveLength(2)
  })

  test('of nobody is empty', () => {
    expect(formationLayout([])).toMatchObject({ seats: [], wings: [] })
  })
})

const flocks = fc.array(
  fc.record({
    stage: fc.constantFrom('学前', '小学', '初中', '高中', ''),
    distance: fc.option(fc.float({ min: 0, max: 1, noNaN: true }), { nil: null }),
    label: fc.string({ minLength: 1, maxLength: 10 }),
    isLead: fc.boolean(),
  }),
  { maxLength: 60 },
)

test('every school has one seat inside the picture, and no name covers another', () => {
  fc.assert(
    fc.property(flocks, (drawn) => {
      const flyers = drawn.map((one, id) => ({ ...one, id, isLead: one.isLead && id === 0 }))
      const layout = formationLayout(flyers)
      expect(layout.seats.map(({ id }) => id).sort((a, b) => a - b)).toEqual(flyers.map(({ id }) => id))
      for (const { x, y } of layout.seats) {
        expect(x).toBeGreaterThan(0)
        expect(x).toBeLessThan(layout.width)
        expect(y).toBeGreaterThan(layout.top - 20)
        expect(y).toBeLessThan(layout.height)
      }
      const wings = layout.seats.filter(({ isLead }) => !isLead)
      for (const a of wings)
        for (const b of wings)
          if (a.id < b.id && Math.abs(a.y - b.y) < 14) expect(Math.abs(a.x - b.x)).toBeGreaterThan(24)
    }),
    { numRuns: 150 },
  )
})
