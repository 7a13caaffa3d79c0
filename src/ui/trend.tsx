import { decimalsOf, inFigures } from './number.ts'

export interface Point {
  year: number
  value: number | null
}

/** Lays points into a box; the scale covers the values with some air, so that a flat line stays flat in the middle. */
function place(points: Point[], width: number, height: number, pad: { x: number; top: number; bottom: number }) {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const low = Math.min(...known)
  const span = Math.max(...known) - low || Math.max(Math.abs(low) * 0.2, 1)
  const floor = known.length > 1 && Math.max(...known) !== low ? low : low - span / 2
  const step = points.length > 1 ? (width - pad.x * 2) / (points.length - 1) : 0
  return points.map(({ year, value }, n) => ({
    year,
    value,
    x: points.length > 1 ? pad.x + n * step : width / 2,
    y: value === null ? null : pad.top + (1 - (value - floor) / span) * (height - pad.top - pad.bottom),
  }))
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
  const placed = place(points, width, height, { x: 4, top: 4, bottom: 4 })
  const last = placed.findLast(({ y }) => y !== null)!
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <path d={line(placed)} />
      <circle cx={last.x} cy={last.y!} r="2.6" />
    </svg>
  )
}

/** The same, large enough to carry its values and years: prints at any size. The table beside it is for screen readers. */
export function TrendLine({ points, unit, label }: { points: Point[]; unit: string; label: string }) {
  const [width, height] = [340, 160]
  const placed = place(points, width, height, { x: 44, top: 32, bottom: 52 })
  return (
    <svg className="trend-line" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line className="base" x1="12" x2={width - 12} y1={height - 24} y2={height - 24} />
      <path d={line(placed)} />
      {placed.map(({ year, value, x, y }, n) => (
        <g key={year}>
          {y !== null && <circle cx={x} cy={y} r="3.5" />}
          <text className="value" x={x} y={y === null ? height - 32 : y + (isDip(placed, n) ? 20 : -11)}>
            {inFigures(value, decimalsOf(unit))}
          </text>
          <text className="year" x={x} y={height - 7}>
            {year}
          </text>
        </g>
      ))}
    </svg>
  )
}
