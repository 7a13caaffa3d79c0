import { Button, Input } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { addressOf } from '#ui/api.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { requestApi, type ListedRequest } from '../wish.contract.ts'
import { listWords } from './list-words.ts'
import { wishWords } from './wish-words.ts'

/** What teachers have asked for, those who wait first, with the answer at hand. */
export function RequestTable({ requests }: { requests: ListedRequest[] }) {
  const t = useWords(listWords)
  const w = useWords(wishWords)
  const [declining, setDeclining] = useState<ListedRequest>()
  const nameOf = (id: string) => requests.find((one) => one.id === id)?.name ?? ''
  const confirm = useAct(requestApi.answer, {
    done: (_, { params }) => t('confirmed', { name: nameOf(params.requestId) }),
  })
  return (
    <section>
      <RuledTable
        caption={t('answeredRequests')}
        rows={requests}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t('name'),
            heads: true,
            className: 'still',
            cell: ({ teacherId, name }) => <Go to={places.teacher(teacherId)}>{name}</Go>,
          },
          { key: 'school', title: t('school'), className: 'wide', cell: ({ schoolName }) => schoolName },
          { key: 'kind', title: t('kind'), className: 'still', cell: ({ kind }) => kind },
          {
            key: 'days',
            title: t('days'),
            className: 'still',
            cell: ({ fromDay, untilDay }) => w('period', { from: dayInWords(fromDay), until: dayInWords(untilDay) }),
          },
          { key: 'note', title: t('requestNote'), className: 'wide', cell: ({ note }) => note ?? '—' },
          { key: 'proof', title: t('proof'), cell: proofOf },
          {
            key: 'answer',
            title: t('answer'),
            acts: true,
            cell: (one) =>
              one.answer ? (
                w(`answered_${one.answer}`, { by: one.answeredBy, words: one.answerWords ?? '' })
              ) : (
                <span className="row-acts">
                  <Button
                    size="small"
                    type="primary"
                    aria-label={t('confirmFor', { name: one.name })}
                    onClick={() => confirm.mutate({ params: { requestId: one.id }, body: { confirmed: true } })}
                  >
                    {t('confirm')}
                  </Button>
                  <Button
                    size="small"
                    aria-label={t('declineFor', { name: one.name })}
                    onClick={() => setDeclining(one)}
                  >
                    {t('decline')}
                  </Button>
                </span>
              ),
          },
        ]}
      />
      <ProblemNote error={confirm.error} />
      {declining && <DeclineSide request={declining} onClose={() => setDeclining(undefined)} />}
    </section>
  )
}

const proofOf = ({ id, proofName }: ListedRequest) =>
  proofName ? (
    <a href={addressOf(requestApi.proof, { params: { requestId: id } })} download>
      {proofName}
    </a>
  ) : (
    '—'
  )

const Declining = z.object({
  words: z.string('请写明为什么不同意').trim().min(2, '请写明为什么不同意').max(200, '不能超过 200 个字'),
})

function DeclineSide({ request: { id, name }, onClose }: { request: ListedRequest; onClose: () => void }) {
  const t = useWords(listWords)
  const decline = useAct(requestApi.answer, { done: () => t('declined', { name }), then: onClose })
  return (
    <Side title={t('declineTitle', { name })} open onClose={onClose}>
      <EntryForm
        schema={Declining}
        first={{}}
        onSend={({ words }) => decline.mutate({ params: { requestId: id }, body: { confirmed: false, words } })}
        sending={decline.isPending}
        error={decline.error}
        act={t('decline')}
        onCancel={onClose}
      >
        <Field name="words" label={t('declineWhy')} hint={t('declineHint')} begins>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
