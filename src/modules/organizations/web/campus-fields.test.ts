import { expect, test } from 'vitest'
import { FieldsAndPasted } from './campus-fields.ts'

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
