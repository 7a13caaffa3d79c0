import { describe, expect, test } from 'vitest'
import { majority, readFileName, readTitle } from './title.rules.ts'

const names = ['学校', '教师', '交流轮岗', '工作室', '课程', '教研活动', '跨校带教', '场馆共享', '办学绩效']

describe('a title row names cluster and school year', () => {
  test.each([
    ['颛桥镇学区2023学年教师情况表', '颛桥镇学区', 2023],
    ['颛桥镇学区2021学年学校情况表', '颛桥镇学区', 2021],
    ['颛桥镇学区２０２３学年办学绩效情况表', '颛桥镇学区', 2023],
    ['颛桥镇学区　2023-2024学年度　交流轮岗情况统计表', '颛桥镇学区', 2023],
    ['2023—2024学年颛桥镇学区课程表', '颛桥镇学区', 2023],
    ['颛桥镇学区教师花名册（2022学年）', '颛桥镇学区', 2022],
    ['附件1：莘庄教育集团2022学年场馆共享台账', '莘庄教育集团', 2022],
    ['浦江办学联合体二〇二二学年教研活动情况表', '浦江办学联合体', 2022],
    ['沿江五校2024学年教师情况表', '沿江五校', 2024],
    ['2023学年教师情况表', undefined, 2023],
    ['2023学年第一学期教师情况表', undefined, 2023],
    ['颛桥镇学区', '颛桥镇学区', undefined],
    ['填报单位：颛桥镇学区办公室', '颛桥镇学区', undefined],
    ['填报单位：颛桥第一小学', undefined, undefined],
    ['填报日期：2023年10月8日', undefined, undefined],
    ['注：统计口径同2022学年', undefined, undefined],
  ])('%s', (line, cluster, schoolYear) => {
    expect(readTitle(line, names)).toEqual({ cluster, schoolYear })
  })
})

describe('a file name names cluster and school year', () => {
  test.each([
    ['颛桥镇学区台账-2023学年.xlsx', '颛桥镇学区', 2023],
    ['/tmp/x/颛桥镇学区台账-2023-2024学年度(1).xlsx', '颛桥镇学区', 2023],
    ['颛桥镇学区_2022学年_教师.csv', '颛桥镇学区', 2022],
    ['最新台账 2023学年.xls', undefined, 2023],
    ['教师.csv', undefined, undefined],
    ['20231008.xlsx', undefined, undefined],
  ])('%s', (name, cluster, schoolYear) => {
    expect(readFileName(name, names)).toEqual({ cluster, schoolYear })
  })
})

test('what most lines say wins; a draw says nothing', () => {
  expect(majority([2023, undefined, 2023, 2022])).toBe(2023)
  expect(majority([2023, 2022])).toBeUndefined()
  expect(majority([undefined])).toBeUndefined()
})
