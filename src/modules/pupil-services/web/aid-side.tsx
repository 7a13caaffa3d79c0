import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { aidApi, AidFields, type Aid } from '../aid.contract.ts'
import { aidKinds } from '../aid.rules.ts'
import { aidName } from './aid-name.ts'
import { bodyOf, chosenOf, EvidenceField } from './evidence-field.tsx'
import { schoolWords } from './school-words.ts'

interface Given {
  schoolId: number
  aid: Aid | undefined
  onClose: () => void
}

/** One defibrillator or training, new or changed: only what its kind has is asked. */
export function AidSide({ schoolId, aid, onClose }: Given) {
  const t = useWords(schoolWords)
  const [kind, setKind] = useState(aid?.kind ?? 'AED')
  const [files, setFiles] = useState(() => chosenOf(aid?.files))
  const after = { done: () => t('savedAid'), then: onClose }
  const [add, edit] = [useAct(aidApi.add, after), useAct(aidApi.edit, after)]
  const send = (fields: AidFields) => {
    const body = { ...fields, ...bodyOf(files) }
    return aid ? edit.mutate({ params: { aidId: aid.id }, body }) : add.mutate({ params: { unitId: schoolId }, body })
  }
  return (
    <Side title={aid ? t('editAid', { name: aidName(aid) }) : t('addAid')} open onClose={onClose}>
      <EntryForm
        schema={AidFields}
        first={aid ?? { kind: 'AED' }}
        onSend={send}
        onChange={(fields) => setKind(fields.kind ?? 'AED')}
        sending={add.isPending || edit.isPending}
        error={add.error ?? edit.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="kind" label={t('kind')}>
          <Select options={aidKinds.map((value) => ({ value, label: value }))} />
        </Field>
        {kind === 'AED' ? (
          <Field name="place" label={t('place')} hint={t('placeHint')} begins>
            <Input maxLength={40} />
          </Field>
        ) : (
          <Field name="people" label={t('peopleField')} begins>
            <InputNumber min={1} max={9999} />
          </Field>
        )}
        <Field name="fromDay" label={t('from')}>
          <DayInput />
        </Field>
        <Field name="untilDay" label={t('until')} hint={t('untilHint')}>
          <DayInput />
        </Field>
        {kind === 'AED' && (
          <>
            <Field name="checkedOn" label={t('checkedField')}>
              <DayInput />
            </Field>
            <Field name="endedOn" label={t('ended')} hint={t('endedHint')}>
              <DayInput />
            </Field>
          </>
        )}
        <EvidenceField schoolId={schoolId} chosen={files} onChoose={setFiles} />
      </EntryForm>
    </Side>
  )
}
