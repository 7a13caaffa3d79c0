import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crossOf, inOrder, NONE } from './facet.rules.ts'

test('values are told in the order of the field, unknown ones after them, what is empty last', () => {
  expect(inOrder('title', [NONE, '一级教师', '特级', '正高级教师'])).toEqual(['正高级教师', '一级教师', '特级', NONE])
  expect(inOrder('eligible', ['no', 'yes'])).toEqual(['yes', 'no'])
})

test('sums of rows and of columns give the same whole', () => {
  const value = fc.constantFrom('小学', '初中', NONE)
  const cells = fc.uniqueArray(fc.record({ row: value, column: value, n: fc.nat(2000) }), {
    selector: ({ row, column }) => `${row}|${column}`,
  })
  fc.assert(
    fc.property(cells, (all) => {
      const cross = crossOf(all, 'stage', 'subject')
      const whole = all.reduce((sum, { n }) => sum + n, 0)
      expect(cross.total).toBe(whole)
      expect(cross.totals.reduce((a, b) => a + b, 0)).toBe(whole)
      expect(cross.rows.reduce((a, { total }) => a + total, 0)).toBe(whole)
      for (const { counts, total } of cross.rows) expect(counts.reduce((a, b) => a + b, 0)).toBe(total)
    }),
  )
})
