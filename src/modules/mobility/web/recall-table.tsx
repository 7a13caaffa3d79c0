import { dayAfter, dayInWords } from '#shared/day.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { RotationLine } from '../rotation.contract.ts'
import { batchWords } from './batch-words.ts'
import { wayOf } from './shown.ts'
import { mobilityWords } from './words.ts'

/** Who is called back by a batch before the term is over. */
export function RecallTable({ rows }: { rows: RotationLine[] }) {
  const b = useWords(batchWords)
  const m = useWords(mobilityWords)
  return (
    <section className="rotation-part">
      <h2>{b('recalls')}</h2>
      <RuledTable
        caption={b('recalls')}
        quiet
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', title: m('name'), heads: true, className: 'still', cell: ({ id, name }) => <Go to={places.rotation(id)}>{name}</Go> },
          { key: 'way', title: m('way'), className: 'wide', cell: (line) => wayOf(m, line) },
          { key: 'form', title: m('form'), className: 'still', cell: ({ form }) => form },
          { key: 'until', title: b('recallUntil'), className: 'still', cell: ({ recallOn }) => (recallOn ? dayInWords(dayAfter(recallOn, -1)) : '—') },
        ]}
      />
    </section>
  ) // prettier-ignore
}
