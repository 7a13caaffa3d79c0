import { expect, test } from 'vitest'
import { Problem } from '#shared/problem.ts'
import { gradeOf, scoreOf, scoresOf, whyNotAppraise } from './appraisal.rules.ts'

const rubric = {
  name: '示例',
  items: [
    { code: 'a', title: '任务', words: '', weight: 60 },
    { code: 'b', title: '成果', words: '', weight: 40 },
  ],
  levels: [
    { title: '优', percent: 100 },
    { title: '良', percent: 80 },
  ],
  grades: [
    { title: '优秀', from: 85 },
    { title: '合格', from: 60 },
    { title: '不合格', from: 0 },
  ],
}

test('levels come to a score by their weights, and a score to a grade', () => {
  const scores = scoresOf(rubric, { a: '优', b: '良' })
  if (scores instanceof Problem) throw scores
  expect(scoreOf(scores)).toBe(92)
  expect([85, 84.9, 60, 59.9, 0].map((score) => gradeOf(rubric, score))).toEqual(['优秀', '合格', '合格', '不合格', '不合格']) // prettier-ignore
})

test('an item left out is named', () => {
  expect(scoresOf(rubric, { a: '优', b: '无' })).toMatchObject({
    code: 'studios.levelMissing',
    facts: { items: '成果' },
  })
})

test('nobody appraises the own studio, one at the own school, or twice', () => {
  const free = { isInIt: false, school: undefined, hasAppraised: false }
  expect(whyNotAppraise(free, 2023)).toBeUndefined()
  expect(whyNotAppraise({ ...free, isInIt: true }, 2023)).toMatchObject({ code: 'studios.ownStudio' })
  expect(whyNotAppraise({ ...free, school: '春申小学' }, 2023)).toMatchObject({ code: 'studios.ownSchool' })
  expect(whyNotAppraise({ ...free, hasAppraised: true }, 2023)).toMatchObject({ code: 'studios.appraisedAlready' })
})
