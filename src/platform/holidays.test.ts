import { describe, expect, it } from 'vitest'
import { isStateDayKnown, stateDayOf } from './holidays.ts'

describe('the calendar of the state', () => {
  it.each([
    ['2026-10-01', '节假日'],
    ['2026-10-03', '节假日'],
    ['2026-10-10', '调休上班'],
    ['2026-10-12', '工作日'],
    ['2026-10-17', '双休日'],
    ['2026-02-14', '调休上班'],
  ] as const)('says of %s: %s', (day, kind) => {
    expect(stateDayOf(day)).toBe(kind)
  })

  it('knows which years are out', () => {
    expect(isStateDayKnown('2026-03-02')).toBe(true)
    expect(isStateDayKnown('2027-03-02')).toBe(false)
    expect(isStateDayKnown('2003-03-02')).toBe(false)
  })
})
