import { expect, test } from 'vitest'
import { nextOf, stateOf, usualSteps, whyNotEnd } from './project.rules.ts'

const steps = [
  { title: '开题', dueOn: '2023-10-31', doneOn: '2023-10-20' },
  { title: '结题', dueOn: '2024-08-31', doneOn: null },
  { title: '中期检查', dueOn: '2024-03-01', doneOn: null },
]

test('every project has its usual steps, in order, within its time', () => {
  expect(usualSteps({ from: '2023-09-01', until: '2024-08-31' })).toEqual([
    { title: '开题', dueOn: '2023-10-31' },
    { title: '中期检查', dueOn: '2024-03-01' },
    { title: '结题', dueOn: '2024-08-31' },
  ])
  const short = usualSteps({ from: '2023-09-01', until: '2023-09-01' }).map(({ dueOn }) => dueOn)
  expect(short).toEqual(['2023-09-01', '2023-09-01', '2023-09-01'])
})

test('the next step is the first that is not reached; one that is past makes the project late', () => {
  expect(nextOf(steps)?.title).toBe('中期检查')
  expect(nextOf(steps.slice(0, 1))).toBeUndefined()
  expect(stateOf(null, steps, '2024-03-01')).toBe('在研')
  expect(stateOf(null, steps, '2024-03-02')).toBe('有逾期')
  expect(stateOf('终止', steps, '2024-03-02')).toBe('已终止')
  expect(stateOf('结题', steps.slice(0, 1), '2024-03-02')).toBe('已结题')
})

test('a project with open steps is given up, not concluded', () => {
  expect(whyNotEnd('结题', steps)).toMatchObject({ code: 'projects.stillOpen', facts: { steps: '结题、中期检查' } })
  expect(whyNotEnd('终止', steps)).toBeUndefined()
  expect(whyNotEnd('结题', steps.slice(0, 1))).toBeUndefined()
})
