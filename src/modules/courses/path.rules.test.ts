import { describe, expect, test } from 'vitest'
import type { PathStep } from './path.contract.ts'
import { allSteps, inOrder, whyNotDropPath, whyNotSteps, whyNotSubmitPath, type PathContent } from './path.rules.ts'

const step = (name: PathStep['step'], gives = '会看', courseId = name): PathStep => ({ step: name, courseId, gives })
const path = (...steps: PathStep[]): PathContent => ({ name: '剪纸', theme: null, aims: '', byline: '', steps })

describe('the five steps', () => {
  test('stand from the youngest to the oldest, gaps among them', () => {
    const all = allSteps([step('长者'), step('小学')])
    expect(all.map(({ short, there }) => (there ? short : '—'))).toEqual(['—', '小', '—', '—', '长'])
  })

  test('are kept in their order, each once', () =>
    expect(inOrder([step('高中'), step('学前', 'a'), step('学前', 'b')])).toEqual([step('学前', 'b'), step('高中')]))
})

test('a step has a course of its stage that everybody in the cluster may see', () => {
  const choices = [{ id: '小学', name: '窗花', stages: ['小学', '初中'] }]
  expect(whyNotSteps([step('小学'), step('初中', '', '小学')], choices)).toBeUndefined()
  expect(whyNotSteps([step('高中', '', '小学')], choices)?.message).toContain('“窗花”不是给高中的')
  expect(whyNotSteps([step('高中')], choices)?.code).toBe('courses.pathCourseGone')
})

describe('a path is reviewed', () => {
  test.each([
    [path(step('小学')), null, 'courses.pathTooShort'],
    [path(step('小学', ''), step('初中')), null, 'courses.pathGivesNothing'],
    [path(step('小学'), step('初中', '')), null, undefined],
    [path(step('小学'), step('初中')), path(step('小学'), step('初中')), 'courses.pathNothingNew'],
    [path(step('小学'), step('初中')), path(step('小学'), step('高中')), undefined],
  ])('%#', (now, latest, code) => expect(whyNotSubmitPath(now, latest)?.code).toBe(code))
})

test.each([
  ['编写中', 0, undefined],
  ['编写中', 1, 'courses.pathStays'],
  ['学校审核', 0, 'courses.pathStays'],
] as const)('%s, admitted %i times: may it go', (state, published, code) =>
  expect(whyNotDropPath({ state, published })?.code).toBe(code),
)
