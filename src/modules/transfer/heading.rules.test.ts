import { describe, expect, test } from 'vitest'
import { findHeading, likeness, plainSheetName, type TextRow } from './heading.rules.ts'

const columns = [
  { title: '工号', required: true },
  { title: '姓名', required: true },
  { title: '学校' },
  { title: '骨干类别', aliases: ['骨干'] },
]

/** One text per row, cells parted by |. */
const rows = (...lines: string[]): TextRow[] =>
  lines.flatMap((line, index) => {
    const cells = line.split('|').map((text, at) => ({ column: at + 1, text }))
    const filled = cells.filter(({ text }) => text !== '')
    return filled.length > 0 ? [{ row: index + 1, cells: filled }] : []
  })

describe('the header', () => {
  test('stands under titles, a unit line and blank rows', () => {
    const heading = findHeading(
      rows('颛桥镇学区2023学年教师情况表', '填报单位：某校', '', '工号|姓名|学校|骨干类别', '01|甲|一小|'),
      columns,
    )
    expect(heading).toMatchObject({ row: 4, top: 4 })
    expect([...heading!.columns]).toEqual([
      ['工号', 1],
      ['姓名', 2],
      ['学校', 3],
      ['骨干类别', 4],
    ])
  })

  test('may have columns in any order, marks, widths, blanks, remarks and columns of its own', () => {
    const heading = findHeading(rows('序号|身份证号|骨 干类别（选填）|＊姓　名|学校|*工号（必填）'), columns)
    expect(Object.fromEntries(heading!.columns)).toEqual({ 工号: 6, 姓名: 4, 学校: 5, 骨干类别: 3 })
  })

  test('may take two merged lines', () => {
    const heading = findHeading(rows('工号|姓名|任职情况||备注', '||学校|骨干类别|', '01|甲|一小|区骨干|'), columns)
    expect(heading).toMatchObject({ row: 2, top: 1 })
    expect(heading!.columns.size).toBe(4)
  })

  test('may name a column by its group and its own line together', () => {
    const pair = [{ title: '导师工号' }, { title: '导师姓名' }, { title: '学员工号' }, { title: '学员姓名' }]
    const heading = findHeading(rows('导师||学员|', '工号|姓名|工号|姓名', '01|甲|02|乙'), pair)
    expect(Object.fromEntries(heading!.columns)).toEqual({ 导师工号: 1, 导师姓名: 2, 学员工号: 3, 学员姓名: 4 })
  })

  test('prefers its own title to one that means the same', () => {
    const heading = findHeading(rows('骨干|骨干类别|工号|姓名'), columns)
    expect(heading!.columns.get('骨干类别')).toBe(2)
  })

  test('is not found where nothing is named', () => {
    expect(findHeading(rows('今天|天气', '很|好'), columns)).toBeUndefined()
  })
})

test.each([
  ['教师', '教师'],
  ['教师表', '教师'],
  ['教师情况表', '教师'],
  ['2.教 师基本情况', '教师'],
  ['表二 教师名册（2023学年）', '教师'],
  ['2023学年教师', '教师'],
  ['交流轮岗统计表', '交流轮岗'],
])('a sheet called %s is %s', (name, plain) => expect(plainSheetName(name)).toBe(plain))

test('a sheet is known by its header when every required column is there', () => {
  const heading = findHeading(rows('工号|姓名|学校'), columns)
  expect(likeness(heading, columns)).toBe(0.75)
  expect(likeness(findHeading(rows('工号|学校'), columns), columns)).toBe(0)
})
