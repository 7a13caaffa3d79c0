import { expect, test } from 'vitest'
import type { Answer, AnswerState } from './call.contract.ts'
import { answerState, inOrder, isOpen, isUsual, lackingOf, whyNotDue, type Given } from './call.rules.ts'

const call = { dueOn: '2024-10-31', sheets: ['学校', '教师'] }
const on = (day: string, more: Partial<Given> = {}): Given => ({
  at: new Date(`${day}T02:00:00Z`),
  verdict: null,
  sheets: ['学校', '教师'],
  ...more,
})

test.each<[string, Given, string, AnswerState]>([
  ['nothing yet', { at: null, verdict: null, sheets: [] }, '2024-10-31', 'missing'],
  ['nothing, and the day is over', { at: null, verdict: null, sheets: [] }, '2024-11-01', 'overdue'],
  ['one of two sheets', on('2024-10-30', { sheets: ['教师'] }), '2024-10-30', 'partial'],
  ['one of two sheets, and the office takes it so', on('2024-10-30', { sheets: ['教师'], verdict: 'accepted' }), '2024-10-30', 'accepted'],
  ['all of it', on('2024-10-31'), '2024-11-01', 'handed-in'],
  ['all of it after the day', on('2024-11-01'), '2024-11-01', 'late'],
])('%s', (_, given, today, state) => expect(answerState(given, call, today)).toBe(state)) // prettier-ignore

test('a school with a sheet missing is still to be reminded, of that sheet', () => {
  expect(isOpen('partial')).toBe(true)
  expect(lackingOf({ sheets: ['教师'] }, call)).toEqual(['学校'])
})

test('schools that are alike stand as the other lists have them: 第一 before 第二 and 第八', () => {
  const answers = ['第一小学', '第二小学', '第八小学'].map((schoolName) => ({ schoolName, state: 'missing', at: null }))
  expect(inOrder(answers as Answer[]).map(({ schoolName }) => schoolName)).toEqual(['第一小学', '第二小学', '第八小学'])
})

test('a deadline may be today, and not before', () => {
  expect([whyNotDue('2024-10-31', '2024-10-31'), whyNotDue('2024-10-30', '2024-10-31')]).toEqual([
    undefined,
    '截止日期已经过去，请选今天或以后的日期',
  ])
})

test('schools are asked for what they fill in themselves, and only on purpose for what a ledger may do without', () => {
  expect(isUsual({ source: 'people.teachers' })).toBe(true)
  expect(isUsual({ source: 'assessment.appraisals' })).toBe(false)
  expect(isUsual({ source: 'organizations.classes', optional: true })).toBe(false)
})
