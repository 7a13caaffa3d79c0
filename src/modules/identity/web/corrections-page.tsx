import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { momentInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { dataApi, type CorrectionLine } from '../data.contract.ts'
import { ownWords } from './own-words.ts'

/** What persons of the reader's school ask to have put right. */
export default function CorrectionsPage() {
  const t = useWords(ownWords)
  const { data } = useSuspenseQuery(asQuery(dataApi.corrections, {}))
  const [open, setOpen] = useState<CorrectionLine>()
  const close = () => setOpen(undefined)
  const answer = useAct(dataApi.answerCorrection, { done: () => t('answered'), then: close })
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
            cell: (line) => (
              <Button size="small" aria-label={t('answerOf', { name: line.accountName })} onClick={() => setOpen(line)}>
                {t('answer')}
              </Button>
            ),
          },
        ]}
      />
      <Side title={t('answerOf', { name: open?.accountName ?? '' })} open={open !== undefined} onClose={close}>
        {open && (
          <>
            <p>{open.wish}</p>
            <EntryForm
              schema={dataApi.answerCorrection.body}
              first={{}}
              onSend={(body) => answer.mutate({ params: { correctionId: open.id }, body })}
              sending={answer.isPending}
              error={answer.error}
              act={t('answer')}
              onCancel={close}
            >
              <Field name="answer" label={t('answer')} hint={t('answerHint')}>
                <Input.TextArea rows={4} maxLength={1000} />
              </Field>
            </EntryForm>
          </>
        )}
      </Side>
    </Page>
  )
}
