import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minutesOf } from '#shared/bells.ts'
import { burdenOf, isSameSubject, rank, type Candidate, type Visit, type Wanted } from './rank.rules.ts'
import { pairKey, travelMinutes, UNKNOWN_MINUTES } from './travel.rules.ts'

const wanted: Wanted = {
  ...{ teacherId: 'away', schoolId: 1, placeId: 1, fromTime: '09:50', untilTime: '10:30', subject: '数学' },
  stage: '初中',
}
const candidate = (more: Partial<Candidate>): Candidate => ({
  ...{ teacherId: 't', schoolId: 1, schoolName: '春申中学', pinyin: 'a', stage: '初中', subject: '数学' },
  ...{ hasTimetable: true, isAway: false, visits: [], weekLessons: 10, covers: 0 },
  ...more,
})
const visit = (fromTime: string, untilTime: string, placeId = 1): Visit => ({ fromTime, untilTime, placeId, words: '第2节数学' }) // prettier-ignore
const travel = (from: number, to: number) => (from === to ? 0 : 25)
const outOf = (more: Partial<Candidate>) => rank(wanted, [candidate(more)], travel).out[0]

describe('who can come', () => {
  test.each([
    ['self', { teacherId: 'away' }, '就是缺课的教师本人'],
    ['away', { isAway: true }, '当天也不在校'],
    ['busy', { visits: [visit('10:00', '10:40')] }, '这时有课：第2节数学'],
    ['travel', { visits: [visit('08:50', '09:30', 2)] }, '前面有第2节数学，路上要 25 分钟，只有 20 分钟'],
    ['travel', { visits: [visit('10:40', '11:20', 2)] }, '后面有第2节数学，路上要 25 分钟，只有 10 分钟'],
    ['unknown', { hasTimetable: false }, '春申中学还没有课表，不知道是否有空'],
    ['subject', { subject: '语文' }, '任教语文'],
    ['subject', { subject: null }, '名册里没有任教学科'],
    ['stage', { stage: '小学' }, '任教学段是小学'],
  ] as const)('is not who is out for %s', (kind, more, why) => expect(outOf(more)).toMatchObject({ kind, why }))

  test('is who has a lesson just before and after at the same place', () => {
    expect(outOf({ visits: [visit('08:50', '09:50'), visit('10:30', '11:10')] })).toBeUndefined()
  })
})

test('the own school comes first, then the least burdened, then the nearest', () => {
  const far = candidate({ teacherId: 'far', schoolId: 2, schoolName: '春申小学', weekLessons: 2 })
  const tired = candidate({ teacherId: 'tired', weekLessons: 14, covers: 3 })
  const fresh = candidate({ teacherId: 'fresh', weekLessons: 14, covers: 1 })
  expect(rank(wanted, [far, tired, fresh], travel).ranked).toEqual([
    { teacherId: 'fresh', schoolId: 1, why: '本校，本周 14 节，本学期代课 1 次' },
    { teacherId: 'tired', schoolId: 1, why: '本校，本周 14 节，本学期代课 3 次' },
    { teacherId: 'far', schoolId: 2, why: '春申小学，路上约 25 分钟，本周 2 节，本学期代课 0 次' },
  ])
})

test('subjects that were renamed are one', () => {
  expect(isSameSubject('体育', '体育与健康')).toBe(true)
  expect(isSameSubject('体育', '音乐')).toBe(false)
})

test('a place that is not on the map is reckoned as half an hour away', () => {
  const points = new Map([
    [1, { schoolId: 1, longitude: 121.4, latitude: 31.06 }],
    [2, { schoolId: 2, longitude: 121.42, latitude: 31.06 }],
    [3, { schoolId: 3, longitude: null, latitude: null }],
  ])
  const rule = { speedKmh: 15, bufferMinutes: 10 }
  expect(travelMinutes(1, 1, points, rule)).toBe(0)
  expect(travelMinutes(1, 2, points, rule)).toBe(20)
  expect(travelMinutes(1, 3, points, rule)).toBe(UNKNOWN_MINUTES)
})

test('what the office said of two schools goes before the map, both ways and for every campus', () => {
  const points = new Map([
    [1, { schoolId: 1, longitude: 121.4, latitude: 31.06 }],
    [2, { schoolId: 2, longitude: 121.42, latitude: 31.06 }],
    [21, { schoolId: 2, longitude: 121.43, latitude: 31.06 }],
  ])
  const rule = { speedKmh: 15, bufferMinutes: 10 }
  const said = new Map([[pairKey(2, 1), 45]])
  expect(travelMinutes(1, 2, points, rule, said)).toBe(45)
  expect(travelMinutes(21, 1, points, rule, said)).toBe(45)
  expect(travelMinutes(2, 21, points, rule, said)).toBe(15)
  expect(travelMinutes(1, 1, points, rule, said)).toBe(0)
})

describe('whatever the candidates', () => {
  const time = fc.integer({ min: 480, max: 960 }).map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`) // prettier-ignore
  const visits = fc.array(
    fc.tuple(time, time, fc.integer({ min: 1, max: 3 })).map(([a, b, place]) => visit(a < b ? a : b, a < b ? b : a, place)),
    { maxLength: 4 },
  ) // prettier-ignore
  const someone = fc.record({
    teacherId: fc.constantFrom('away', ...'abcdefghij'),
    schoolId: fc.integer({ min: 1, max: 3 }),
    pinyin: fc.constantFrom('li', 'wang', 'zhao'),
    stage: fc.constantFrom('初中', '小学', null),
    subject: fc.constantFrom('数学', '语文', null),
    hasTimetable: fc.boolean(),
    isAway: fc.boolean(),
    visits,
    weekLessons: fc.integer({ min: 0, max: 20 }),
    covers: fc.integer({ min: 0, max: 5 }),
  })
  const several = fc
    .uniqueArray(someone, { selector: ({ teacherId }) => teacherId, maxLength: 10 })
    .map((all) => all.map((one) => candidate(one)))

  test('the ranking is one order that the order of asking does not change', () => {
    fc.assert(
      fc.property(several, fc.infiniteStream(fc.nat()), (all, keys) => {
        const shuffled = all.map((one) => ({ one, key: keys.next().value as number }))
        shuffled.sort((a, b) => a.key - b.key)
        expect(rank(wanted, shuffled.map(({ one }) => one), travel)).toEqual(rank(wanted, all, travel)) // prettier-ignore
      }),
    )
  })

  test('nobody ranked is busy then, or cannot be there in time; nobody is less burdened behind of the same school', () => {
    fc.assert(
      fc.property(several, (all) => {
        const { ranked } = rank(wanted, all, travel)
        const found = ranked.map(({ teacherId }) => all.find((one) => one.teacherId === teacherId)!)
        for (const { visits: own, isAway } of found) {
          expect(isAway).toBe(false)
          for (const { fromTime, untilTime, placeId } of own) {
            const before = minutesOf(wanted.fromTime) - minutesOf(untilTime)
            const after = minutesOf(fromTime) - minutesOf(wanted.untilTime)
            expect(Math.max(before, after)).toBeGreaterThanOrEqual(travel(placeId, wanted.placeId))
          }
        }
        const ofOwn = found.filter(({ schoolId }) => schoolId === wanted.schoolId).map(burdenOf)
        expect(ofOwn).toEqual([...ofOwn].sort((a, b) => a - b))
      }),
    )
  })

  test('everybody is ranked or left out, once, and who is left out knows why', () => {
    fc.assert(
      fc.property(several, (all) => {
        const { ranked, out } = rank(wanted, all, travel)
        expect([...ranked, ...out].map(({ teacherId }) => teacherId).sort()).toEqual(all.map(({ teacherId }) => teacherId).sort()) // prettier-ignore
        for (const { why } of out) expect(why).not.toBe('')
      }),
    )
  })
})
