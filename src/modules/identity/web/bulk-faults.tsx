import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { FaultyLine } from '../bulk.rules.ts'
import { accountsWords } from './accounts-words.ts'

/** More than these nobody reads; the next come when some are put right. */
const MOST = 50

/** The lines that cannot be sent, each with what is wrong with it. */
export function BulkFaults({ faults }: { faults: readonly FaultyLine[] }) {
  const t = useWords(accountsWords)
  if (faults.length === 0) return null
  return (
    <>
      <RuledTable<FaultyLine>
        caption={t('manyFaults')}
        rows={faults.slice(0, MOST)}
        rowKey={({ at }) => at}
        columns={[
          {
            key: 'line',
            title: t('manyLine'),
            heads: true,
            cell: ({ at, text }) => (
              <>
                {t('manyLineAt', { at })}
                <br />
                <span className="quiet">{text.replace(/\t/g, '　')}</span>
              </>
            ),
          },
          { key: 'why', title: t('manyWhy'), className: 'wide', cell: ({ why }) => why },
        ]}
      />
      {faults.length > MOST && <p className="quiet">{t('manyMoreFaults', { n: faults.length - MOST })}</p>}
    </>
  )
}
