import { Input, Radio } from 'antd'
import { dayAfter } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { collectionApi, CollectionFields, collectionKinds, type Collection } from '../collection.contract.ts'
import { collectionWords } from './collection-words.ts'
import { today } from './moment.ts'

const DAYS = 30

interface Given {
  unitId: number
  collection?: Collection
  onClose: () => void
}

/** A call for papers, new or changed. */
export function CollectionSide({ unitId, collection, onClose }: Given) {
  const t = useWords(collectionWords)
  const add = useAct(collectionApi.add, { done: () => t('called'), then: onClose })
  const change = useAct(collectionApi.change, { done: (_, { body }) => t('saved', body), then: onClose })
  const { isPending, error } = collection ? change : add
  return (
    <Side title={collection ? t('change') : t('add')} open onClose={onClose}>
      <EntryForm
        schema={CollectionFields}
        first={firstOf(collection)}
        onSend={(body) =>
          collection
            ? change.mutate({ params: { collectionId: collection.id }, body })
            : add.mutate({ params: { unitId }, body })
        }
        sending={isPending}
        error={error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="kind" label={t('kind')}>
          <Radio.Group options={[...collectionKinds]} />
        </Field>
        <Field name="title" label={t('volume')} hint={t('volumeHint')} begins>
          <Input maxLength={60} />
        </Field>
        <Field name="from" label={t('from')}>
          <DayInput />
        </Field>
        <Field name="until" label={t('until')}>
          <DayInput />
        </Field>
        <Field name="words" label={t('words')}>
          <Input.TextArea rows={5} maxLength={4000} />
        </Field>
      </EntryForm>
    </Side>
  )
}

function firstOf(collection: Collection | undefined) {
  if (!collection) return { kind: collectionKinds[0], from: today(), until: dayAfter(today(), DAYS) }
  const { kind, title, from, until, words } = collection
  return { kind, title, from, until, words }
}
