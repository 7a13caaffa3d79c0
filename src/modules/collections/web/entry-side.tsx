import { Input, Select } from 'antd'
import { useState } from 'react'
import { acceptedEndings } from '#modules/files/file.contract.ts'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { FileBringer } from '#ui/file-bringer.tsx'
import { useWords } from '#ui/words.ts'
import type { Collection } from '../collection.contract.ts'
import { entryApi, NewEntry } from '../entry.contract.ts'
import { collectionWords } from './collection-words.ts'

const fields = NewEntry.omit({ uploadId: true })

/** A paper for a volume. */
export function EntrySide({ collection, onClose }: { collection: Collection; onClose: () => void }) {
  const t = useWords(collectionWords)
  const [file, setFile] = useState<{ uploadId: string; name: string }>()
  const add = useAct(entryApi.add, { done: () => t('entered'), then: onClose })
  const { id: collectionId, schoolsFor, self } = collection
  const [onlySchool] = schoolsFor.length === 1 ? schoolsFor : []
  const first = { ...(onlySchool && { schoolId: onlySchool.id }), ...(self !== null && { teachers: self }) }
  return (
    <Side title={t('enter')} open onClose={onClose}>
      <EntryForm
        schema={fields}
        first={first}
        onSend={(body) =>
          add.mutate({ params: { collectionId }, body: { ...body, ...(file && { uploadId: file.uploadId }) } })
        }
        sending={add.isPending}
        error={add.error}
        act={t('enter')}
        onCancel={onClose}
      >
        <Field name="title" label={t('work')} begins>
          <Input maxLength={80} />
        </Field>
        <Field name="schoolId" label={t('school')}>
          <Select
            options={schoolsFor.map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Field>
        <Field name="teachers" label={t('authorsField')} hint={t('authorsHint')}>
          <Input maxLength={200} />
        </Field>
        <Field name="words" label={t('abstract')}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Field>
        {file ? (
          <p role="status">{t('fileKept', file)}</p>
        ) : (
          <FileBringer
            label={t('file')}
            accept={acceptedEndings}
            onBrought={(uploadId, { name }) => setFile({ uploadId, name })}
          />
        )}
        <p className="quiet">{t('fileHint')}</p>
      </EntryForm>
    </Side>
  )
}
