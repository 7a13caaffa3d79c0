import { describe, expect, test } from 'vitest'
import type { Place } from '../place.contract.ts'
import { byDistance, kindsIn, pointsOf, schoolsLike, sifted } from './layers.ts'

const place = (name: string, more: Partial<Place> = {}): Place => ({
  ...{ of: 'venue', id: name, name, kind: '体育场馆', holder: '颛桥中学', schoolId: 1, siteId: null, address: '' },
  ...{ longitude: 121.4, latitude: 31.07, stages: [], themes: [], capacity: 40 },
  now: { state: '空着', words: '空到 18:00' },
  ...more,
})
const gym = place('体育馆')
const lab = place('实验室', { kind: '理科实验室', now: { state: '有人用', words: '' }, stages: ['初中'] })
const museum = place('船模馆', {
  ...{ of: 'site', kind: '社会场馆', holder: '船模馆', schoolId: null, now: null },
  ...{ longitude: 121.41, latitude: 31.07, themes: ['科技'] },
})
const nowhere = place('未标出', { longitude: null, latitude: null })
const all = [gym, lab, museum, nowhere]
const none = { kinds: [], stage: undefined, freeOnly: false, text: '', at: undefined }
const names = (places: readonly Place[]) => places.map(({ name }) => name)

describe('layers', () => {
  test('leave what is of a kind, for a stage, free now, or called so', () => {
    expect(names(sifted(all, { ...none, kinds: ['社会场馆'] }).onMap)).toEqual(['船模馆'])
    expect(names(sifted(all, { ...none, stage: '小学' }).onMap)).toEqual(['体育馆', '船模馆', '未标出'])
    expect(names(sifted(all, { ...none, freeOnly: true }).onMap)).toEqual(['体育馆', '未标出'])
    expect(names(sifted(all, { ...none, text: '科技' }).onMap)).toEqual(['船模馆'])
  })

  test('a chosen spot narrows the list and not the map', () => {
    const { onMap, listed } = sifted(all, { ...none, at: '121.4,31.07' })
    expect(onMap).toHaveLength(4)
    expect(names(listed)).toEqual(['体育馆', '实验室'])
  })

  test('say what kinds there are, those of schools first', () => {
    expect(kindsIn(all).map(({ kind, n }) => `${kind}${n}`)).toEqual(['体育场馆2', '理科实验室1', '社会场馆1'])
  })
})

test('the nearest is first, what is not on the map last', () => {
  const far = byDistance(all, { longitude: 121.41, latitude: 31.07 })
  expect(far.map(({ place: { name } }) => name)).toEqual(['船模馆', '体育馆', '实验室', '未标出'])
  expect(far[1]!.metres).toBeCloseTo(952, 0)
  expect(far.at(-1)!.metres).toBeNull()
})

test('places of one spot are one point that counts them', () => {
  expect(pointsOf(all).map(({ name, mark }) => [name, mark.shape, mark.sign])).toEqual([
    ['颛桥中学', 'disc', '2'],
    ['船模馆', 'square', undefined],
  ])
})

test('schools are found by name or initials', () => {
  const schools = [{ id: 1, name: '颛桥中学', initials: 'zqzx', longitude: null, latitude: null }]
  expect(schoolsLike(schools, 'ZQ')).toHaveLength(1)
  expect(schoolsLike(schools, '颛桥')).toHaveLength(1)
  expect(schoolsLike(schools, '北桥')).toHaveLength(0)
})
