import { useMemo } from 'react'
import { Chart } from '#ui/chart.tsx'
import { decimalsOf, inFigures } from '#ui/number.ts'
import { usePoint } from '#ui/point.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import type { Figure } from '../figure.contract.ts'
import type { FigureData } from './formula.tsx'
import { figureWords } from './words.ts'

type Point = FigureData['trend'][number]

/** The years as a chart, with the bars that documents set, and as a table. */
export function FigureTrend({ figure, trend }: { figure: Figure; trend: Point[] }) {
  const t = useWords(figureWords)
  const say = usePoint()
  const points = useMemo(() => [...trend].sort((a, b) => a.year - b.year), [trend])
  const option = useMemo(() => optionOf(figure, points), [figure, points])
  if (!points.some(({ value }) => value !== null)) return null
  const said = say(figure.name, figure.unit, points)
  return (
    <section className="figure-trend" aria-label={t('trend')}>
      <Chart
        title={said}
        label={`${said}。${points.map(({ year, value }) => `${year} ${inFigures(value, decimalsOf(figure.unit))}`).join('，')}`}
        option={option}
        height={260}
      />
      <RuledTable
        caption={t('trend')}
        rows={points}
        rowKey={({ year }) => year}
        rowClass={({ year }) => (year === figure.year ? 'this-year' : undefined)}
        columns={useColumns(figure, points)}
      />
    </section>
  )
}

function useColumns(figure: Figure, points: Point[]): Column<Point>[] {
  const t = useWords(figureWords)
  const u = useWords(uiWords)
  const sides: Column<Point>[] = points.some(({ denominator }) => denominator !== null)
    ? [
        { key: 'numerator', title: t('numerator'), numeric: true, cell: ({ numerator }) => inFigures(numerator) },
        {
          key: 'denominator',
          title: t('denominator'),
          numeric: true,
          cell: ({ denominator }) => inFigures(denominator),
        },
      ]
    : []
  return [
    { key: 'year', title: t('year'), heads: true, cell: ({ year }) => u('year', { year }) },
    ...sides,
    {
      key: 'value',
      title: t('valueIn', { unit: figure.unit }),
      numeric: true,
      cell: ({ value }) => inFigures(value, decimalsOf(figure.unit)),
    },
  ]
}

/** The targets of this year as dashed lines, each once. */
function bars(figure: Figure) {
  const all = figure.rules.flatMap(({ target }) => {
    const bar = Number(/[\d.]+/.exec(target)?.[0])
    return Number.isFinite(bar) ? [{ bar, target }] : []
  })
  return [...new Map(all.map((one) => [one.bar, one])).values()]
}

function optionOf(figure: Figure, points: Point[]) {
  const decimals = decimalsOf(figure.unit)
  const lines = bars(figure)
  const dips = points.map(
    ({ value }, n) => isBelow(value, points[n - 1]?.value) && isBelow(value, points[n + 1]?.value),
  )
  const highest = Math.max(...points.map(({ value }) => value ?? 0), ...lines.map(({ bar }) => bar), 1)
  return {
    grid: { left: 8, right: 64, top: 28, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => inFigures(value as number | null, decimals) },
    xAxis: {
      type: 'category',
      data: points.map(({ year }) => String(year)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#b8bfc8' } },
      axisLabel: { color: '#59636e', fontSize: 13 },
      boundaryGap: true,
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: niceTop(highest),
      splitNumber: 4,
      splitLine: { lineStyle: { color: '#eceff2' } },
      axisLabel: { color: '#59636e', fontSize: 13 },
    },
    series: [
      {
        type: 'line',
        name: figure.name,
        data: points.map(({ value }, n) => ({ value, ...(dips[n] && { label: { position: 'bottom' } }) })),
        symbol: 'circle',
        symbolSize: 8,
        lineStyle: { width: 2 },
        label: {
          show: true,
          position: 'top',
          fontSize: 14,
          color: '#1f2328',
          formatter: ({ value }: { value: unknown }) => inFigures(value as number | null, decimals),
        },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: '#8a4b00', type: 'dashed', width: 1 },
          data: lines.map(({ bar, target }) => ({
            yAxis: bar,
            label: { formatter: `${target} ${figure.unit}`, color: '#8a4b00', fontSize: 13 },
          })),
        },
      },
    ],
  }
}

const isBelow = (value: number | null, other: number | null | undefined) =>
  value !== null && other != null && value < other

/** A round number somewhat above the highest value, so that its label has room. */
function niceTop(highest: number): number {
  const step = 10 ** Math.floor(Math.log10(highest)) / 2
  return Math.ceil((highest * 1.15) / step) * step
}
