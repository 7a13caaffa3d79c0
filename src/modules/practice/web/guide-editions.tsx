import { useQuery } from '@tanstack/react-query'
import { dayInWords } from '#shared/day.ts'
import { asNumber, useAddress } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { guideApi, type EditionLine } from '../guide.contract.ts'
import { ChangeList } from './change-list.tsx'
import { guideWords } from './guide-words.ts'

/** Every edition, to open, and what lies between any two or one and now. */
export function Editions({ unitId, editions }: { unitId: number; editions: EditionLine[] }) {
  const t = useWords(guideWords)
  return (
    <section aria-labelledby="guide-editions" className="no-print">
      <h2 id="guide-editions" className="section-head">
        {t('editions')}
      </h2>
      <RuledTable
        caption={t('editions')}
        quiet
        rows={editions}
        rowKey={({ id }) => id}
        empty={t('noEditions')}
        columns={[
          { key: 'number', title: t('edition'), heads: true, cell: ({ number }) => <Go to={places.guide(unitId, { edition: number })}>{t('editionOf', { number })}</Go> }, // prettier-ignore
          { key: 'day', title: t('day'), className: 'still', cell: ({ issuedOn }) => dayInWords(issuedOn) },
          { key: 'by', title: t('by'), cell: ({ issuedBy }) => issuedBy },
          { key: 'bases', title: t('bases'), numeric: true, cell: ({ bases }) => bases },
          { key: 'words', title: t('words'), cell: ({ words }) => words || '—' },
        ]}
      />
      {editions.length > 0 && <Between unitId={unitId} editions={editions} />}
    </section>
  )
}

const NOW = 0

function Between({ unitId, editions }: { unitId: number; editions: EditionLine[] }) {
  const t = useWords(guideWords)
  const [search, go] = useAddress()
  const from = asNumber(search['from']) ?? editions[0]!.number
  const to = asNumber(search['to']) ?? NOW
  const { data, error } = useQuery(asQuery(guideApi.compare, { params: { unitId }, query: { from, to } }))
  const options = [
    ...editions.map(({ number }) => ({ value: number, label: t('editionOf', { number }) })),
    { value: NOW, label: t('now') },
  ]
  return (
    <div className="guide-between">
      <div className="filters">
        <Picker
          label={t('from')}
          value={from}
          options={options.filter(({ value }) => value !== NOW)}
          onPick={(value) => go({ from: value })}
        />
        <span aria-hidden="true">→</span>
        <Picker label={t('to')} value={to} options={options} onPick={(value) => go({ to: value })} />
      </div>
      <ProblemNote error={error} />
      {data && (
        <ChangeList
          title={to === NOW ? t('differencesNow', { from }) : t('differencesFrom', { from, to })}
          changes={data.changes}
        />
      )}
    </div>
  )
}
