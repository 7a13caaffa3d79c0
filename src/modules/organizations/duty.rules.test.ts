import { expect, test } from 'vitest'
import { roleShown, whyNotDuty, type Duty } from './duty.rules.ts'

const year = { fromDay: '2023-09-01', untilDay: '2024-08-31' }
const others: Duty[] = [{ id: 'a', schoolId: 1, school: '第一中学', stage: '中学', ...year }]
const member = [{ role: '成员校' as const, fromDay: '2021-09-01', untilDay: null }]
const duty = (stage: string, days = year, id = 'b') => ({ id, schoolId: 2, stage, ...days })

test.each([
  ['the other stage is free', duty('小学'), undefined],
  ['中学 holds 初中', duty('初中'), 'dutyTaken'],
  ['中学 holds 高中', duty('高中'), 'dutyTaken'],
  ['the next year is free', duty('初中', { fromDay: '2024-09-01', untilDay: '2025-08-31' }), undefined],
  ['one day is too many', duty('初中', { fromDay: '2024-08-31', untilDay: '2025-08-31' }), 'dutyTaken'],
  ['its own days are no obstacle', duty('中学', year, 'a'), undefined],
  ['before it was a member', duty('小学', { fromDay: '2020-09-01', untilDay: '2021-08-31' }), 'dutyOutside'],
  ['an end before the start', duty('小学', { fromDay: '2024-09-01', untilDay: '2023-08-31' }), 'endBeforeStart'],
] as const)('%s', (_, asked, code) =>
  expect(whyNotDuty(asked, others, member)?.code).toBe(code && `organizations.${code}`),
)

test('the sentence names the school and its days', () => {
  expect(whyNotDuty(duty('高中'), others, member)?.message).toBe(
    '中学学段2023年9月1日至2024年8月31日已由第一中学轮值，请先改它的日期。',
  )
})

test.each([
  ['no turn is registered: as the ledger said', '轮值校', ['小学'], [], '轮值校'],
  ['its turn, of which the ledger does not know', '成员校', ['小学'], [{ schoolId: 1, stage: '小学' }], '轮值校'],
  ['the turn of another, of its stage', '轮值校', ['小学'], [{ schoolId: 2, stage: '小学' }], '成员校'],
  ['the turn of another for 中学, which holds 初中', '轮值校', ['初中'], [{ schoolId: 2, stage: '中学' }], '成员校'],
  ['the turn of another, of another stage', '轮值校', ['初中'], [{ schoolId: 2, stage: '小学' }], '轮值校'],
  ['a lead school stays one', '牵头校', ['小学'], [{ schoolId: 1, stage: '小学' }], '牵头校'],
])('%s', (_, role, stages, turns, expected) => {
  expect(roleShown({ schoolId: 1, role, stages }, turns)).toBe(expected)
})
