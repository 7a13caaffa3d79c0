import { expect, test } from 'vitest'
import {
  cameAtOf,
  clockOff,
  isDuring,
  ledgerKind,
  releasedAt,
  spanInWords,
  whatBecame,
  whyNotCheckIn,
  whyNotHeld,
  whyNotSay,
  type Becoming,
} from './check-in.rules.ts'

const at = (time: string) => new Date(`2026-10-12T${time}:00+08:00`)
const booking: Becoming = { status: '已定', fromAt: at('14:00'), untilAt: at('16:00'), releaseMinutes: 15, kept: false } // prettier-ignore
const codeOf = (problem: { code: string } | undefined) => problem?.code.replace('bookings.', '')

test.each([
  ['13:29', 'tooEarly'],
  ['13:30', undefined],
  ['14:00', undefined],
  ['16:00', undefined],
  ['16:01', 'tooLate'],
])('a standing booking at %s: %s', (time, problem) => {
  expect(codeOf(whyNotCheckIn(booking, at(time)))).toBe(problem)
  expect(isDuring(booking, at(time))).toBe(problem === undefined)
})

test.each([
  ['待审', '这次预约还在等场馆审核，不能签到。'],
  ['已取消', '这次预约已取消，不能签到。'],
  ['已谢绝', '这次预约没有被同意，不能签到。'],
  ['已用', '这次使用已结束，不能签到。'],
] as const)('a booking that is %s takes nobody', (status, words) => {
  expect(whyNotCheckIn({ ...booking, status }, at('14:05'))?.message).toBe(words)
})

test('who came in time is believed after the time was given back, who came later is not', () => {
  const released = { ...booking, status: '未到' } as const
  expect(whyNotCheckIn(released, at('14:10'))).toBeUndefined()
  expect(whyNotCheckIn(released, at('14:16'))?.message).toBe('这次预约到时没有人签到，场地已让出，不能签到。')
})

test('the time is given back so many minutes after its beginning, never after its end', () => {
  expect(releasedAt(booking)).toEqual(at('14:15'))
  expect(releasedAt({ ...booking, releaseMinutes: 240 })).toEqual(at('16:00'))
  expect(releasedAt({ ...booking, releaseMinutes: 0 })).toEqual(at('16:00'))
})

test('when somebody came is reckoned back from now, be the phone’s clock ever so wrong', () => {
  const times = { cameAt: new Date('2031-01-01T00:00:00Z'), sentAt: new Date('2031-01-01T03:00:00Z') }
  expect(cameAtOf(times, at('17:00'))).toEqual({ cameAt: at('14:00'), held: true })
  expect(cameAtOf({ cameAt: at('14:00'), sentAt: at('14:01') }, at('14:01'))).toEqual({ cameAt: at('14:00'), held: false }) // prettier-ignore
  expect(cameAtOf({ cameAt: at('15:00'), sentAt: at('14:00') }, at('14:00')).cameAt).toEqual(at('14:00'))
})

test.each([
  ['14:05', null],
  ['14:06', 6],
  ['13:50', -10],
])('a phone that shows %s at two o’clock is off by %s minutes', (time, minutes) => {
  expect(clockOff({ cameAt: at(time), sentAt: at(time) }, at('14:00'))).toBe(minutes)
})

test('a scan that was kept holds a day, and its time must be that of its code', () => {
  expect(whyNotHeld(at('14:00'), at('14:06'), at('20:00'))).toBeUndefined()
  expect(whyNotHeld(at('14:00'), at('14:20'), at('20:00'))?.message).toContain('相差约 20 分钟')
  expect(codeOf(whyNotHeld(at('14:00'), at('14:00'), new Date('2026-10-13T14:01:00+08:00')))).toBe('heldTooLong')
})

test.each([
  ['已定', '13:40', true, false, undefined],
  ['已定', '13:00', true, false, 'notYetBegun'],
  ['已定', '13:40', false, false, 'notYetBegun'],
  ['已定', '14:05', false, false, undefined],
  ['已定', '14:05', false, true, 'cameAlready'],
  ['未到', '18:00', true, false, undefined],
  ['已取消', '14:05', true, false, 'notStanding'],
] as const)(
  'a host speaks of a booking that is %s at %s (came: %s, checked in: %s): %s',
  (status, time, came, checkedIn, problem) => {
    // prettier-ignore
    expect(codeOf(whyNotSay({ ...booking, status }, { now: at(time), came, checkedIn }))).toBe(problem)
  },
)

test('a week later a host is not asked any more', () => {
  const now = new Date('2026-10-19T16:01:00+08:00')
  expect(codeOf(whyNotSay(booking, { now, came: true, checkedIn: false }))).toBe('saidTooLate')
})

test.each([
  ['14:14', false, undefined],
  ['14:15', false, '未到'],
  ['15:59', true, undefined],
  ['16:00', true, '已用'],
] as const)('at %s (checked in: %s) a booking is %s', (time, checkedIn, became) => {
  expect(whatBecame(booking, checkedIn, at(time))).toBe(became)
})

test('of what another module arranged nothing becomes by itself but that it was used', () => {
  const kept = { ...booking, kept: true }
  expect(whatBecame(kept, false, at('14:15'))).toBeUndefined()
  expect(whatBecame(kept, false, at('17:00'))).toBeUndefined()
  expect(whatBecame(kept, true, at('16:00'))).toBe('已用')
})

test('nothing becomes of what does not stand', () => {
  expect(whatBecame({ ...booking, status: '已取消' }, false, at('17:00'))).toBeUndefined()
})

test.each([
  ['图书馆', '图书馆'],
  ['理科实验室', '其他'],
  ['剧场与报告厅', '其他'],
])('%s stands in the ledger as %s', (kind, inLedger) => {
  expect(ledgerKind(kind)).toBe(inLedger)
})

test('a span is told with its day once', () => {
  expect(spanInWords(at('14:00'), at('16:00'))).toBe('2026-10-12 14:00–16:00')
  expect(spanInWords(at('14:00'), new Date('2026-10-13T09:00:00+08:00'))).toBe('2026-10-12 14:00 至 2026-10-13 09:00')
})
