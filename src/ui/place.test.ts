import { describe, expect, test } from 'vitest'
import { anchorsFrom, boundsOf, edgeOf, fromSystem, inSystem, mapLinks, withoutCommon } from './place.ts'

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

describe('other systems of coordinates', () => {
  // As published in the tests of eviltransform: WGS-84, GCJ-02.
  test.each([
    ['上海', 121.5272106, 31.1774276, 121.531541859215, 31.17530398364597],
    ['深圳', 113.912316, 22.543847, 113.9171764808363, 22.540796131694766],
    ['北京', 116.377817, 39.911954, 116.38404722455657, 39.91334545536069],
  ])('%s is turned into GCJ-02 and back', (_, longitude, latitude, east, north) => {
    const there = inSystem({ longitude, latitude }, 'GCJ-02')
    expect(there.longitude).toBeCloseTo(east, 5)
    expect(there.latitude).toBeCloseTo(north, 5)
    const back = fromSystem(there, 'GCJ-02')
    expect(back.longitude).toBeCloseTo(longitude, 5)
    expect(back.latitude).toBeCloseTo(latitude, 5)
  })

  test('leave a position alone that is in ours already', () => {
    const position = { longitude: 121.4, latitude: 31.07 }
    expect(fromSystem(position, 'WGS-84')).toEqual(position)
  })

  test('are those of the maps that a place is opened in', () => {
    const { amap, tencent } = mapLinks('第一小学', { longitude: 121.4, latitude: 31.07 })
    expect(amap).toContain('position=121.404')
    expect(tencent).toContain('coord:31.06')
    expect(amap).toContain(encodeURIComponent('第一小学'))
  })
})
