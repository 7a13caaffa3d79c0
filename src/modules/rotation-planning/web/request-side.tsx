import { useQueryClient } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { NewRequest, requestApi, type WishPage } from '../wish.contract.ts'
import { FileButton, useAttach } from './proof-file.tsx'
import { wishWords } from './wish-words.ts'

interface Given {
  seasonId: string
  kinds: WishPage['kinds']
  open: boolean
  onClose: () => void
}

/** Asks to be exempt, with the proof in the same press. */
export function RequestSide({ seasonId, kinds, open, onClose }: Given) {
  const t = useWords(wishWords)
  const queries = useQueryClient()
  const [kind, setKind] = useState<string>()
  const [file, setFile] = useState<File>()
  const attach = useAttach()
  const ask = useAct(requestApi.ask, {
    done: () => t('asked'),
    then: ({ id }) => {
      if (file) attach.mutate({ id, file }, { onSettled: () => void queries.invalidateQueries() })
      setFile(undefined)
      onClose()
    },
  })
  const years = kinds.find((one) => one.kind === kind)?.maxYears
  return (
    <Side title={t('ask')} open={open} onClose={onClose}>
      <EntryForm
        schema={NewRequest}
        first={{}}
        onChange={(fields: Partial<z.input<typeof NewRequest>>) => setKind(fields.kind)}
        onSend={(body) => ask.mutate({ params: { seasonId }, body })}
        sending={ask.isPending}
        error={ask.error}
        act={t('send')}
        onCancel={onClose}
      >
        <Field name="kind" label={t('kind')} {...(years !== undefined && { hint: t('kindHint', { years }) })}>
          <Select options={kinds.map((one) => ({ value: one.kind, label: one.kind }))} />
        </Field>
        <Field name="fromDay" label={t('fromDay')}>
          <DayInput />
        </Field>
        <Field name="untilDay" label={t('untilDay')}>
          <DayInput />
        </Field>
        <Field name="note" label={t('requestNote')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Field>
        <div className="proof-file">
          <p>{t('proof')}</p>
          <FileButton label={t('pickProof')} onPick={setFile} />
          <p className="quiet" role="status">
            {file?.name ?? t('proofHint')}
          </p>
        </div>
      </EntryForm>
      <ProblemNote error={attach.error} />
    </Side>
  )
}
