import { Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { activityApi, ActivityFields, Part, type Activity } from '../activity.contract.ts'
import { activityForms, activityKinds, runners } from '../activity.rules.ts'
import { activityWords } from './activity-words.ts'
import { bodyOf, chosenOf, EvidenceField } from './evidence-field.tsx'
import { none, PartsField } from './parts-field.tsx'

interface Given {
  unitId: number
  data: Received<typeof activityApi.list>
  activity: Activity | undefined
  onClose: () => void
}

const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** One activity, new or changed, with the schools that took part. */
export function ActivitySide({ unitId, data, activity, onClose }: Given) {
  const t = useWords(activityWords)
  const { schools, ownSchoolId, can } = data
  const [parts, setParts] = useState<Part[]>(
    activity?.parts.map((part) => Part.parse(part)) ??
      (ownSchoolId === null ? [] : [{ schoolId: ownSchoolId, ...none }]),
  )
  const [files, setFiles] = useState(() => chosenOf(activity?.files))
  const [host, setHost] = useState(activity?.schoolId ?? ownSchoolId ?? undefined)
  const picksHost = can.includes('run') || ownSchoolId === null
  const after = { done: (_: unknown, { body }: { body: { title: string } }) => t('saved', body), then: onClose }
  const [add, edit] = [useAct(activityApi.add, after), useAct(activityApi.edit, after)]
  const first = activity ?? { form: '线下' as const, runBy: can.includes('run') ? ('学区' as const) : ('学校' as const), ...(ownSchoolId !== null && { schoolId: ownSchoolId }) } // prettier-ignore
  const isWrong = parts.some((part) => !Part.safeParse(part).success)
  const send = (fields: ActivityFields) => {
    if (isWrong) return
    const body = { ...fields, parts, ...bodyOf(files) }
    if (activity) edit.mutate({ params: { activityId: activity.id }, body })
    else add.mutate({ params: { unitId }, body })
  }
  return (
    <Side title={activity ? t('editTitle', activity) : t('addTitle')} open onClose={onClose}>
      <EntryForm
        schema={ActivityFields}
        first={first}
        onSend={send}
        onChange={({ schoolId }) => setHost(schoolId)}
        sending={add.isPending || edit.isPending}
        error={add.error ?? edit.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="title" label={t('name')} hint={t('nameHint')} begins>
          <Input maxLength={60} />
        </Field>
        <div className="two">
          <Field name="kind" label={t('kind')}>
            <Select options={options(activityKinds)} />
          </Field>
          <Field name="form" label={t('form')}>
            <Select options={options(activityForms)} />
          </Field>
        </div>
        {can.includes('run') && (
          <Field name="runBy" label={t('runBy')} hint={t('runByHint')}>
            <Select options={options(runners)} />
          </Field>
        )}
        <Field name="schoolId" label={t('host')}>
          <Select
            disabled={!picksHost}
            showSearch={{ optionFilterProp: 'label' }}
            options={schools.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <div className="two">
          <Field name="fromDay" label={t('from')}>
            <DayInput />
          </Field>
          <Field name="untilDay" label={t('until')}>
            <DayInput />
          </Field>
        </div>
        <PartsField parts={parts} schools={schools} onParts={setParts} />
        {isWrong && (
          <p role="alert" className="service-wrong">
            {t('badNumber')}
          </p>
        )}
        <Field name="place" label={t('place')}>
          <Input maxLength={40} />
        </Field>
        <Field name="news" label={t('newsField')}>
          <Input maxLength={300} inputMode="url" placeholder="https://" />
        </Field>
        <EvidenceField schoolId={host} chosen={files} onChoose={setFiles} note={t('filesNote')} />
      </EntryForm>
    </Side>
  )
}
