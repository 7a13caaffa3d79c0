import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RefusedRow } from '../correction.contract.ts'
import { Drafts, type Typed } from './drafts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const rows = (n: number): RefusedRow[] =>
  Array.from({ length: n }, (_, at) => ({
    id: `r${at}`,
    row: at + 3,
    cells: { 姓名: '甲' },
    edits: {},
    dropped: false,
    faults: [],
  }))

function drafting(n = 2) {
  const sent: Typed[][] = []
  const failing = { next: 0 }
  const drafts = new Drafts(rows(n), async (typed) => {
    if (failing.next-- > 0) throw new Error('away')
    sent.push(typed)
  })
  return { drafts, sent, failing }
}

test('what is typed is sent once, after a moment, as it stands then', async () => {
  const { drafts, sent } = drafting()
  drafts.type('r0', '姓名', '乙')
  drafts.type('r0', '姓名', '丙')
  drafts.type('r1', '姓名', '丁')
  expect(drafts.saving).toBe('typing')
  await vi.advanceTimersByTimeAsync(600)
  expect(sent).toEqual([
    [
      { id: 'r0', edits: { 姓名: '丙' } },
      { id: 'r1', edits: { 姓名: '丁' } },
    ],
  ])
  expect(drafts.saving).toBe('saved')
})

test('the file’s own text takes a cell back', async () => {
  const { drafts, sent } = drafting()
  drafts.type('r0', '姓名', '乙')
  drafts.type('r0', '姓名', '甲')
  expect(drafts.row('r0')!.edits).toEqual({})
  await drafts.flush()
  expect(sent).toEqual([[{ id: 'r0', edits: { 姓名: null } }]])
})

test('what could not be saved stays, is sent again, and gives way to what was typed since', async () => {
  const { drafts, sent, failing } = drafting()
  failing.next = 1
  drafts.type('r0', '姓名', '乙')
  drafts.type('r0', '学校', '一小')
  await vi.advanceTimersByTimeAsync(600)
  expect(drafts.saving).toBe('failed')
  drafts.type('r0', '姓名', '丙')
  await vi.advanceTimersByTimeAsync(6000)
  expect(sent).toEqual([[{ id: 'r0', edits: { 姓名: '丙', 学校: '一小' } }]])
})

test('many rows go five hundred at a time', async () => {
  const { drafts, sent } = drafting(1200)
  for (const { id } of drafts.rows) drafts.drop(id, true)
  await drafts.flush()
  expect(sent.map((some) => some.length)).toEqual([500, 500, 200])
})
