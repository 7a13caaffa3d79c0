import { Input } from 'antd'
import { useState } from 'react'
import { acceptedEndings } from '#modules/files/file.contract.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { FileBringer } from '#ui/file-bringer.tsx'
import { useWords } from '#ui/words.ts'
import { milestoneApi, NewMilestone, Reached, type Milestone } from '../milestone.contract.ts'
import { today } from './moment.ts'
import { projectWords } from './project-words.ts'

interface Given {
  projectId: string
  onClose: () => void
}

/** A step that the project sets itself, or another day for one. */
export function StepSide({ projectId, step, onClose }: Given & { step: Milestone | undefined }) {
  const t = useWords(projectWords)
  const after = { done: () => t('stepSaved'), then: onClose }
  const add = useAct(milestoneApi.add, after)
  const change = useAct(milestoneApi.change, after)
  const { isPending, error } = step ? change : add
  return (
    <Side title={step ? t('changeStepOf', step) : t('addStep')} open onClose={onClose}>
      <EntryForm
        schema={NewMilestone}
        first={step ? { title: step.title, dueOn: step.dueOn } : {}}
        onSend={(body) =>
          step
            ? change.mutate({ params: { projectId, milestoneId: step.id }, body })
            : add.mutate({ params: { projectId }, body })
        }
        sending={isPending}
        error={error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="title" label={t('stepTitle')} hint={t('stepHint')} begins>
          <Input maxLength={60} />
        </Field>
        <Field name="dueOn" label={t('due')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}

const fields = Reached.omit({ uploadId: true })

export function ReachSide({ projectId, step, onClose }: Given & { step: Milestone }) {
  const t = useWords(projectWords)
  const [file, setFile] = useState<{ uploadId: string; name: string }>()
  const reach = useAct(milestoneApi.reach, { done: () => t('reached'), then: onClose })
  const params = { projectId, milestoneId: step.id }
  return (
    <Side title={t('reachOf', step)} open onClose={onClose}>
      <EntryForm
        schema={fields}
        first={{ on: today() }}
        onSend={(body) => reach.mutate({ params, body: { ...body, ...(file && { uploadId: file.uploadId }) } })}
        sending={reach.isPending}
        error={reach.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="on" label={t('reachOn')}>
          <DayInput max={today()} />
        </Field>
        <Field name="words" label={t('proofWords')} hint={t('proofHint')} begins>
          <Input.TextArea rows={3} maxLength={500} />
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
      </EntryForm>
    </Side>
  )
}
