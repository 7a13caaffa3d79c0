import { expect, test } from 'vitest'
import { rangeOf } from './range.rules.ts'

test.each([
  ['bytes=0-99', { from: 0, until: 99 }],
  ['bytes=900-', { from: 900, until: 999 }],
  ['bytes=-10', { from: 990, until: 999 }],
  ['bytes=-5000', { from: 0, until: 999 }],
  ['bytes=990-5000', { from: 990, until: 999 }],
  ['bytes=5000-', undefined],
  ['bytes=9-3', undefined],
  ['bytes=0-1,5-6', undefined],
  ['bytes=-', undefined],
  ['lines=1-2', undefined],
  [undefined, undefined],
])('of 1,000 bytes, %s asks for %o', (header, range) => expect(rangeOf(header, 1000)).toEqual(range))
