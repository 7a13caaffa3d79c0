import { expect, test } from 'vitest'
import { barsInWords, ownInWords } from './held-words.ts'

test('a school’s own value carries its unit', () => {
  expect(ownInWords(20, '%')).toBe('20.00%')
  expect(ownInWords(5, '门')).toBe('5 门')
  expect(ownInWords(null, '%')).toBe('—')
})

test('the strictest bar stands apart from those that ask for less, each with its unit', () => {
  const bar = (target: string, counts = false) => ({ target, counts })
  expect(barsInWords({ unit: '%', bars: [bar('≥ 5'), bar('≥ 20', true), bar('≥ 10')] })).toEqual({
    counting: '≥ 20%',
    other: '≥ 5%、≥ 10%',
  })
  expect(barsInWords({ unit: '门', bars: [bar('≥ 5', true)] })).toEqual({ counting: '≥ 5 门', other: '' })
})
