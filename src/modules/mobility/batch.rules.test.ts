import { describe, expect, test } from 'vitest'
import { batchStates, stateWith, whyNot, whyNotCouncil, whyNotHear, type BatchAct } from './batch.rules.ts'

const order: readonly [BatchAct, readonly string[]][] = [
  ['edit', ['拟定']],
  ['hear', ['拟定']],
  ['opine', ['听取意见']],
  ['council', ['听取意见']],
  ['redraft', ['听取意见', '理事会已决定']],
  ['approve', ['理事会已决定']],
  ['sendBack', ['理事会已决定']],
  ['activate', ['区已批准']],
  ['file', ['区已批准', '已生效']],
]

describe('no step is skipped', () => {
  test.each(order)('%s is done in %j alone', (act, from) => {
    expect(batchStates.filter((state) => !whyNot(act, { state }))).toEqual(from)
  })

  test('and each says why not', () => {
    expect(whyNot('approve', { state: '拟定' })?.message).toBe('批次现在是“拟定”，不能批准。')
  })
})

describe('schools are heard', () => {
  const draft = { state: '拟定', rotations: 2 } as const
  test('about something, and until a day to come', () => {
    expect(whyNotHear({ ...draft, rotations: 0 }, '2024-06-10', '2024-06-01')?.code).toBe('mobility.emptyBatch')
    expect(whyNotHear(draft, '2024-05-31', '2024-06-01')?.code).toBe('mobility.pastDay')
    expect(whyNotHear(draft, '2024-06-01', '2024-06-01')).toBeUndefined()
  })

  test('before the council decides, unless they let their time pass', () => {
    const heard = { state: '听取意见', heardUntil: '2024-06-10', silent: ['春申小学'] } as const
    expect(whyNotCouncil(heard, '2024-06-10')?.message).toContain('春申小学还没有答复，2024年6月10日截止')
    expect(whyNotCouncil(heard, '2024-06-11')).toBeUndefined()
    expect(whyNotCouncil({ ...heard, silent: [] }, '2024-06-01')).toBeUndefined()
  })
})

test('a batch is in force when all that go on are', () => {
  expect(stateWith('区已批准', ['已生效', '已批准'])).toBe('区已批准')
  expect(stateWith('区已批准', ['已生效', '已撤销'])).toBe('已生效')
  expect(stateWith('区已批准', ['已撤销'])).toBe('区已批准')
  expect(stateWith('理事会已决定', ['已生效'])).toBe('理事会已决定')
})
