import { describe, expect, it, test } from 'vitest'
import { momentOf } from '#shared/day.ts'
import { dayFacts, type DayFacts, type DaySources } from './day.rules.ts'
import {
  freeSpans,
  keptOpenings,
  openingsOn,
  spanInWords,
  whyNotOpen,
  type Opening,
  type VenueHours,
} from './hours.rules.ts'

const terms = [
  { from: '2026-09-01', until: '2027-01-29' },
  { from: '2027-02-22', until: '2027-06-30' },
]
const plain: DaySources = { state: '工作日', stateKnown: true, terms }
const thursday = dayFacts('2026-10-15', plain)
const makeUp = dayFacts('2026-10-10', { ...plain, state: '调休上班' })

const afterSchool: Opening = { dayKind: '上学日', weekdays: [1, 2, 3, 4, 5], fromTime: '16:00', untilTime: '20:00' }
const mornings: Opening = { dayKind: '上学日', weekdays: [4], fromTime: '08:00', untilTime: '12:00' }
const weekend: Opening = { dayKind: '双休日', weekdays: [6, 7], fromTime: '08:00', untilTime: '17:00' }
const lesson = { weekday: 4, fromTime: '08:50', untilTime: '09:30', fromDay: '2026-09-01', untilDay: '2027-01-29', weeks: '每周', weekOne: '2026-08-31', what: '体育 七（2）班' } as const // prettier-ignore
const hours: VenueHours = {
  openings: [afterSchool, mornings, weekend],
  lessons: [lesson],
  closings: [],
  closedOn: null,
  agreementFrom: null,
  agreementUntil: null,
}
const at = (from: string, until: string, around = 0) => {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return { from: minutes(from), until: minutes(until), minutesBefore: around, minutesAfter: around }
}
const free = (of: VenueHours, facts: DayFacts) => freeSpans(of, facts).map(spanInWords)

describe('what a day is', () => {
  it.each([
    ['2026-10-15', plain, '上学日', 4, null],
    ['2026-10-17', { ...plain, state: '双休日' }, '双休日', 6, null],
    ['2026-10-01', { ...plain, state: '节假日' }, '节假日', 4, null],
    ['2027-02-11', { ...plain, stateKnown: true }, '寒暑假', 4, null],
    ['2026-10-10', { ...plain, state: '调休上班' }, '上学日', null, null],
    ['2026-10-10', { ...plain, special: { kind: '上学日', follows: 3, words: '' } }, '上学日', 3, null],
    ['2026-11-27', { ...plain, special: { kind: '双休日', follows: null, words: '校运会调休' } }, '双休日', 5, null],
    ['2027-03-04', { ...plain, stateKnown: false }, '上学日', 4, '2027年的放假安排还没有公布，先按平常的星期几算'],
    ['2027-03-04', { ...plain, terms: terms.slice(0, 1) }, '上学日', 4, '2026学年的校历还没有登记，先按平常的星期几算'],
    ['2026-10-15', { ...plain, terms: [] }, '上学日', 4, '2026学年的校历还没有登记，先按平常的星期几算'],
  ] as [string, DaySources, string, number | null, string | null][])('%s', (day, sources, kind, weekday, unknown) => {
    expect(dayFacts(day, sources)).toMatchObject({ kind, weekday, unknown })
  })
})

describe('when a venue is free', () => {
  it('is its hours without the lessons of the school', () => {
    expect(free(hours, thursday)).toEqual(['08:00–08:50', '09:30–12:00', '16:00–20:00'])
  })

  it('is without lessons outside their weeks and days', () => {
    const odd = { ...hours, lessons: [{ ...lesson, weeks: '双周' as const }] }
    expect(free(odd, thursday)).toEqual(['08:00–12:00', '16:00–20:00'])
    expect(free(odd, dayFacts('2026-10-22', plain))).toEqual(['08:00–08:50', '09:30–12:00', '16:00–20:00'])
    expect(free({ ...hours, lessons: [{ ...lesson, untilDay: '2026-10-14' }] }, thursday)).toHaveLength(2)
  })

  it('is on a make-up day what holds on every weekday, until somebody says whose lessons it follows', () => {
    expect(free(hours, makeUp)).toEqual(['16:00–20:00'])
    const follows = dayFacts('2026-10-10', { ...plain, special: { kind: '上学日', follows: 4, words: '' } })
    expect(free(hours, follows)).toEqual(['08:00–08:50', '09:30–12:00', '16:00–20:00'])
  })

  it('is without what is closed', () => {
    const closings = [
      { from: momentOf('2026-10-14', '12:00'), until: momentOf('2026-10-15', '17:00'), why: '地板维修' },
    ]
    expect(free({ ...hours, closings }, thursday)).toEqual(['17:00–20:00'])
    expect(whyNotOpen({ ...hours, closings }, thursday, at('16:00', '17:00'))).toBe('00:00–17:00 已被占用：地板维修。')
  })

  it('is nothing once it is closed for good, or the agreement is over', () => {
    expect(free({ ...hours, closedOn: '2026-10-15' }, thursday)).toEqual([])
    expect(whyNotOpen({ ...hours, agreementUntil: '2026-10-14' }, thursday, at('16:00', '17:00'))).toBe(
      '与该基地的协议到 2026-10-14 为止。',
    )
  })
})

describe('why a time cannot be had', () => {
  it.each([
    [at('16:00', '18:00'), undefined],
    [at('10:00', '17:00'), '当天开放时间是 08:00–12:00、16:00–20:00。'],
    [at('09:00', '10:00'), '08:50–09:30 已被占用：体育 七（2）班。'],
    [at('09:30', '10:00'), undefined],
    [at('09:40', '10:00', 15), '08:50–09:30 已被占用：体育 七（2）班。'],
    [at('16:00', '18:00', 30), undefined],
  ])('%o', (wanted, why) => {
    expect(whyNotOpen(hours, thursday, wanted)).toBe(why)
  })

  it('names a day on which it does not open', () => {
    const holiday = dayFacts('2026-10-01', { ...plain, state: '节假日' })
    expect(whyNotOpen(hours, holiday, at('16:00', '18:00'))).toBe('10月1日（周四，节假日），当天不开放。')
  })
})

describe('hours as they are kept', () => {
  it('have no two lines that touch on a day', () => {
    const typed = [
      { dayKind: '双休日', weekdays: [6, 7], fromTime: '08:00', untilTime: '12:00' },
      { dayKind: '双休日', weekdays: [6], fromTime: '12:00', untilTime: '17:00' },
    ] as const
    expect(keptOpenings(typed)).toEqual([
      { dayKind: '双休日', weekdays: [6], fromTime: '08:00', untilTime: '17:00' },
      { dayKind: '双休日', weekdays: [7], fromTime: '08:00', untilTime: '12:00' },
    ])
  })
})

test('the hours of a day are those that held on it', () => {
  const former = [
    { untilDay: '2026-09-30', openings: [] },
    { untilDay: '2026-10-14', openings: [mornings] },
  ]
  const on = (day: string) => openingsOn([afterSchool], former, day)
  expect(['2026-09-01', '2026-09-30', '2026-10-01', '2026-10-14', '2026-10-15'].map(on)).toEqual([
    [],
    [],
    [mornings],
    [mornings],
    [afterSchool],
  ])
})
