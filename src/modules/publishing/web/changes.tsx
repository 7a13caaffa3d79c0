import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Change } from '../report.contract.ts'
import { reportWords } from './words.ts'

/** What a refresh changed, old → new. */
export function Changes({ changes }: { changes: Change[] }) {
  const t = useWords(reportWords)
  return (
    <section aria-labelledby="report-changes" className="no-print">
      <h2 id="report-changes" className="section-head">
        {t('changes')}
      </h2>
      <RuledTable
        caption={t('changes')}
        quiet
        rows={changes}
        rowKey={({ where }) => where}
        columns={[
          { key: 'where', title: t('where'), heads: true, className: 'wide', cell: ({ where }) => where },
          { key: 'old', title: t('old'), className: 'wide', cell: (change) => change.old || '—' },
          { key: 'new', title: t('now'), className: 'wide', cell: (change) => change.new || '—' },
        ]}
      />
    </section>
  )
}
