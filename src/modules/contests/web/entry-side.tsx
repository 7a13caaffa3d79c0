import { Input, Select } from 'antd'
import { useState } from 'react'
import { acceptedEndings } from '#modules/files/file.contract.ts'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { FileBringer } from '#ui/file-bringer.tsx'
import { useWords } from '#ui/words.ts'
import type { Contest } from '../contest.contract.ts'
import { entryApi, NewEntry } from '../entry.contract.ts'
import { contestWords } from './contest-words.ts'

const fields = NewEntry.omit({ uploadId: true })

/** A work for a group of a contest. */
export function EntrySide({ contest, onClose }: { contest: Contest; onClose: () => void }) {
  const t = useWords(contestWords)
  const [file, setFile] = useState<{ uploadId: string; name: string }>()
  const add = useAct(entryApi.add, { done: (reply) => t('entered', reply), then: onClose })
  const { id: contestId, groups, entersFor: schools, self } = contest
  const [onlyGroup] = groups.length === 1 ? groups : []
  const [onlySchool] = schools.length === 1 ? schools : []
  const first = {
    ...(onlyGroup && { group: onlyGroup.name }),
    ...(onlySchool && { schoolId: onlySchool.id }),
    ...(self !== null && { teachers: self }),
  }
  return (
    <Side title={t('enter')} open onClose={onClose}>
      <EntryForm
        schema={fields}
        first={first}
        onSend={(body) =>
          add.mutate({ params: { contestId }, body: { ...body, ...(file && { uploadId: file.uploadId }) } })
        }
        sending={add.isPending}
        error={add.error}
        act={t('enter')}
        onCancel={onClose}
      >
        <Field name="group" label={t('group')}>
          <Select options={groups.map(({ name }) => ({ value: name, label: name }))} />
        </Field>
        <Field name="title" label={t('work')} begins>
          <Input maxLength={60} />
        </Field>
        <Field name="schoolId" label={t('school')}>
          <Select
            options={schools.map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Field>
        <Field name="teachers" label={t('teachers')} hint={t('teachersHint')}>
          <Input maxLength={200} />
        </Field>
        <Field name="words" label={t('words')} hint={t('wordsHint')}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Field>
        <Field name="address" label={t('address')} hint={t('addressHint')}>
          <Input maxLength={500} />
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
