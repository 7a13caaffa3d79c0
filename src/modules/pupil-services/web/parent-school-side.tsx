import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { monthApi, ParentSchoolFields, type ParentSchool } from '../month.contract.ts'
import { bodyOf, chosenOf, EvidenceField } from './evidence-field.tsx'
import { schoolWords } from './school-words.ts'

interface Given {
  schoolId: number
  year: number
  first: ParentSchool | null
  onClose: () => void
}

/** The line of a school's parents' school in a school year. */
export function ParentSchoolSide({ schoolId, year, first, onClose }: Given) {
  const t = useWords(schoolWords)
  const [files, setFiles] = useState(() => chosenOf(first?.files))
  const save = useAct(monthApi.keepParentSchool, { done: () => t('savedParent'), then: onClose })
  return (
    <Side title={t('editParent')} open onClose={onClose}>
      <EntryForm
        schema={ParentSchoolFields}
        first={first ?? {}}
        onSend={(body) =>
          save.mutate({ params: { unitId: schoolId }, query: { year }, body: { ...body, ...bodyOf(files) } })
        }
        sending={save.isPending}
        error={save.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="establishedOn" label={t('established')} hint={t('establishedHint')} begins>
          <DayInput />
        </Field>
        <Field name="head" label={t('headField')}>
          <Input maxLength={20} />
        </Field>
        <Field name="lessons" label={t('lessons')}>
          <InputNumber min={0} max={999} />
        </Field>
        <Field name="evidence" label={t('evidenceField')} hint={t('evidenceHint')}>
          <Input maxLength={300} inputMode="url" placeholder="https://" />
        </Field>
        <EvidenceField schoolId={schoolId} chosen={files} onChoose={setFiles} />
      </EntryForm>
    </Side>
  )
}
