import { Checkbox, Input } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { courseApi, soughtKinds, Submission } from '../entry.contract.ts'
import type { SideOfCourse } from './basics-side.tsx'
import { courseWords } from './course-words.ts'

/** Sends a course to be reviewed: as what it wants to be recognised, and what is new in it. */
export function SubmitSide({ course, onClose }: SideOfCourse) {
  const t = useWords(courseWords)
  const { id: courseId, revision, kindsSought, note } = course
  const submit = useAct(courseApi.submit, { done: () => t('submitted', course), then: onClose })
  return (
    <Side title={t('submit')} open onClose={onClose}>
      <p>{t('submitLead')}</p>
      <EntryForm
        schema={Submission}
        first={{ kindsSought, note }}
        onSend={(fields) => submit.mutate({ params: { courseId }, body: { ...fields, revision } })}
        sending={submit.isPending}
        error={submit.error}
        act={t('submit')}
        onCancel={onClose}
      >
        <Field name="kindsSought" label={t('kindsSought')}>
          <Checkbox.Group options={[...soughtKinds]} />
        </Field>
        <Field name="note" label={t('note')} hint={t('noteHint')}>
          <Input maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
