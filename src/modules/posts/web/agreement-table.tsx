import { Button } from 'antd'
import { useState } from 'react'
import { inFigures } from '#ui/number.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Agreement } from '../vacancy.contract.ts'
import { DecidedLine } from './decided-fields.tsx'
import { WithdrawAgreementSide } from './sides.ts'
import { vacancyWords } from './vacancy-words.ts'
import { postWords } from './words.ts'

/** What was agreed, with who decided; what was taken back stays, struck out. */
export function AgreementTable({ agreements, decides }: { agreements: readonly Agreement[]; decides: boolean }) {
  const t = useWords(postWords)
  const v = useWords(vacancyWords)
  const [ending, setEnding] = useState<Agreement>()
  if (agreements.length === 0) return null
  const act = (one: Agreement) =>
    one.withdrawnWhy === null && (
      <Button
        type="link"
        size="small"
        aria-label={v('withdrawOf', { ...one, from: one.fromSchool, to: one.toSchool })}
        onClick={() => setEnding(one)}
      >
        {v('withdraw')}
      </Button>
    )
  return (
    <section className="post-section">
      <h2>{v('agreements')}</h2>
      <RuledTable
        caption={v('agreements')}
        quiet
        rows={[...agreements]}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'subject',
            title: `${t('stage')}、${t('subject')}`,
            heads: true,
            className: 'still',
            cell: ({ stage, subject }) => `${stage} ${subject}`,
          },
          { key: 'from', title: v('from'), cell: ({ fromSchool }) => fromSchool },
          { key: 'to', title: v('to'), cell: ({ toSchool }) => toSchool },
          { key: 'n', title: t('n'), numeric: true, cell: ({ n }) => inFigures(n) },
          {
            key: 'decided',
            title: t('decided'),
            className: 'wide',
            cell: ({ decidedBy, decidedOn, words }) => <DecidedLine by={decidedBy} on={decidedOn} words={words} />,
          },
          {
            key: 'state',
            title: t('note'),
            cell: ({ withdrawnWhy }) => (withdrawnWhy === null ? '—' : v('withdrawnLine', { why: withdrawnWhy })),
          },
          ...(decides ? [{ key: 'acts', title: t('acts'), acts: true, cell: act }] : []),
        ]}
      />
      {ending && <WithdrawAgreementSide agreement={ending} onClose={() => setEnding(undefined)} />}
    </section>
  )
}
