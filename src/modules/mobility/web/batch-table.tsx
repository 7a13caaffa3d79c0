import { dayInWords } from '#shared/day.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import type { BatchLine } from '../batch.contract.ts'
import { mobilityWords } from './words.ts'

/** Batches with what each waits for; of several clusters each with its own. */
export function BatchTable({ batches, withClusters = false }: { batches: BatchLine[]; withClusters?: boolean }) {
  const t = useWords(mobilityWords)
  const u = useWords(uiWords)
  const cluster: Column<BatchLine> = {
    key: 'cluster',
    title: t('cluster'),
    cell: ({ clusterId, clusterName, schoolYear }) => (
      <Go to={places.rotations(clusterId, schoolYear)}>{clusterName}</Go>
    ),
  }
  return (
    <RuledTable
      caption={t('batches')}
      quiet
      rows={batches}
      rowKey={({ id }) => id}
      empty={t('noBatches')}
      columns={[
        {
          key: 'title',
          title: t('batchTitle'),
          heads: true,
          cell: ({ id, title }) => <Go to={places.batch(id)}>{title}</Go>,
        },
        ...(withClusters ? [cluster] : []),
        { key: 'year', title: u('yearLabel'), className: 'still', cell: ({ schoolYear }) => u('year', { year: schoolYear }) }, // prettier-ignore
        { key: 'state', title: t('state'), className: 'still', cell: ({ state }) => state },
        { key: 'waits', title: t('waits'), cell: ({ waits }) => waits ?? '—' },
        {
          key: 'count',
          title: t('count'),
          className: 'still',
          cell: ({ rotations: n, withdrawn }) => t(withdrawn > 0 ? 'countWithdrawn' : 'countOf', { n, withdrawn }),
        },
        { key: 'filed', title: t('filedOn'), className: 'still', cell: ({ filedOn }) => filedOn ? dayInWords(filedOn) : '—' }, // prettier-ignore
      ]}
    />
  )
}
