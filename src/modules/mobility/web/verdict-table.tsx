import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Verdict } from '../verdict.rules.ts'
import { mobilityWords } from './words.ts'

/** Whether a rotation counts under each document, and why; what a rule says stands beside it. */
export function VerdictTable({ verdicts }: { verdicts: Verdict[] }) {
  const t = useWords(mobilityWords)
  return (
    <RuledTable
      caption={t('verdicts')}
      quiet
      rows={verdicts}
      rowKey={({ ruleId }) => ruleId}
      columns={[
        { key: 'rule', title: t('rule'), heads: true, cell: ({ name, clause }) => `《${name}》${clause}` },
        { key: 'use', title: t('use'), className: 'still', cell: ({ use }) => use },
        { key: 'verdict', title: t('verdict'), className: 'still', cell: ({ verdict }) => <b>{verdict}</b> },
        { key: 'why', title: t('why'), className: 'wide', cell: ({ why }) => why },
        {
          key: 'clause',
          title: t('clause'),
          className: 'wide',
          cell: ({ words, note }) => (
            <>
              {words}
              {note && <span className="quiet">（{note}）</span>}
            </>
          ),
        },
      ]}
    />
  )
}
