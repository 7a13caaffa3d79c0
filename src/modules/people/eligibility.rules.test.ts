import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeEligibility, ruleOf, type Candidate } from './eligibility.rules.ts'

const rule = { name: '交流条件', from: 2000, minYearsInSchool: 6, maxAge: { 男: 55, 女: 50 } }
const teacher: Candidate = { declared: null, gender: '女', bornOn: '1981-08-01', joinedOn: '2005-09-01' }

test.each([
  [{}, true, '按“交流条件”：到本校满 18 年，42 周岁'],
  [{ declared: false }, false, '台账填报：否'],
  [{ declared: true, joinedOn: null, bornOn: null }, true, '台账填报：是'],
  [{ joinedOn: '2017-09-01' }, true, '按“交流条件”：到本校满 6 年，42 周岁'],
  [{ joinedOn: '2017-10-01' }, false, '按“交流条件”：到本校 5 年，不满 6 年'],
  [{ joinedOn: '2024-02-01' }, false, '按“交流条件”：到本校 0 年，不满 6 年'],
  [{ joinedOn: null }, false, '按“交流条件”：没有填到本校任教时间'],
  [{ bornOn: '1973-09-01' }, false, '按“交流条件”：50 周岁，女教师应不满 50 周岁'],
  [{ bornOn: '1973-10-01' }, true, '按“交流条件”：到本校满 18 年，49 周岁'],
  [{ bornOn: '1973-09-01', gender: '男' }, true, '按“交流条件”：到本校满 18 年，50 周岁'],
  [{ gender: null }, false, '按“交流条件”：没有填性别或出生年月'],
  [{ declared: true, exemptUntil: '2024-03-01' }, false, '免予交流（至2024年3月1日）'],
  [{ volunteered: true, exemptUntil: '2024-03-01' }, false, '免予交流（至2024年3月1日）'],
  [{ declared: false, volunteered: true }, true, '本人自愿报名交流'],
  [{ bornOn: '1960-01-01', volunteered: true }, true, '本人自愿报名交流'],
] as const)('with %j: %s, %s', (facts, eligible, reason) =>
  expect(judgeEligibility({ ...teacher, ...facts }, rule, 2023)).toEqual({ eligible, reason }),
)

test('without a rule nobody is eligible who was not declared so', () => {
  expect(judgeEligibility(teacher, undefined, 2023).eligible).toBe(false)
})

test('the rule that began later decides, within its years', () => {
  const newer = { ...rule, name: '新条件', from: 2022, until: 2023 }
  expect(ruleOf([rule, newer], 2021)).toBe(rule)
  expect(ruleOf([newer, rule], 2023)).toBe(newer)
  expect(ruleOf([rule, newer], 2024)).toBe(rule)
  expect(ruleOf([newer], 2024)).toBeUndefined()
})

test('what the ledger declares always wins', () => {
  const months = fc.constantFrom(null, '1960-01-01', '1985-05-01', '2015-09-01', '2030-01-01')
  const anyone = fc.record({
    declared: fc.boolean(),
    gender: fc.constantFrom(null, '男', '女'),
    bornOn: months,
    joinedOn: months,
  })
  fc.assert(
    fc.property(anyone, (candidate) => {
      expect(judgeEligibility(candidate, rule, 2023).eligible).toBe(candidate.declared)
    }),
  )
})
