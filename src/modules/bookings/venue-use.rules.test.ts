import { expect, test } from 'vitest'
import type { VenueUse } from './venue-use.contract.ts'
import { fits, hoursOf, isIdle, lineOf, linksOf, sumOf, sumsBy } from './venue-use.rules.ts'

const use: VenueUse = {
  ...{
    id: '1',
    usedOn: '2026-03-10',
    times: '14:00–16:00',
    minutes: 120,
    venueKey: 'v',
    venueId: 'v',
    venue: '体育馆',
  },
  ...{ kind: '体育场馆', schoolId: 1, provider: '一小', userSchoolId: 2, user: '二小', headCount: 40 },
  ...{ from: '预约', reason: '' },
}
const told: VenueUse = { ...use, id: '2', usedOn: '2026-03-17', times: null, minutes: null, from: '台账' }
const own: VenueUse = { ...use, id: '3', userSchoolId: 1, user: '一小', reason: '本校自用', usedOn: '2026-04-01' }
const venue = { venueKey: 'v', venueId: 'v', venue: '体育馆', kind: '体育场馆', provider: '一小', open: 600, why: '' }

test('hours are of the uses whose times are known; the others are told apart', () => {
  expect(sumOf([use, told])).toEqual({ uses: 2, headCount: 80, minutes: 120, untimed: 1 })
  expect([hoursOf(90), hoursOf(100), hoursOf(0)]).toEqual([1.5, 1.7, 0])
})

test('what counts is apart from what does not, and the rate takes what bookings took, own ones too', () => {
  const line = lineOf(venue, [use, told, own])
  expect(line).toMatchObject({ used: 240, rate: 40, lastUsedOn: '2026-04-01', why: '' })
  expect([line.shared.uses, line.other.uses]).toEqual([2, 1])
})

test('without open hours there is no rate, and a word why', () => {
  expect(lineOf({ ...venue, open: 0 }, [])).toMatchObject({ rate: null, why: '这段时间没有开放', lastUsedOn: null })
  expect(lineOf({ ...venue, open: null, why: '校历没有登记' }, [use])).toMatchObject({
    rate: null,
    why: '校历没有登记',
  })
})

test('a venue is idle when it was open and nobody came for weeks', () => {
  const line = lineOf(venue, [use])
  expect([isIdle(line, '2026-04-06', 4), isIdle(line, '2026-04-07', 4)]).toEqual([false, true])
  expect(isIdle(lineOf(venue, []), '2026-04-07', 4)).toBe(true)
  expect(isIdle(lineOf({ ...venue, open: null }, []), '2026-04-07', 4)).toBe(false)
})

test('giving and taking is of what counts', () => {
  expect(linksOf([use, told, own])).toEqual([{ from: 1, to: 2, uses: 2, headCount: 80 }])
  expect(sumsBy([use, told, own], 'reason', ({ reason }) => reason)).toMatchObject([
    { reason: '', uses: 2 },
    { reason: '本校自用', uses: 1 },
  ])
})

test('a figure opens to its uses', () => {
  const opened = (filter: Partial<Parameters<typeof fits>[1]>) =>
    [use, told, own].filter((one) => fits(one, { counted: 'yes', ...filter })).map(({ id }) => id)
  expect(opened({})).toEqual(['1', '2'])
  expect(opened({ counted: 'no' })).toEqual(['3'])
  expect(opened({ schoolId: 1, userSchoolId: 2, venueKey: 'v', kind: '体育场馆' })).toEqual(['1', '2'])
  for (const other of [{ kind: '其他' }, { venueKey: 'w' }, { schoolId: 2 }, { userSchoolId: 3 }])
    expect(opened(other)).toEqual([])
})
