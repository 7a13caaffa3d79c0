import { Input, Switch } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { z } from 'zod'
import { guideApi, GuideFields, type GuideContent } from '../guide.contract.ts'
import { ChangeList } from './change-list.tsx'
import { guideWords } from './guide-words.ts'

interface Given {
  unitId: number
  onClose: () => void
}

/** The words around the bases, and whether the public reads them. */
export function KeepSide({ unitId, content, isPublic, onClose }: Given & { content: GuideContent; isPublic: boolean }) {
  const t = useWords(guideWords)
  const keep = useAct(guideApi.keep, { done: () => t('saved'), then: onClose })
  const { title, preface, contact } = content
  return (
    <Side title={t('edit')} open onClose={onClose}>
      <EntryForm
        schema={GuideFields}
        first={{ title, preface, contact, isPublic }}
        onSend={(body) => keep.mutate({ params: { unitId }, body })}
        sending={keep.isPending}
        error={keep.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="title" label={t('title')} begins>
          <Input maxLength={60} />
        </Field>
        <Field name="preface" label={t('preface')}>
          <Input.TextArea rows={6} maxLength={2000} />
        </Field>
        <Field name="contact" label={t('contact')} hint={t('contactHint')}>
          <Input maxLength={100} />
        </Field>
        <Field name="isPublic" label={t('isPublic')} hint={t('isPublicHint')} valueProp="checked">
          <Switch />
        </Field>
      </EntryForm>
    </Side>
  )
}

const Issue = z.object({ words: z.string().trim().max(200, '说明不能超过 200 个字').default('') })

/** Keeps the guide as it stands; what is new since the last edition stands above the button. */
export function IssueSide({
  unitId,
  number,
  changes,
  onClose,
}: Given & { number: number; changes: readonly string[] }) {
  const t = useWords(guideWords)
  const issue = useAct(guideApi.issue, { done: (reply) => t('issued', reply), then: onClose })
  return (
    <Side title={t('issueTitle', { number })} open onClose={onClose}>
      <p>{t('issueLead')}</p>
      {number > 1 && <ChangeList title={t('differences', { number: number - 1 })} changes={changes} />}
      <EntryForm
        schema={Issue}
        first={{}}
        onSend={(body) => issue.mutate({ params: { unitId }, body })}
        sending={issue.isPending}
        error={issue.error}
        act={t('issue', { number })}
        onCancel={onClose}
      >
        <Field name="words" label={t('issueWords')} hint={t('issueWordsHint')} begins>
          <Input maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
