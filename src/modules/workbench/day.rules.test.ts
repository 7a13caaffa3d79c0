import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { hostMissed, isCodeOpen } from './code.rules.ts'
import { afterQuiet, nextHour } from './hour.rules.ts'
import type { TodoGroup } from './today.contract.ts'
import { inOrder, lateDays } from './today.rules.ts'
import { topicNames, topicOf, topics } from './topic.rules.ts'

/** On the office's clock. */
const at = (clock: string) => new Date(`2026-03-02T${clock}:00+08:00`)
const quiet = (quietFrom: number | null, quietUntil: number | null) => ({ quietFrom, quietUntil })

describe('when a letter may go', () => {
  test.each([
    ['without quiet hours', quiet(null, null), '23:00', at('23:00')],
    ['before them', quiet(12, 14), '11:59', at('11:59')],
    ['in them', quiet(12, 14), '12:00', at('14:00')],
    ['when they are just over', quiet(12, 14), '14:00', at('14:00')],
    ['over midnight, in the evening', quiet(21, 7), '22:30', new Date('2026-03-03T07:00:00+08:00')],
    ['over midnight, in the morning', quiet(21, 7), '06:59', at('07:00')],
    ['in hours that last for no time', quiet(7, 7), '07:30', at('07:30')],
  ])('%s', (_, hours, clock, expected) => {
    expect(afterQuiet(hours, at(clock))).toEqual(expected)
  })

  test('it is never before now, and never a day after', () => {
    const hour = fc.integer({ min: 0, max: 23 })
    fc.assert(
      fc.property(
        hour,
        hour,
        fc.date({ min: at('00:00'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (from, until, now) => {
          const wait = afterQuiet(quiet(from, until), now).getTime() - now.getTime()
          return wait >= 0 && wait < 86_400_000
        },
      ),
    )
  })

  test('the hour of the digest is the next one on the office’s clock', () => {
    expect(nextHour(17, at('16:59'))).toEqual(at('17:00'))
    expect(nextHour(17, at('17:00'))).toEqual(new Date('2026-03-03T17:00:00+08:00'))
    expect(nextHour(0, at('23:59'))).toEqual(new Date('2026-03-03T00:00:00+08:00'))
  })
})

test.each([
  [undefined, 0],
  ['2026-03-02', 0],
  ['2026-03-03', 0],
  ['2026-03-01', 1],
  ['2026-02-27', 3],
])('what was due on %s is late by %i days', (due, days) => {
  expect(lateDays(due, '2026-03-02')).toBe(days)
})

test('what is due first stands first, and what has no day last; a matter without anything is left out', () => {
  const todo = (key: string, due: string | null) => ({
    key,
    title: '',
    detail: null,
    unitId: 1,
    unitName: '',
    due,
    lateDays: 0,
    to: '/',
  })
  const group = (name: string, ...todos: TodoGroup['todos']): TodoGroup => ({ name, title: name, todos })
  const ordered = inOrder([
    group('open', todo('1', null)),
    group('none'),
    group('mixed', todo('2', null), todo('3', '2026-03-09')),
    group('late', todo('4', '2026-03-05'), todo('5', '2026-03-01')),
  ])
  expect(ordered.map(({ name, todos }) => [name, todos.map(({ key }) => key)])).toEqual([
    ['late', ['5', '4']],
    ['mixed', ['3', '2']],
    ['open', ['1']],
  ])
})

test.each([
  ['transfer.remind', 'ledgers'],
  ['publishing.ready', 'reports'],
  ['identity.given', 'accounts'],
  ['mobility.hear', 'mobility'],
  ['bookings.decided', 'venues'],
  ['posts.agreed', 'posts'],
  ['courses.reviewed', 'teaching'],
  ['training.credited', 'teaching'],
  ['workbench.lost', 'others'],
  ['unknown', 'others'],
])('%s is about %s', (kind, topic) => {
  expect(topicOf(kind)).toBe(topic)
})

test('each matter is chosen by once, and each module is of one', () => {
  const modules = topics.flatMap((topic): readonly string[] => topic.modules)
  for (const all of [topicNames, modules]) expect(new Set(all).size).toBe(all.length)
})

test.each([
  ['wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', undefined],
  ['wecom', 'https://qyapi.weixin.qq.com.evil.example/send', 'qyapi.weixin.qq.com'],
  ['dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=1', undefined],
  ['dingtalk', 'https://qyapi.weixin.qq.com/x', 'oapi.dingtalk.com'],
  ['json', 'https://hooks.school.example/x', undefined],
])('a bot of %s at %s', (bot, address, missed) => {
  expect(hostMissed(bot, address, false)).toBe(missed)
})

test.each([
  ['in time', new Date('2026-03-02T01:00:00Z'), 0, true],
  ['after the last guess', new Date('2026-03-02T01:00:00Z'), 5, false],
  ['too late', new Date('2026-03-02T00:00:00Z'), 0, false],
  ['that never was', null, 0, false],
])('a code %s', (_, codeUntil, codeTries, open) => {
  expect(isCodeOpen({ codeUntil, codeTries }, new Date('2026-03-02T00:30:00Z'))).toBe(open)
})
