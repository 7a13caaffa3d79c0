import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { momentInWords } from '#shared/day.ts'
import { asQuery } from '#ui/api.ts'
import { later } from '#ui/later.tsx'
import { Page } from '#ui/page.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { dataApi, type CorrectionLine } from '../data.contract.ts'
import { ownWords } from './own-words.ts'

const AnswerSide = later(async () => (await import('./answer-side.tsx')).AnswerSide)

/** What persons of the reader's school ask to have put right. */
export default function CorrectionsPage() {
  const t = useWords(ownWords)
  const { data } = useSuspenseQuery(asQuery(dataApi.corrections, {}))
  const [line, setLine] = useState<CorrectionLine>()
  return (
    <Page title={t('corrections')} lead={t('correctionsLead')}>
      <RuledTable
        caption={t('corrections')}
        quiet
        rows={data.corrections}
        rowKey={({ id }) => id}
        empty={t('noCorrections')}
        columns={[
          { key: 'who', title: t('who'), heads: true, className: 'still', cell: ({ accountName }) => accountName },
          { key: 'school', title: t('school'), className: 'still', cell: ({ schoolName }) => schoolName },
          { key: 'wish', title: t('wish'), className: 'wide', cell: ({ wish }) => wish },
          { key: 'when', title: t('when'), className: 'still', cell: ({ madeAt }) => momentInWords(new Date(madeAt)) },
          {
            key: 'act',
            title: <span className="unseen">{t('answer')}</span>,
            className: 'still',
            cell: (one) => (
              <Button size="small" aria-label={t('answerOf', { name: one.accountName })} onClick={() => setLine(one)}>
                {t('answer')}
              </Button>
            ),
          },
        ]}
      />
      {line && <AnswerSide line={line} onClose={() => setLine(undefined)} />}
    </Page>
  )
}
