import { describe, expect, test } from 'vitest'
import { Problem } from '#shared/problem.ts'
import type { Rubric } from './review.contract.ts'
import { meanScore, scoreOf, scoresOf, stateAfterPass, whyNotGrant, whyNotJudge } from './review.rules.ts'

const rubric: Rubric = {
  name: '量表',
  experts: 2,
  premium: 85,
  items: [
    { code: 'goals', title: '目标', words: '', weight: 60 },
    { code: 'content', title: '内容', words: '', weight: 40 },
  ],
  levels: [
    { title: '优', percent: 100 },
    { title: '中', percent: 60 },
  ],
}

describe('what a course is worth', () => {
  test('each item weighs what the rubric says', () => {
    const scores = scoresOf(rubric, { goals: '优', content: '中' })
    if (scores instanceof Problem) throw scores
    expect(scoreOf(scores)).toBe(84)
    expect(scoreOf([])).toBeNull()
  })

  test('every item needs a level that the rubric has', () => {
    expect(scoresOf(rubric, { goals: '好极了' })).toMatchObject({ message: '请给每一项选等次，还缺：目标、内容。' })
    expect(scoresOf(undefined, {})).toMatchObject({ code: 'courses.noRubric' })
  })

  test('the mean is of the experts of that round alone', () => {
    const review = (round: number, step: '专家评审' | '学校审核', score: number | null) => ({ round, step, score })
    const all = [
      review(1, '专家评审', 40),
      review(2, '专家评审', 85),
      review(2, '专家评审', 90.5),
      review(2, '学校审核', null),
    ]
    expect(meanScore(all, 2)).toBe(87.8)
    expect(meanScore(all, 3)).toBeNull()
  })
})

test('nobody judges their own, their school’s, or twice', () => {
  const none = { isAuthor: false, school: undefined, hasScored: false }
  expect(whyNotJudge(none)).toBeUndefined()
  expect(whyNotJudge({ ...none, isAuthor: true })?.code).toBe('courses.ownCourse')
  expect(whyNotJudge({ ...none, school: '春申中学' })?.message).toContain('您是春申中学的人')
  expect(whyNotJudge({ ...none, hasScored: true })?.code).toBe('courses.scoredAlready')
})

describe('as what it is admitted', () => {
  const course = { kinds: [], partners: 0, score: 84, isOnPath: false, rubric }
  test.each([
    [{ kinds: [] }, undefined],
    [{ kinds: ['特色' as const] }, undefined],
    [{ kinds: ['共建' as const] }, 'courses.noPartner'],
    [{ kinds: ['共建' as const], partners: 1 }, undefined],
    [{ kinds: ['精品' as const] }, 'courses.belowPremium'],
    [{ kinds: ['精品' as const], score: null }, 'courses.belowPremium'],
    [{ kinds: ['精品' as const], score: 85 }, undefined],
    [{ kinds: ['精品' as const], score: 100, rubric: undefined }, 'courses.noRubric'],
    [{ kinds: ['长程' as const] }, 'courses.notOnPath'],
    [{ kinds: ['长程' as const], isOnPath: true }, undefined],
  ])('%j', (change, code) => {
    expect(whyNotGrant({ ...course, ...change })?.code).toBe(code)
  })
})

test.each([
  ['学校审核', '本校', 0, '已入库'],
  ['学校审核', '学区', 0, '专家评审'],
  ['专家评审', '学区', 1, '专家评审'],
  ['专家评审', '学区', 2, '学区审定'],
  ['学区审定', '公开', 2, '已入库'],
] as const)('%s passed, for %s, with %i experts: %s', (state, audience, experts, then) => {
  expect(stateAfterPass({ state, audience, experts, asked: 2 })).toBe(then)
})
