import { describe, expect, test } from 'vitest'
import { findHeading } from './heading.rules.ts'
import { isUnanswered, matchOf, mayBeMapped, resemblance, type HeaderMapping } from './mapping.rules.ts'

const columns = [
  { title: '工号', required: true },
  { title: '姓名', required: true },
  { title: '骨干类别', aliases: ['骨干'] },
  { title: '经度' },
]
const sheet = { name: '教师', columns }
const header = (...titles: string[]) => [
  { row: 1, cells: titles.map((text, at) => ({ column: at + 1, text })) },
  { row: 2, cells: titles.map((_, at) => ({ column: at + 1, text: '某' })) },
]
const says = (word: string, title: string): HeaderMapping => ({ sheet: '教师', header: word, title })
const match = (titles: string[], answers: HeaderMapping[] = [], others: HeaderMapping[] = []) =>
  matchOf(sheet, findHeading(header(...titles), columns, answers), answers, others)

test.each([
  ['教工姓名', [], true],
  ['身份证号码', [], false],
  ['证件号', [], false],
  ['编号', ['31010119900307461X'], false],
  ['31010119900307461X', [], false],
  ['', [], false],
  ['长'.repeat(61), [], false],
])('a header “%s” over %j may be mapped: %s', (word, writings, may) => expect(mayBeMapped(word, writings)).toBe(may))

test('a header is the more like a title the more they share', () => {
  expect(resemblance('教师姓名', '姓名')).toBeGreaterThan(resemblance('老师名字', '姓名'))
  expect(resemblance('老师名字', '姓名')).toBeGreaterThan(resemblance('联系电话', '姓名'))
})

describe('what is asked about columns:', () => {
  test('a column that must be there, with the likeliest header first', () => {
    expect(match(['工号', '骨干', '经度', '电话', '老师名字'])).toEqual({
      sheet: '教师',
      headers: ['电话', '老师名字'],
      mapped: [],
      missing: [{ title: '姓名', required: true, asked: true, waived: false, offered: '老师名字' }],
    })
  })

  test('one that need not be there, where a header is much like it', () => {
    const { missing } = match(['工号', '姓名', '骨干教师类别', '备注'])!
    expect(missing).toEqual([
      { title: '骨干类别', required: false, asked: true, waived: false, offered: '骨干教师类别' },
      { title: '经度', required: false, asked: false, waived: false, offered: '' },
    ])
  })

  test('nothing where all is there, or nothing is left to stand for it', () => {
    expect(match(['工号', '姓名', '骨干', '经度', '电话'])).toBeUndefined()
    expect(match(['工号', '姓名'])).toBeUndefined()
  })

  test('what a colleague said is offered; what the sender gave up is not asked again', () => {
    expect(match(['工号', '姓名', '等级'], [], [says('等级', '骨干类别')])!.missing[0]).toMatchObject({
      asked: true,
      offered: '等级',
    })
    expect(match(['工号', '姓名', '骨干教师类别'], [says('', '骨干类别')])!.missing[0]).toMatchObject({ asked: false })
  })
})

test('a question waits until it is answered, be it by leaving the column out', () => {
  const waits = (answers: HeaderMapping[]) => isUnanswered([match(['工号', '骨干', '老师名字'], answers)!])
  expect(waits([])).toBe(true)
  expect(waits([says('', '姓名')])).toBe(false)
})

describe('a sender’s own word', () => {
  test('stands for a column that is not there by its title', () => {
    const heading = findHeading(header('工号', '老师名字'), columns, [says('老师名字', '姓名')])!
    expect(heading.columns.get('姓名')).toBe(2)
    expect(heading.mapped).toMatchObject([{ title: '姓名', header: '老师名字' }])
  })

  test('gives way to the title, and to the titles that mean the same', () => {
    const words = [says('老师名字', '姓名'), says('等级', '骨干类别')]
    const heading = findHeading(header('工号', '老师名字', '姓名', '等级', '骨干'), columns, words)!
    expect(Object.fromEntries(heading.columns)).toEqual({ 工号: 1, 姓名: 3, 骨干类别: 5 })
    expect(heading).toMatchObject({ mapped: [], unknown: [{ header: '老师名字' }, { header: '等级' }] })
  })

  test('the latest of two wins; one word serves once', () => {
    const words = [says('教工', '姓名'), says('老师名字', '姓名'), says('教工', '经度')]
    const heading = findHeading(header('工号', '老师名字', '教工'), columns, words)!
    expect(Object.fromEntries(heading.columns)).toEqual({ 工号: 1, 姓名: 3 })
  })
})
