import { expect, test } from 'vitest'
import type { Opening } from './hours.rules.ts'
import { openingsInWords, stateOf } from './venue.rules.ts'

const all = [1, 2, 3, 4, 5, 6, 7]
const opening = (dayKind: Opening['dayKind'], fromTime: string, untilTime: string, weekdays = all): Opening => ({
  dayKind,
  weekdays,
  fromTime,
  untilTime,
})

test.each([
  [[], '不开放'],
  [[opening('上学日', '16:00', '20:00')], '上学日 16:00–20:00'],
  [
    [opening('上学日', '16:00', '20:00'), opening('双休日', '08:00', '17:00'), opening('节假日', '08:00', '17:00')],
    '上学日 16:00–20:00，双休日、节假日 8:00–17:00',
  ],
  [[opening('双休日', '08:00', '11:00'), opening('双休日', '13:00', '17:00')], '双休日 8:00–11:00、13:00–17:00'],
  [[opening('上学日', '16:00', '18:00', [1, 3])], '上学日（周一、周三）16:00–18:00'],
])('hours are told in one phrase: %#', (openings, words) => {
  expect(openingsInWords(openings)).toBe(words)
})

const nothing = { closedOn: null, agreementUntil: null, closedWhy: null }
test.each([
  [{}, '可预约'],
  [{ closedWhy: '地板维修' }, '暂停开放'],
  [{ agreementUntil: '2026-08-31' }, '协议已到期'],
  [{ agreementUntil: '2026-09-01' }, '可预约'],
  [{ closedOn: '2026-09-01', closedWhy: '地板维修' }, '已停用'],
  [{ closedOn: '2026-09-02' }, '可预约'],
])('a venue stands as %j says', (more, state) => {
  expect(stateOf({ ...nothing, ...more }, '2026-09-01')).toBe(state)
})
