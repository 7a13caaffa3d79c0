import { AXIS_NOTE, axisOf, hasRoomBelow, type Axis } from './axis.ts'
import type { Chart } from './block.ts'

/** Hues that differ in lightness too, so that a grey print keeps them apart. */
const hues = ['#1b365d', '#2f7f86', '#b9791a', '#8d4a78', '#7b8794']
const ink = '#1f2328'
const quiet = '#59636e'

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
  const axis = axisOfChart(chart)
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
      ...noteUnder(axis, size),
    },
    yAxis: { type: 'value', show: false, min: axis?.min ?? 0, ...(axis && { max: axis.max }) },
    series: chart.series.map((series, index) => seriesOf(chart, series, { index, size, axis })),
  }
}

/** Bars begin at 0. */
function axisOfChart({ shape, series }: Chart): Axis | undefined {
  return shape === 'bar' ? undefined : axisOf(series.flatMap(({ values }) => values))
}

/** Said under the years: what is drawn goes into every format. */
const noteUnder = (axis: Axis | undefined, size: number) =>
  axis && !axis.hasZero
    ? {
        name: AXIS_NOTE,
        nameLocation: 'middle',
        nameGap: size + 14,
        nameTextStyle: { color: quiet, fontSize: size - 1 },
      }
    : {}

interface Drawn {
  index: number
  size: number
  axis: Axis | undefined
}

function seriesOf(chart: Chart, { name, values }: Chart['series'][number], { index, size, axis }: Drawn) {
  const { shape, decimals } = chart
  const isUnder = shape === 'line' && isLowest(chart, values)
  const data = values.map((value, at) => ({
    value,
    label: {
      show: value !== null,
      formatter: value === null ? '' : inFigures(value, decimals),
      ...(axis && value !== null && { position: sideOf(value, axis, isUnder || isLow(values, at)) }),
    },
  }))
  const label = { show: true, position: 'top', color: ink, fontSize: size, fontWeight: 'normal' }
  if (shape === 'bar') return { type: 'bar', name, data, label, barMaxWidth: 44, barGap: '12%' }
  const line = { width: 2.5, type: index === 0 ? 'solid' : 'dashed' }
  return { type: 'line', name, data, label, symbol: marks[index], symbolSize: 9, lineStyle: line }
}

const sideOf = (value: number, axis: Axis, isUnder: boolean) =>
  isUnder && hasRoomBelow(value, axis) ? 'bottom' : 'top'

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
