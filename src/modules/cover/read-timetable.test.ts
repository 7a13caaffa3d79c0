import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workbookBuffer } from '#platform/sheet/write.ts'
import type { WrittenSheet } from '#platform/sheet/table.ts'
import { defaultBells } from '#shared/bells.ts'
import { readTimetable } from './read-timetable.ts'

const folder = mkdtempSync(join(tmpdir(), 'yanzhen-timetable-'))
const reader = {
  bells: defaultBells,
  weekOne: '2026-08-31',
  isTeacher: (name: string) => ['赵一', '王芳'].includes(name),
}

async function read(name: string, content: Buffer | string) {
  const path = join(folder, name)
  writeFileSync(path, content)
  return readTimetable({ name, path, bytes: content.length, sha256: '' }, reader)
}

const sheet = (name: string, titles: string[], rows: (string | number)[][]): WrittenSheet => ({
  name,
  columns: titles.map((title) => ({ title })),
  rows,
})

describe('a long table', () => {
  const titles = ['工号', '姓名', '班级', '学科', '星期', '节次', '单双周']

  test('is read row by row, double periods as two lessons', async () => {
    const rows = [['0101', '赵一', '七(1)班', '数学', '周一', '3-4', ''], ['0102', '王芳', '七（2）班', '语文', 5, 1, '单周']] // prettier-ignore
    const { lessons, faults } = await read('长表.xlsx', await workbookBuffer([sheet('课表', titles, rows)]))
    expect(faults).toEqual([])
    expect(lessons).toMatchObject([
      { staffNo: '0101', className: '七（1）班', subject: '数学', weekday: 1, period: 3, weeks: '每周' },
      { className: '七（1）班', weekday: 1, period: 4 },
      { staffNo: '0102', className: '七（2）班', subject: '语文', weekday: 5, period: 1, weeks: '单周' },
    ])
  })

  test('names the cell of what it cannot read', async () => {
    const rows = [['0101', '赵一', '七（1）班', '数学', '周八', '上午', '']]
    const { lessons, faults } = await read('错.xlsx', await workbookBuffer([sheet('课表', titles, rows)]))
    expect(lessons).toEqual([])
    expect(faults).toEqual([
      { at: 'E2', message: '星期“周八”认不出来，应写成“星期一”到“星期日”，或 1 到 7。' },
      { at: 'F2', message: '节次“上午”认不出来，应写成 1 到 14 的数，或“3-4”。' },
    ])
  })
})

describe('a grid', () => {
  const head = ['节次', '星期一', '星期二', '星期三', '星期四', '星期五']

  test('of a class has subjects and teachers in its cells', async () => {
    const rows = [['第1节', '数学 赵一', '语文\n王芳', '', '班会', ''], ['第2节', '', '', '体育 李四', '', '']] // prettier-ignore
    const { lessons, faults, notes } = await read('班.xlsx', await workbookBuffer([sheet('七（1）班', head, rows)]))
    expect(lessons).toMatchObject([
      { at: '七（1）班!B2', teacherName: '赵一', className: '七（1）班', subject: '数学', weekday: 1, period: 1 },
      { teacherName: '王芳', subject: '语文', weekday: 2, period: 1 },
    ])
    expect(faults).toMatchObject([{ at: '七（1）班!D3', message: expect.stringContaining('不在本校名册中') }])
    expect(notes).toEqual([{ at: '七（1）班!E2', message: '“班会”没有写教师，没有导入。' }])
  })

  test('of a teacher has subjects and classes in its cells; a sheet that is no timetable is told of', async () => {
    const rows = [['1', '数学 七（1）班', '', '数学七', '', '']]
    const { lessons, faults, notes } = await read('师.xlsx', await workbookBuffer([sheet('赵一', head, rows), sheet('说明', ['甲', '乙'], [['一', '二']])])) // prettier-ignore
    expect(lessons).toMatchObject([{ teacherName: '赵一', className: '七（1）班', subject: '数学', weekday: 1 }])
    expect(faults).toMatchObject([{ at: '赵一!D2' }])
    expect(notes).toMatchObject([{ at: '说明' }])
  })
})

describe('a calendar', () => {
  const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
  const calendar = (...events: string[]) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//', ...events, 'END:VCALENDAR', ''].join('\r\n')

  test('of weekly events is read by the times of the school', async () => {
    const { lessons, faults, notes } = await read(
      'a.ics',
      calendar(
        event(
          'UID:1',
          'DTSTART;TZID=Asia/Shanghai:20260901T095000',
          'RRULE:FREQ=WEEKLY',
          'SUMMARY:数学 七（1）班 赵一',
        ),
        event('UID:2', 'DTSTART:20260907T080000', 'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE', 'SUMMARY:语文 七（2）班', 'DESCRIPTION:教师：王芳'), // prettier-ignore
        event('UID:3', 'DTSTART:20260907T080000', 'SUMMARY:开学典礼'),
        event('UID:4', 'DTSTART:20260907T070000', 'RRULE:FREQ=WEEKLY', 'SUMMARY:早读 七（1）班 赵一'),
      ),
    )
    expect(lessons).toMatchObject([
      { teacherName: '赵一', className: '七（1）班', subject: '数学', weekday: 2, period: 3, weeks: '每周' },
      { teacherName: '王芳', className: '七（2）班', subject: '语文', weekday: 1, period: 1, weeks: '双周' },
      { weekday: 3, period: 1, weeks: '双周' },
    ])
    expect(notes).toEqual([{ at: '第 17 行', message: '“开学典礼”不是每周重复的日程，没有导入。' }])
    expect(faults).toMatchObject([{ at: '第 22 行', message: expect.stringContaining('07:00 开始') }])
  })

  test('that is broken is refused in a sentence', async () => {
    await expect(read('b.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n')).rejects.toThrow('读不出来')
  })
})

test('a file without any timetable is refused in a sentence', async () => {
  await expect(read('c.xlsx', await workbookBuffer([sheet('说明', ['甲'], [['一']])]))).rejects.toThrow('没有认出课表')
})
