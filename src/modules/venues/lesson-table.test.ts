import { expect, test } from 'vitest'
import { readLessonSheet, type TextSheet } from './lesson-table.ts'

const venues = [
  { id: 'gym', name: '体育馆（东）' },
  { id: 'lab', name: '物理实验室' },
]
const sheetOf = (...rows: string[][]): TextSheet => ({
  name: '课表',
  rows: rows.map((cells, at) => ({ row: at + 1, cells: new Map(cells.map((text, column) => [column + 1, text])) })),
})
const HEAD = ['场馆', '星期', '开始时间', '结束', '周次', '内容']

test('lines become lessons; a line with the venue alone is one not filled in', () => {
  const read = readLessonSheet(
    sheetOf(
      ['本校场馆课表'],
      HEAD,
      ['体育馆(东)', '周一', '8:00', '8:40:00', '', '体育 七（1）班'],
      ['物理实验室', '3', '13:30', '14:10', '单周'],
      ['物理实验室'],
    ),
    venues,
    false,
  )
  expect(read).toEqual({
    lessons: [
      { venueId: 'gym', weekday: 1, fromTime: '08:00', untilTime: '08:40', weeks: '每周', what: '体育 七（1）班' },
      { venueId: 'lab', weekday: 3, fromTime: '13:30', untilTime: '14:10', weeks: '单周', what: '' },
    ],
    faults: [],
  })
})

test('what is wrong is said at its cell, with what would be right', () => {
  const read = readLessonSheet(
    sheetOf(
      HEAD,
      ['游泳馆', '周八', '下午', '14:10', '三'],
      ['体育馆（东）', '一', '9:00', '8:00', '', '长'.repeat(31)],
    ),
    venues,
    true,
  )
  expect(read?.lessons).toEqual([])
  expect(read?.faults.map(({ at }) => at)).toEqual(['课表!A2', '课表!B2', '课表!C2', '课表!E2', '课表!D3', '课表!F3'])
  expect(read?.faults[0]?.message).toContain('本校没有登记叫“游泳馆”的场馆')
  expect(read?.faults[4]?.message).toBe('结束时间 08:00 不晚于开始时间 09:00，请核对。')
})

test('a sheet without these columns is none', () => {
  expect(readLessonSheet(sheetOf(['班级', '学科'], ['七1', '数学']), venues, false)).toBeUndefined()
})
