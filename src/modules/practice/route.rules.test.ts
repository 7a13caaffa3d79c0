import { expect, test } from 'vitest'
import { onFoot } from './route.rules.ts'

test('a way on foot is longer than the straight line, stop by stop', () => {
  const stops = [121.4, 121.41, 121.4].map((longitude) => ({ longitude, latitude: 31.07 }))
  expect(onFoot(stops)).toEqual({ metres: 2500, minutes: 40 })
  expect(onFoot(stops.slice(0, 1))).toEqual({ metres: 0, minutes: 0 })
})
