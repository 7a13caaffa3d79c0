import { Input } from 'antd'
import { useState } from 'react'
import { acceptedEndings } from '#modules/files/file.contract.ts'
import { lastDay } from '#shared/school-year.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { FileBringer } from '#ui/file-bringer.tsx'
import { useWords } from '#ui/words.ts'
import type { Studio } from '../studio.contract.ts'
import { NewTask, taskApi, TaskDone, type Task } from '../task.contract.ts'
import { today } from './moment.ts'
import { studioWords } from './studio-words.ts'

interface Given {
  studio: Studio
  onClose: () => void
}

export function TaskSide({ studio: { id: studioId, year }, onClose }: Given) {
  const t = useWords(studioWords)
  const add = useAct(taskApi.add, { done: () => t('taskAdded'), then: onClose })
  return (
    <Side title={t('addTask')} open onClose={onClose}>
      <EntryForm
        schema={NewTask}
        first={{ dueOn: lastDay(year) }}
        onSend={(body) => add.mutate({ params: { studioId }, body: { ...body, year } })}
        sending={add.isPending}
        error={add.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="what" label={t('what')} hint={t('whatHint')} begins>
          <Input maxLength={200} />
        </Field>
        <Field name="dueOn" label={t('due')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}

const fields = TaskDone.omit({ uploadId: true })

export function DoneSide({ studio: { id: studioId }, task, onClose }: Given & { task: Task }) {
  const t = useWords(studioWords)
  const [file, setFile] = useState<{ uploadId: string; name: string }>()
  const done = useAct(taskApi.done, { done: () => t('finished'), then: onClose })
  const params = { studioId, taskId: task.id }
  return (
    <Side title={t('finishOf', task)} open onClose={onClose}>
      <EntryForm
        schema={fields}
        first={{ on: today() }}
        onSend={(body) => done.mutate({ params, body: { ...body, ...(file && { uploadId: file.uploadId }) } })}
        sending={done.isPending}
        error={done.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="on" label={t('finishOn')}>
          <DayInput max={today()} />
        </Field>
        <Field name="address" label={t('address')} hint={t('addressHint')} begins>
          <Input maxLength={500} />
        </Field>
        <Field name="words" label={t('proofWords')} hint={t('proofWordsHint')}>
          <Input maxLength={200} />
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
      </EntryForm>
    </Side>
  )
}
