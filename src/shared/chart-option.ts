import type { Chart } from './block.ts'

/** Hues that differ in lightness too, so that a grey print keeps them apart. */
const hues = ['#1b365d', '#2f7f86', '#b9791a', '#8d4a78', '#7b8794']
const ink = '#1f2328'

/** Patterns for those who see no colours, and for the copier: the first hue stays plain. */
const patterns = [
  { symbol: 'none' },
  { dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: Math.PI / 4, color: 'rgba(255,255,255,0.75)' },
  { symbol: 'circle', symbolSize: 0.7, dashArrayX: [[7, 7]], dashArrayY: [7, 7], color: 'rgba(255,255,255,0.85)' },
  { dashArrayX: [1, 0], dashArrayY: [2, 5], color: 'rgba(255,255,255,0.75)' },
  { dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4, color: 'rgba(255,255,255,0.75)' },
]
const marks = ['circle', 'rect', 'triangle', 'diamond', 'roundRect']

/** How a chart is drawn, on screen and in print alike; values stand at their points, so that no axis must be read. */
export function chartOption(chart: Chart, size = 13) {
  const several = chart.series.length > 1
  const text = { color: ink, fontSize: size }
  return {
    animation: false,
    color: hues,
    aria: { enabled: true, decal: { show: chart.shape === 'bar', decals: patterns } },
    grid: { left: 12, right: 12, top: several ? 44 : 28, bottom: 8, outerBoundsMode: 'same' },
    ...(several && { legend: { top: 0, icon: chart.shape === 'bar' ? 'rect' : null, textStyle: text } }),
    xAxis: {
      type: 'category',
      data: chart.categories,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink } },
      axisLabel: text,
    },
    yAxis: { type: 'value', show: false, ...floorOf(chart) },
    series: chart.series.map((series, index) => seriesOf(chart, series, index, size)),
  }
}

/** A line need not begin at 0: its values stand beside it. Bars must. */
function floorOf({ shape, series }: Chart): { min?: number; max?: number } {
  const known = series.flatMap(({ values }) => values.filter((value) => value !== null))
  if (shape === 'bar' || known.length === 0) return { min: 0 }
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const air = (most - least || Math.abs(most) || 1) * 0.35
  return { min: least - air, max: most + air }
}

function seriesOf(chart: Chart, { name, values }: Chart['series'][number], index: number, size: number) {
  const { shape, decimals } = chart
  const data = values.map((value, at) => ({
    value,
    label: {
      show: value !== null,
      formatter: value === null ? '' : inFigures(value, decimals),
      ...(shape === 'line' && isLow(values, at) && { position: 'bottom' }),
    },
  }))
  const position = shape === 'line' && isLowest(chart, values) ? 'bottom' : 'top'
  const label = { show: true, position, color: ink, fontSize: size, fontWeight: 'normal' }
  if (shape === 'bar') return { type: 'bar', name, data, label, barMaxWidth: 44, barGap: '12%' }
  const line = { width: 2.5, type: index === 0 ? 'solid' : 'dashed' }
  return { type: 'line', name, data, label, symbol: marks[index], symbolSize: 9, lineStyle: line }
}

/** At a low the line comes down from both sides: above the point it would cross the value. */
function isLow(values: readonly (number | null)[], at: number): boolean {
  const [before, now, after] = [values[at - 1], values[at], values[at + 1]]
  return (
    typeof now === 'number' && typeof before === 'number' && typeof after === 'number' && now < before && now < after
  )
}

/** Of several lines the lowest has its values under it, out of the way of the others. */
function isLowest({ series }: Chart, values: readonly (number | null)[]): boolean {
  const last = (line: readonly (number | null)[]) => line.findLast((value) => value !== null) ?? Infinity
  return series.length > 1 && series.every((other) => last(other.values) >= last(values))
}

const inFigures = (value: number, decimals: number): string =>
  new Intl.NumberFormat('zh-CN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value)
