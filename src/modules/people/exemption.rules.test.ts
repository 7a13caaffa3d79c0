import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  coversYear,
  DISCREET,
  exemptUntil,
  proofType,
  shownKind,
  whyNotExempt,
  yearsCovered,
} from './exemption.rules.ts'

const kinds = [
  { kind: '怀孕', sensitive: true, maxYears: 1, gender: '女' as const },
  { kind: '特色课程负责人', sensitive: false, maxYears: 3 },
]

describe('an exemption holds for a school year', () => {
  test.each([
    ['2023-09-01', '2023-09-01', true],
    ['2023-03-01', '2023-08-31', false],
    ['2023-03-01', '2024-03-01', true],
    ['2023-09-02', '2024-08-31', false],
  ])('from %s until %s: %s', (fromDay, untilDay, expected) => {
    expect(coversYear({ fromDay, untilDay }, 2023)).toBe(expected)
  })

  test('until the last day of those that hold', () => {
    const periods = [
      { fromDay: '2023-03-01', untilDay: '2024-03-01' },
      { fromDay: '2023-08-01', untilDay: '2023-12-31' },
      { fromDay: '2024-01-01', untilDay: '2025-12-31' },
    ]
    expect(exemptUntil(periods, 2023)).toBe('2024-03-01')
    expect(exemptUntil(periods, 2022)).toBeNull()
  })

  test('the years covered are just those whose first day lies in it', () => {
    const day = fc.date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [fromDay, untilDay] = [a, b].map((one) => one.toISOString().slice(0, 10)).sort() as [string, string]
        const years = Array.from({ length: 30 }, (_, at) => 2010 + at)
        expect(yearsCovered({ fromDay, untilDay })).toEqual(
          years.filter((year) => coversYear({ fromDay, untilDay }, year)),
        )
      }),
    )
  })
})

test.each([
  ['怀孕', '2023-03-01', '2024-02-29', undefined],
  ['怀孕', '2023-03-01', '2024-03-01', '最多免 1 年'],
  ['特色课程负责人', '2023-09-01', '2026-08-31', undefined],
  ['特色课程负责人', '2023-09-01', '2026-09-01', '2026年8月31日'],
  ['特色课程负责人', '2023-09-01', '2023-08-31', '早于'],
  ['想休息', '2023-09-01', '2023-10-31', '没有这一种'],
])('%s from %s until %s: %s', (name, fromDay, untilDay, expected) => {
  const said = whyNotExempt(
    { fromDay, untilDay },
    kinds.find(({ kind }) => kind === name),
    { gender: '女', others: [] },
  )
  if (expected === undefined) expect(said).toBeUndefined()
  else expect(said?.message).toContain(expected)
})

describe('one more of a kind', () => {
  const [pregnant, course] = kinds as [(typeof kinds)[0], (typeof kinds)[1]]
  const others = [{ kind: '怀孕', fromDay: '2023-05-01', untilDay: '2024-04-30' }]
  const period = { fromDay: '2023-06-01', untilDay: '2024-05-30' }

  test('does not overlap one on file, which would make it longer than it may be', () => {
    expect(whyNotExempt(period, pregnant, { gender: '女', others })).toEqual({
      path: 'fromDay',
      message:
        '已登记“怀孕”，2023年5月1日至2024年4月30日，日期与它重叠。登记有误的，先撤回那一条；到期后再登记的，从次日起。',
    })
    expect(
      whyNotExempt({ fromDay: '2022-05-01', untilDay: '2023-05-01' }, pregnant, { gender: '女', others })?.path,
    ).toBe('untilDay')
    expect(
      whyNotExempt({ fromDay: '2022-06-01', untilDay: '2023-05-01' }, pregnant, { gender: '女', others })?.path,
    ).toBe('fromDay')
  })

  test('follows on the day after, and another kind at once', () => {
    expect(
      whyNotExempt({ fromDay: '2024-05-01', untilDay: '2025-04-30' }, pregnant, { gender: '女', others }),
    ).toBeUndefined()
    expect(whyNotExempt(period, course, { gender: '女', others })).toBeUndefined()
  })

  test('of women is no man’s; where no gender is on file, nobody is refused', () => {
    const of = (gender: string | null) => whyNotExempt(period, pregnant, { gender, others: [] })
    expect(of('男')).toEqual({ path: 'kind', message: '“怀孕”只能登记给女教师，这位教师登记的性别是男，请核对。' })
    expect([of('女'), of(null)]).toEqual([undefined, undefined])
  })
})

test.each([
  ['怀孕', true, true, '怀孕'],
  ['怀孕', true, false, DISCREET],
  ['怀孕', false, true, DISCREET],
  ['特色课程负责人', true, false, '特色课程负责人'],
  ['特色课程负责人', false, false, DISCREET],
  ['名单里没有的', true, false, DISCREET],
])('%s, names %s, leads %s is read as %s', (kind, named, leads, expected) => {
  expect(shownKind(kind, kinds, { named, leads })).toBe(expected)
})

test('a proof is told by its first bytes, whatever it is called', () => {
  expect(proofType(Buffer.from('%PDF-1.7 …'))).toBe('application/pdf')
  expect(proofType(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg')
  expect(proofType(Buffer.from('MZ'))).toBeUndefined()
  expect(proofType(Buffer.from('<html>'))).toBeUndefined()
  expect(proofType(Buffer.alloc(0))).toBeUndefined()
})
