import { expect, test } from 'vitest'
import type { Chart } from './block.ts'
import { chartOption } from './chart-option.ts'

const line = (values: number[]): Chart => ({
  kind: 'chart',
  title: '占比',
  shape: 'line',
  unit: '%',
  decimals: 2,
  categories: ['2021学年', '2022学年', '2023学年'],
  series: [{ name: '占比', values }],
})
const sides = (values: number[]) => {
  const series = chartOption(line(values)).series as unknown as { data: { label: { position?: string } }[] }[]
  return series[0]?.data.map(({ label }) => label.position)
}

test('the value of a low stands below its point, where no line crosses it and there is room', () => {
  expect(sides([29.29, 28.15, 30.5])).toEqual(['top', 'bottom', 'top'])
  expect(sides([20, 1, 30])).toEqual(['top', 'top', 'top'])
})

test('a line whose axis leaves 0 out says so; one from 0 and bars say nothing', () => {
  expect(chartOption(line([29.29, 28.15, 30.5])).xAxis).toMatchObject({ name: '纵轴不从 0 开始' })
  expect(chartOption(line([10, 20, 30]))).toMatchObject({ yAxis: { min: 0 }, xAxis: { type: 'category' } })
  expect(chartOption(line([10, 20, 30])).xAxis).not.toHaveProperty('name')
  const bars = chartOption({ ...line([29, 28, 30]), shape: 'bar' })
  expect([bars.yAxis, 'name' in bars.xAxis]).toMatchObject([{ min: 0 }, false])
})
