import { expect, test } from 'vitest'
import { countsOf } from './month-numbers.ts'

const lines = [
  { code: 'law', title: '法律法规宣教' },
  { code: 'care', title: '日常关心关爱' },
]

test('an empty field is none, and full-width digits are digits', () => {
  expect(countsOf(lines, { law: { times: '２', people: ' 60 ' } })).toEqual({
    counts: [{ item: 'law', times: 2, people: 60 }],
  })
  expect(countsOf(lines, {})).toEqual({ counts: [] })
})

test('what is no number, or people without a time, is named by its line', () => {
  expect(countsOf(lines, { care: { times: '三', people: '' } }).wrong).toEqual({ item: '日常关心关爱', key: 'wrong' })
  expect(countsOf(lines, { care: { times: '10000', people: '' } }).wrong?.key).toBe('wrong')
  expect(countsOf(lines, { law: { times: '', people: '8' } }).wrong).toEqual({
    item: '法律法规宣教',
    key: 'peopleOnly',
  })
})
