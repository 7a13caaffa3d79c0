import { axisOf, hasRoomBelow, type Axis } from '#shared/axis.ts'
import { decimalsOf, inFigures } from './number.ts'
import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

export interface Point {
  year: number
  value: number | null
}

interface Box {
  width: number
  height: number
  pad: { x: number; top: number; bottom: number }
}

/** Lays points into a box: the foot of the scale at its foot. */
function place(points: Point[], { width, height, pad }: Box, { min, max }: Pick<Axis, 'min' | 'max'>) {
  const step = points.length > 1 ? (width - pad.x * 2) / (points.length - 1) : 0
  return points.map(({ year, value }, n) => ({
    year,
    value,
    x: points.length > 1 ? pad.x + n * step : width / 2,
    y: value === null ? null : pad.top + (1 - (value - min) / (max - min)) * (height - pad.top - pad.bottom),
  }))
}

/** The scale of a line as small as a word covers its values; a flat one stays flat in the middle. */
function scaleOf(points: Point[]): Pick<Axis, 'min' | 'max'> {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const span = Math.max(Math.abs(low) * 0.2, 1)
  return low === high ? { min: low - span / 2, max: low + span / 2 } : { min: low, max: high }
}

type Placed = ReturnType<typeof place>
/** A gap in the data is a gap in the line. */
function line(placed: Placed): string {
  return placed
    .map(({ x, y }, n) =>
      y === null ? '' : `${n > 0 && placed[n - 1]!.y !== null ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`,
    )
    .join('')
}

/** Below both its neighbours: its label goes under it, out of the line's way. */
function isDip(placed: Placed, n: number): boolean {
  const [before, here, after] = [placed[n - 1]?.y, placed[n]?.y, placed[n + 1]?.y]
  return before != null && here != null && after != null && here > before && here > after
}

/** A line as small as a word, the last point marked. It repeats what stands beside it, so it is silent. */
export function Sparkline({ points, width = 72, height = 20 }: { points: Point[]; width?: number; height?: number }) {
  if (!points.some(({ value }) => value !== null)) return <span aria-hidden="true" />
  const placed = place(points, { width, height, pad: { x: 4, top: 4, bottom: 4 } }, scaleOf(points))
  const last = placed.findLast(({ y }) => y !== null)!
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <path d={line(placed)} />
      <circle cx={last.x} cy={last.y!} r="2.6" />
    </svg>
  )
}

/**
 * The same, large enough to carry its values and years, on an axis: prints at any size. The table beside it is for screen
 * readers.
 */
export function TrendLine({ points, unit, label }: { points: Point[]; unit: string; label: string }) {
  const t = useWords(uiWords)
  const [width, height] = [340, 160]
  const axis = axisOf(points.map(({ value }) => value)) ?? { min: 0, max: 1, hasZero: true }
  const placed = place(points, { width, height, pad: { x: 44, top: 6, bottom: 24 } }, axis)
  const isUnder = (n: number) => isDip(placed, n) && hasRoomBelow(placed[n]!.value!, axis)
  return (
    <>
      <svg className="trend-line" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <line className="base" x1="12" x2={width - 12} y1={height - 24} y2={height - 24} />
        <path d={line(placed)} />
        {placed.map(({ year, value, x, y }, n) => (
          <g key={year}>
            {y !== null && <circle cx={x} cy={y} r="3.5" />}
            <text className="value" x={x} y={y === null ? height - 32 : y + (isUnder(n) ? 20 : -11)}>
              {inFigures(value, decimalsOf(unit))}
            </text>
            <text className="year" x={x} y={height - 7}>
              {year}
            </text>
          </g>
        ))}
      </svg>
      {!axis.hasZero && <p className="axis-note">{t('axisNote')}</p>}
    </>
  )
}
