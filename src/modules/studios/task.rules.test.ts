import { expect, test } from 'vitest'
import { isLate, proofAt } from './task.rules.ts'

const id = '00000000-0000-7000-8000-000000000001'

test('an address of the site is told apart by what stands there', () => {
  expect(proofAt(`https://yz.example.cn/research-activities/${id}`)).toEqual({ kind: '教研活动', id })
  expect(proofAt(`http://127.0.0.1:3000/courses/${id}/?x=1`)).toEqual({ kind: '课程', id })
  expect(proofAt(`http://127.0.0.1:3000/training/${id}`)).toEqual({ kind: '研修课程', id })
  expect(proofAt('https://mp.weixin.qq.com/s/abc')).toEqual({ kind: '网页' })
  expect(proofAt('https://yz.example.cn/courses/new')).toEqual({ kind: '网页' })
})

test('a task is late from the day after it was due, until it is done', () => {
  expect(isLate({ doneOn: null, dueOn: '2024-06-30' }, '2024-06-30')).toBe(false)
  expect(isLate({ doneOn: null, dueOn: '2024-06-30' }, '2024-07-01')).toBe(true)
  expect(isLate({ doneOn: '2024-07-05', dueOn: '2024-06-30' }, '2024-07-06')).toBe(false)
})
