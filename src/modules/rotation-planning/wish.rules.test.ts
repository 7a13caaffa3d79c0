import { expect, test } from 'vitest'
import type { WishFields } from './wish.contract.ts'
import { kept, kmBetween, whyNotStand } from './wish.rules.ts'

const offered = { homeId: 1, schoolIds: [2, 3] }
const wish = (fields: Partial<WishFields>): WishFields => ({ attitude: 'willing', ranked: [], ...fields })

test.each([
  [{ ranked: [3, 2] }, undefined],
  [{ attitude: 'refuses' as const }, 'why'],
  [{ attitude: 'refuses' as const, why: '家中有事' }, undefined],
  [{ ranked: [1] }, 'ranked'],
  [{ ranked: [2, 2] }, 'ranked'],
  [{ ranked: [4] }, 'ranked'],
])('%j is refused under %s', (fields, path) => {
  expect(whyNotStand(wish(fields), offered)?.path).toBe(path)
})

test('who does not go ranks nobody, and who goes needs no reason', () => {
  expect(kept(wish({ attitude: 'refuses', why: '家中有事', ranked: [2] }))).toMatchObject({
    ranked: [],
    why: '家中有事',
  })
  expect(kept(wish({ why: '写过又改了主意', ranked: [2], note: '' }))).toMatchObject({
    ranked: [2],
    why: null,
    note: null,
  })
})

test('a way is measured as the crow flies; without a place it is not known', () => {
  expect(kmBetween({ longitude: 121.4, latitude: 31.06 }, { longitude: 121.41, latitude: 31.06 })).toBe(1)
  expect(kmBetween({ longitude: 121.4, latitude: 31 }, { longitude: 121.4, latitude: 31.1 })).toBe(11.1)
  expect(kmBetween({ longitude: null, latitude: null }, { longitude: 121.4, latitude: 31.1 })).toBeNull()
})
