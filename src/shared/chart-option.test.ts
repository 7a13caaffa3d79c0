import { expect, test } from 'vitest'
import type { Chart } from './block.ts'
import { chartOption } from './chart-option.ts'

test('the value of a low stands below its point, where no line crosses it', () => {
  const chart: Chart = {
    kind: 'chart',
    title: '占比',
    shape: 'line',
    unit: '%',
    decimals: 2,
    categories: ['2021学年', '2022学年', '2023学年'],
    series: [{ name: '占比', values: [29.29, 28.15, 30.5] }],
  }
  const series = chartOption(chart).series as unknown as { data: { label: { position?: string } }[] }[]
  expect(series[0]?.data.map(({ label }) => label.position)).toEqual([undefined, 'bottom', undefined])
})
