import { describe, expect, test } from 'vitest'
import { anchorsFrom, boundsOf, edgeOf, FieldsAndPasted, withoutCommon } from './place.ts'

describe('the bounds of a map', () => {
  test('are those of its points', () => {
    const places = [
      { longitude: 121.3, latitude: 31.2 },
      { longitude: 121.5, latitude: 31.1 },
    ]
    expect(boundsOf(places)).toEqual([121.3, 31.1, 121.5, 31.2])
  })

  test('leave room around a point alone', () => {
    const [west, south, east, north] = boundsOf([{ longitude: 121.3, latitude: 31.2 }])
    expect(east - west).toBeCloseTo(0.02)
    expect(north - south).toBeCloseTo(0.02)
  })
})

describe('names on a map', () => {
  test('stand towards the middle where their points are outermost', () => {
    const bounds: [number, number, number, number] = [121, 31, 121.3, 31.2]
    expect([121.01, 121.15, 121.29].map((longitude) => edgeOf(longitude, bounds))).toEqual(['west', '', 'east'])
    expect(anchorsFrom('west')).not.toContain('right')
    expect(anchorsFrom('east')).not.toContain('left')
    expect(anchorsFrom('')).toEqual(expect.arrayContaining(['left', 'right', 'top', 'bottom']))
  })

  test('leave out what they all begin with', () => {
    expect(withoutCommon(['颛桥第一小学', '颛桥第二小学'])).toEqual(['第一小学', '第二小学'])
    expect(withoutCommon(['颛桥第一小学', '颛桥托育一园'])).toEqual(['第一小学', '托育一园'])
  })

  test('stay as they are where little would be left, or nothing is common', () => {
    expect(withoutCommon(['颛桥小学', '颛桥小学二'])).toEqual(['颛桥小学', '颛桥小学二'])
    expect(withoutCommon(['田园小学', '颛桥小学'])).toEqual(['田园小学', '颛桥小学'])
    expect(withoutCommon(['颛桥小学'])).toEqual(['颛桥小学'])
  })
})

const campus = { name: '东校区', longitude: 121.4, latitude: 31.07 }

test.each([
  ['121.40,31.07', true],
  ['', true],
  [undefined, true],
  ['北京', false],
  ['121.40', false],
])('pasted %s in the place of a place fits: %s', (pasted, fits) => {
  expect(FieldsAndPasted.safeParse({ ...campus, pasted }).success).toBe(fits)
})
