import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelsOf, widthOf, type Spot } from './label-places.ts'

const ground = { width: 860, height: 560, font: 13 }
const boxOf = ({ name }: Spot, { x, y }: { x: number; y: number }) => {
  const wide = widthOf(name, ground.font)
  return { left: x - wide / 2, right: x + wide / 2, top: y - ground.font * 0.8, bottom: y + ground.font * 0.2 }
}
const meets = (a: ReturnType<typeof boxOf>, b: ReturnType<typeof boxOf>) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

test('a name alone stands right above its place', () => {
  const spot = { x: 400, y: 300, name: '第一小学' }
  const label = labelsOf([spot], ground).get(spot)!
  expect(label).toMatchObject({ x: 400, isFar: false })
  expect(label.y).toBeLessThan(300)
})

test('names of a dozen schools in one street do not meet, and stay in the picture', () => {
  const place = fc.record({ x: fc.integer({ min: 380, max: 480 }), y: fc.integer({ min: 230, max: 330 }) })
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 12 }), (places) => {
      const spots = places.map((at, n) => ({ ...at, name: `颛桥第${n}小学` }))
      const labels = labelsOf(spots, ground)
      const boxes = spots.map((spot) => boxOf(spot, labels.get(spot)!))
      for (const [at, box] of boxes.entries()) {
        expect(boxes.slice(at + 1).some((other) => meets(box, other))).toBe(false)
        expect(box.left).toBeGreaterThanOrEqual(0)
        expect(box.right).toBeLessThanOrEqual(ground.width)
      }
    }),
    { numRuns: 60 },
  )
})
