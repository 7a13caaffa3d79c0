import { expect, test } from 'vitest'
import { gridOf, mostKept, schoolState, whyNotHandIn } from './needs.rules.ts'

const teachers = (stage: string | null, subject: string | null, n: number) => Array(n).fill({ stage, subject })
const staff = [...teachers('小学', '语文', 3), ...teachers('小学', '数学', 2), ...teachers(null, null, 1)]
const nothing = { needs: [], mostOut: null, mostIn: null, kept: [] }
const eligible = Array.from({ length: 13 }, (_, n) => ({ teacherId: `t${n}`, name: `教师${n}` }))
const facts = { staff, eligible, percent: 20 }
const keep = (n: number) => eligible.slice(0, n).map(({ teacherId }) => ({ teacherId, reason: '教研组长' }))

test('the grid has every subject taught, what was said of it, and a subject that nobody teaches yet', () => {
  expect(
    gridOf(staff, [
      { stage: '小学', subject: '美术', lacks: 1 },
      { stage: '小学', subject: '语文', lacks: -1 },
    ]),
  ).toEqual([
    // prettier-ignore
    { stage: '小学', subject: '美术', teachers: 0, lacks: 1 },
    { stage: '小学', subject: '数学', teachers: 2, lacks: 0 },
    { stage: '小学', subject: '语文', teachers: 3, lacks: -1 },
    { stage: '未填', subject: '未填', teachers: 1, lacks: 0 },
  ])
})

test.each([
  [13, 20, 2],
  [3, 20, 1],
  [3, 0, 0],
  [10, 20, 2],
])('of %i eligible and %i of a hundred, %i may be kept', (n, percent, most) => {
  expect(mostKept(n, percent)).toBe(most)
})

test('one too many is refused with the bound in words', () => {
  expect(whyNotHandIn({ ...nothing, kept: keep(2) }, facts)).toEqual([])
  expect(whyNotHandIn({ ...nothing, kept: keep(3) }, facts)).toEqual([
    { path: 'kept', message: '本校符合条件 13 人，按 20% 最多留 2 人，现在选了 3 人，请去掉 1 人' },
  ])
})

test('somebody who is not on the list, or twice, is not kept', () => {
  expect(whyNotHandIn({ ...nothing, kept: [{ teacherId: 'x', reason: '骨干' }] }, facts)).toHaveLength(1)
  expect(whyNotHandIn({ ...nothing, kept: [...keep(1), ...keep(1)] }, facts)).toHaveLength(1)
})

test('no more is to spare than there are, and a subject stands once', () => {
  const need = (subject: string, lacks: number) => ({ stage: '小学', subject, lacks })
  expect(whyNotHandIn({ ...nothing, needs: [need('数学', -2), need('语文', 5)] }, facts)).toEqual([])
  expect(whyNotHandIn({ ...nothing, needs: [need('数学', -3), need('语文', 1), need('语文', 2)] }, facts)).toEqual([
    { path: 'needs.0', message: '小学数学本校现有 2 人，富余不能超过 2 人' },
    { path: 'needs.2', message: '小学语文填了两行，请合成一行' },
  ])
})

test('who has not handed in is late from the day after', () => {
  expect(schoolState(null, '2024-05-31', '2024-05-31')).toBe('missing')
  expect(schoolState(null, '2024-05-31', '2024-06-01')).toBe('late')
  expect(schoolState(new Date(), '2024-05-31', '2024-06-01')).toBe('handed-in')
})
