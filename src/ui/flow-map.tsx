import { labelsOf, type Ground, type Label, type Spot } from './label-places.ts'
import { useNarrow } from './use-narrow.ts'
import './flow-map.css'

/** On a phone the map stands upright and is as large as its letters need; it scrolls to the side. */
const wide: Ground = { width: 1100, height: 620, font: 13 }
const upright: Ground = { width: 560, height: 640, font: 13 }
const EDGE = { x: 60, y: 40 }

/** A place between which something goes, WGS-84. */
export interface FlowPlace {
  id: number
  name: string
  longitude: number | null
  latitude: number | null
}

export interface FlowOnMap {
  from: number
  to: number
  n: number
}

interface Given {
  places: readonly FlowPlace[]
  flows: readonly FlowOnMap[]
  /** What it shows, for whoever does not see it. */
  label: string
  alt: string
}

/** What goes from place to place, drawn where they lie; keep the same as a table beside it. Places without a position are left out. */
export function FlowMap({ places, flows, label, alt }: Given) {
  const ground = useNarrow() ? upright : wide
  const spots = spotsOf(places, ground)
  return (
    <div className="flow-map" role="region" tabIndex={0} aria-label={label}>
      <Picture {...{ ground, spots, alt }} flows={flows.filter(({ from, to }) => spots.has(from) && spots.has(to))} />
    </div>
  )
}

interface Drawn {
  ground: Ground
  spots: Map<number, Spot>
  flows: readonly FlowOnMap[]
  alt: string
}

function Picture({ ground, spots, flows, alt }: Drawn) {
  const labels = labelsOf([...spots.values()], ground)
  return (
    <svg
      viewBox={`0 0 ${ground.width} ${ground.height}`}
      style={{ width: ground.width, minWidth: Math.min(ground.width, 640) }}
      role="img"
      aria-label={alt}
    >
      <defs>
        <marker id="flow-end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto">
          <path d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      {flows.map(({ from, to, n }) => (
        <Arrow key={`${from} ${to}`} from={spots.get(from)!} to={spots.get(to)!} n={n} />
      ))}
      {[...spots].map(([id, spot]) => (
        <Named key={id} spot={spot} label={labels.get(spot)!} font={ground.font} />
      ))}
    </svg>
  ) // prettier-ignore
}

function Named({ spot: { x, y, name }, label, font }: { spot: Spot; label: Label; font: number }) {
  return (
    <g>
      {label.isFar && <path className="lead" d={`M${x} ${y}L${label.x} ${label.y - font / 3}`} />}
      <circle cx={x} cy={y} r="4.5" />
      <text className="flow-name" textAnchor="middle" x={label.x} y={label.y}>
        {name}
      </text>
    </g>
  )
}

/** Bent a little, so that there and back are two lines. */
function Arrow({ from, to, n }: { from: Spot; to: Spot; n: number }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  const bend = Math.min(40, length / 5)
  const [mx, my] = [(from.x + to.x) / 2 - (dy / length) * bend, (from.y + to.y) / 2 + (dx / length) * bend]
  const stop = 1 - 8 / length
  return (
    <>
      <path
        className="flow"
        d={`M${from.x} ${from.y}Q${mx} ${my} ${from.x + dx * stop} ${from.y + dy * stop}`}
        strokeWidth={1 + Math.min(4, n - 1)}
        markerEnd="url(#flow-end)"
      />
      {n > 1 && (
        <text className="flow-count" x={mx} y={my} textAnchor="middle">
          {n}
        </text>
      )}
    </>
  )
}

function spotsOf(places: readonly FlowPlace[], { width, height }: Ground): Map<number, Spot> {
  const placed = places.flatMap(({ id, name, longitude, latitude }) =>
    longitude === null || latitude === null ? [] : [{ id, name, longitude, latitude }],
  )
  const [west, east] = ends(placed.map(({ longitude }) => longitude))
  const [south, north] = ends(placed.map(({ latitude }) => latitude))
  return new Map(
    placed.map(({ id, name, longitude, latitude }) => [
      id,
      {
        name,
        x: EDGE.x + ((longitude - west) / (east - west || 1)) * (width - 2 * EDGE.x),
        y: EDGE.y + ((north - latitude) / (north - south || 1)) * (height - 2 * EDGE.y),
      },
    ]),
  )
}

const ends = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)]
