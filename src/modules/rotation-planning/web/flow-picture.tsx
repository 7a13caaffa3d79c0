import { FlowMap, type FlowOnMap } from '#ui/flow-map.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { ViewGiven } from './plan-page.tsx'
import { boardWords } from './board-words.ts'

/** The plan as a map: schools where they lie, and how many go from one to another; and the same as a table. */
export function FlowPicture({ data, draft }: ViewGiven) {
  const t = useWords(boardWords)
  const places = data.schools.map(({ schoolId, ...school }) => ({ ...school, id: schoolId }))
  const lost = places.filter(({ longitude, latitude }) => longitude === null || latitude === null)
  const flows = flowsOf(data, draft.now)
  const moves = flows.reduce((sum, { n }) => sum + n, 0)
  return (
    <figure className="plan-flow">
      <FlowMap places={places} flows={flows} label={t('flow')} alt={t('flowAlt', { n: moves })} />
      {lost.length > 0 && <figcaption>{t('noPlace', { names: lost.map(({ name }) => name).join('、') })}</figcaption>}
      <FlowTable data={data} flows={flows} />
    </figure>
  )
}

function FlowTable({ data, flows }: { data: ViewGiven['data']; flows: readonly FlowOnMap[] }) {
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

function flowsOf({ candidates }: ViewGiven['data'], now: ReadonlyMap<string, number>) {
  const counts = new Map<string, FlowOnMap>()
  for (const { teacherId, schoolId: from } of candidates) {
    const to = now.get(teacherId)
    if (to === undefined) continue
    const flow = counts.get(`${from} ${to}`) ?? { from, to, n: 0 }
    counts.set(`${from} ${to}`, { ...flow, n: flow.n + 1 })
  }
  return [...counts.values()]
}
