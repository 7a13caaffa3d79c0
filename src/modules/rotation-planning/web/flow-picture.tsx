import { useWords } from '#ui/words.ts'
import type { PlanSchool } from '../plan.contract.ts'
import type { ViewGiven } from './plan-page.tsx'
import { boardWords } from './board-words.ts'

const WIDTH = 860
const HEIGHT = 560
const EDGE = 70

interface Spot {
  x: number
  y: number
  name: string
}

/** The plan as a map: schools where they lie, and how many go from one to another. */
export function FlowPicture({ data, draft }: ViewGiven) {
  const t = useWords(boardWords)
  const spots = spotsOf(data.schools)
  const lost = data.schools.filter(({ schoolId }) => !spots.has(schoolId)).map(({ name }) => name)
  const flows = flowsOf(data, draft.now).filter(({ from, to }) => spots.has(from) && spots.has(to))
  return (
    <figure className="plan-flow">
      <div className="trade-scroll" role="region" tabIndex={0} aria-label={t('flow')}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('flowAlt', { n: draft.now.size })}>
          <defs>
            <marker id="flow-end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto">
              <path d="M0 0 8 4 0 8z" />
            </marker>
          </defs>
          {flows.map(({ from, to, n }) => (
            <Arrow key={`${from} ${to}`} from={spots.get(from)!} to={spots.get(to)!} n={n} />
          ))}
          {[...spots].map(([id, { x, y, name }]) => (
            <g key={id} transform={`translate(${x} ${y})`}>
              <circle r="5" />
              <text textAnchor="middle" y="-9">
                {name}
              </text>
            </g>
          ))}
        </svg>
      </div>
      {lost.length > 0 && <figcaption>{t('noPlace', { names: lost.join('、') })}</figcaption>}
    </figure>
  ) // prettier-ignore
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

function spotsOf(schools: readonly PlanSchool[]): Map<number, Spot> {
  const placed = schools.flatMap(({ schoolId, name, longitude, latitude }) =>
    longitude === null || latitude === null ? [] : [{ schoolId, name, longitude, latitude }],
  )
  const [west, east] = ends(placed.map(({ longitude }) => longitude))
  const [south, north] = ends(placed.map(({ latitude }) => latitude))
  return new Map(
    placed.map(({ schoolId, name, longitude, latitude }) => [
      schoolId,
      {
        name,
        x: EDGE + ((longitude - west) / (east - west || 1)) * (WIDTH - 2 * EDGE),
        y: EDGE / 2 + ((north - latitude) / (north - south || 1)) * (HEIGHT - EDGE),
      },
    ]),
  )
}

const ends = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)]

function flowsOf({ candidates }: ViewGiven['data'], now: ReadonlyMap<string, number>) {
  const counts = new Map<string, { from: number; to: number; n: number }>()
  for (const { teacherId, schoolId: from } of candidates) {
    const to = now.get(teacherId)
    if (to === undefined) continue
    const flow = counts.get(`${from} ${to}`) ?? { from, to, n: 0 }
    counts.set(`${from} ${to}`, { ...flow, n: flow.n + 1 })
  }
  return [...counts.values()]
}
