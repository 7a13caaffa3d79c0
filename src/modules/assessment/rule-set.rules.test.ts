import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareRules } from './rule-set.rules.ts'

test.each([
  ['one alone', [{ atLeast: 5 }], 'one', [0], 5, undefined],
  [
    'the city’s 10–20 %, the city’s 20 % and the plan’s 10 %',
    [{ atLeast: 10, upTo: 20 }, { atLeast: 20 }, { atLeast: 10 }],
    'nested',
    [1],
    20,
    undefined,
  ],
  ['twice the same', [{ atLeast: 20 }, { atLeast: 20 }], 'same', [0, 1], 20, undefined],
  ['a floor and a ceiling with room between', [{ atLeast: 10 }, { atMost: 20 }], 'window', [0, 1], 10, 20],
  ['a floor above a ceiling', [{ atLeast: 30 }, { atMost: 20 }, { atLeast: 10 }], 'exclusive', [0, 1], 30, 20],
] as const)('%s', (_, rules, relation, strictest, atLeast, atMost) => {
  expect(compareRules(rules, false)).toEqual({ relation, strictest, atLeast, atMost })
})

test('of a count there must be a whole number between floor and ceiling', () => {
  const rules = [{ atLeast: 2.2 }, { atMost: 2.8 }]
  expect(compareRules(rules, false).relation).toBe('window')
  expect(compareRules(rules, true).relation).toBe('exclusive')
})

test('whoever meets what meets all of them meets each, and it is only called exclusive where nothing does', () => {
  const bound = fc.oneof(fc.record({ atLeast: fc.nat(100) }), fc.record({ atMost: fc.nat(100) }))
  fc.assert(
    fc.property(fc.array(bound, { minLength: 1, maxLength: 5 }), fc.nat(100), (rules, value) => {
      const { relation, atLeast = -Infinity, atMost = Infinity } = compareRules(rules, true)
      const each = rules.every((rule) => !('atLeast' in rule ? value < rule.atLeast : value > rule.atMost))
      expect(value >= atLeast && value <= atMost).toBe(each)
      if (relation === 'exclusive') expect(each).toBe(false)
    }),
  )
})
