import { expect, test } from 'vitest'
import { headOf, readActivityRows, yearsIn, type FindSchool, type TextRow } from './activity-table.ts'

const rowsOf = (...lines: string[][]): TextRow[] =>
  lines.map((line, n) => ({ row: n + 1, cells: new Map(line.map((text, column) => [column + 1, text])) }))
const find: FindSchool = (name, year) => (year === 2023 ? { 一中: 1, 二小: 2 }[name] : undefined)

const title = ['颛桥镇学区学生活动一览']
const head = ['序号', '活动名称', '活动类型', '日期', '承办学校', '参与学校', '学生人数', '获奖', '一等奖']

test('rows of one activity are its schools; a title above and a sum below are read through', () => {
  const read = readActivityRows(
    rowsOf(
      title,
      head,
      ['1', '君莲杯传统文化知识竞赛', '竞赛', '2024年3月8日', '一中', '一中', '120', '3', '1'],
      ['', '君莲杯传统文化知识竞赛', '竞赛', '2024.3.8', '一中', '二小', '８０', '5'],
      ['', '合计', '', '', '', '', '200', '8'],
    ),
    find,
  )!
  expect(read.faults).toEqual([])
  expect(read.activities).toMatchObject([
    {
      ...{ title: '君莲杯传统文化知识竞赛', kind: '竞赛', fromDay: '2024-03-08', schoolId: 1, runBy: '学校' },
      parts: [
        { schoolId: 1, pupils: 120, awards: 3, firstPrizes: 1, secondPrizes: 0 },
        { schoolId: 2, pupils: 80, awards: 5 },
      ],
    },
  ])
})

test('what is wrong is said of its cell, and what would be right', () => {
  const read = readActivityRows(
    rowsOf(
      head,
      ['1', '运动会', '比赛', '2024-02-30', '一中', '一中', '12', ''],
      ['2', '合唱节', '展示交流', '2024-03-01', '三中', '一中', '十二', ''],
      ['3', '读书节', '展示交流', '2024-03-01', '一中', '一中', '1', ''],
      ['3', '读书节', '展示交流', '2024-03-01', '一中', '一中', '2', ''],
    ),
    find,
  )!
  const said = Object.fromEntries(read.faults.map(({ at, message }) => [at, message]))
  expect(said['C2']).toContain('请选择类别')
  expect(said['D2']).toContain('2024年2月没有30日')
  expect(said['E3']).toBe('“三中”不是该学年的成员校，请写学校全称或简称。')
  expect(said['G3']).toContain('学生数“十二”不对')
  expect(said['F5']).toContain('写了两行')
  expect(read.activities.map((one) => one.title)).toEqual(['读书节'])
})

test('a sheet without the columns is none of ours', () => {
  expect(headOf(rowsOf(['姓名', '工号']))).toBeUndefined()
  expect(readActivityRows(rowsOf(['姓名']), find)).toBeUndefined()
  expect(yearsIn(rowsOf(head, ['', 'a', '', '2024-03-01'], ['', 'b', '', '2024-10-01']))).toEqual([2023, 2024])
})
