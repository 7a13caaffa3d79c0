import { Input, Radio } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { EntryForm } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { attitudes, WishFields, type Attitude, type WishPage } from '../wish.contract.ts'
import { RankInput } from './rank-input.tsx'
import { wishWords } from './wish-words.ts'

interface Given {
  page: WishPage
  onSend: (fields: z.output<typeof WishFields>) => void
  sending: boolean
  error: unknown
}

/** What a teacher wishes, filled in by the teacher or by somebody for them. */
export function WishForm({ page: { wish, schools }, onSend, sending, error }: Given) {
  const t = useWords(wishWords)
  const [attitude, setAttitude] = useState<Attitude | undefined>(wish?.attitude)
  const first = {
    ...(wish && { attitude: wish.attitude }),
    why: wish?.why ?? '',
    ranked: wish?.ranked ?? [],
    note: wish?.note ?? '',
  }
  return (
    <EntryForm
      schema={WishFields}
      first={first}
      onChange={(fields) => setAttitude(fields.attitude)}
      onSend={onSend}
      sending={sending}
      error={error}
      act={t('save')}
    >
      <Field name="attitude" label={t('attitude')}>
        <Radio.Group
          className="attitudes"
          optionType="button"
          options={attitudes.map((value) => ({ value, label: t(value) }))}
        />
      </Field>
      {attitude === 'refuses' ? (
        <Field name="why" label={t('why')} hint={t('whyHint')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Field>
      ) : (
        <Field name="ranked" label={t('ranked')} hint={t('rankedHint')}>
          <RankInput schools={schools} />
        </Field>
      )}
      <Field name="note" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
      </Field>
    </EntryForm>
  )
}
