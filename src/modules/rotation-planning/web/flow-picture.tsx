import { RuledTable } from '#ui/ruled-table.tsx'
import { useNarrow } from '#ui/use-narrow.ts'
import { useWords } from '#ui/words.ts'
import type { PlanSchool } from '../plan.contract.ts'
import { labelsOf, type Ground, type Label, type Spot } from './label-places.ts'
import type { ViewGiven } from './plan-page.tsx'
import { boardWords } from './board-words.ts'

/** On a phone the map stands upright and is as large as its letters need; it scrolls to the side. */
const wide: Ground = { width: 1100, height: 620, font: 13 }
const upright: Ground = { width: 560, height: 640, font: 13 }
const EDGE = { x: 60, y: 40 }

/** The plan as a map: schools where they lie, and how many go from one to another; and the same as a table. */
export function FlowPicture({ data, draft }: ViewGiven) {
  const t = useWords(boardWords)
  const ground = useNarrow() ? upright : wide
  const spots = spotsOf(data.schools, ground)
  const lost = data.schools.filter(({ schoolId }) => !spots.has(schoolId)).map(({ name }) => name)
  const all = flowsOf(data, draft.now)
  return (
    <figure className="plan-flow">
      <div className="trade-scroll" role="region" tabIndex={0} aria-label={t('flow')}>
        <Picture {...{ ground, spots }} flows={all.filter(({ from, to }) => spots.has(from) && spots.has(to))} />
      </div>
      {lost.length > 0 && <figcaption>{t('noPlace', { names: lost.join('、') })}</figcaption>}
      <FlowTable data={data} flows={all} />
    </figure>
  )
}

interface Flow {
  from: number
  to: number
  n: number
}

function Picture({ ground, spots, flows }: { ground: Ground; spots: Map<number, Spot>; flows: readonly Flow[] }) {
  const t = useWords(boardWords)
  const moves = flows.reduce((sum, { n }) => sum + n, 0)
  const labels = labelsOf([...spots.values()], ground)
  return (
    <svg
      viewBox={`0 0 ${ground.width} ${ground.height}`}
      style={{ width: ground.width, minWidth: Math.min(ground.width, 640) }}
      role="img"
      aria-label={t('flowAlt', { n: moves })}
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

function FlowTable({ data, flows }: { data: ViewGiven['data']; flows: readonly Flow[] }) {
  const t = useWords(boardWords)
  const names = new Map(data.schools.map(({ schoolId, name }) => [schoolId, name]))
  const nameOf = (id: number) => names.get(id) ?? ''
  const rows = [...flows].sort((a, b) => b.n - a.n || nameOf(a.from).localeCompare(nameOf(b.from), 'zh-CN'))
  return (
    <details className="flow-table">
      <summary>{t('flowTable', { n: rows.length })}</summary>
      <RuledTable
        caption={t('flow')}
        quiet
        rows={rows}
        rowKey={({ from, to }) => `${from} ${to}`}
        empty={t('noMoves')}
        columns={[
          { key: 'from', title: t('from'), heads: true, cell: ({ from }) => nameOf(from) },
          { key: 'to', title: t('to'), cell: ({ to }) => nameOf(to) },
          { key: 'n', title: t('headcount'), numeric: true, cell: ({ n }) => n },
        ]}
      />
    </details>
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

function spotsOf(schools: readonly PlanSchool[], { width, height }: Ground): Map<number, Spot> {
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
        x: EDGE.x + ((longitude - west) / (east - west || 1)) * (width - 2 * EDGE.x),
        y: EDGE.y + ((north - latitude) / (north - south || 1)) * (height - 2 * EDGE.y),
      },
    ]),
  )
}

const ends = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)]

function flowsOf({ candidates }: ViewGiven['data'], now: ReadonlyMap<string, number>) {
  const counts = new Map<string, Flow>()
  for (const { teacherId, schoolId: from } of candidates) {
    const to = now.get(teacherId)
    if (to === undefined) continue
    const flow = counts.get(`${from} ${to}`) ?? { from, to, n: 0 }
    counts.set(`${from} ${to}`, { ...flow, n: flow.n + 1 })
  }
  return [...counts.values()]
}
