import { Input, InputNumber, Select } from 'antd'
import { dayAfter } from '#shared/day.ts'
import { lastDay, schoolYearOf } from '#shared/school-year.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { callApi, CallFields, Decision, NewApplication, results, type Application } from '../call.contract.ts'
import { lines } from '../line.contract.ts'
import { callWords } from './call-words.ts'
import { today } from './moment.ts'
import { studioWords } from './studio-words.ts'

const DAYS = 30

export function CallSide({ unitId, onClose }: { unitId: number; onClose: () => void }) {
  const t = useWords(callWords)
  const s = useWords(studioWords)
  const add = useAct(callApi.add, { done: () => t('callAdded'), then: onClose })
  return (
    <Side title={t('addCall')} open onClose={onClose}>
      <EntryForm
        schema={CallFields}
        first={{ from: today(), until: dayAfter(today(), DAYS) }}
        onSend={(body) => add.mutate({ params: { unitId }, body })}
        sending={add.isPending}
        error={add.error}
        act={s('save')}
        onCancel={onClose}
      >
        <Field name="line" label={s('line')}>
          <Select options={lines.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="title" label={t('callTitle')} hint={t('callTitleHint')} begins>
          <Input maxLength={60} />
        </Field>
        <Field name="places" label={t('places')}>
          <InputNumber min={1} max={99} precision={0} />
        </Field>
        <Field name="from" label={t('callFrom')}>
          <DayInput />
        </Field>
        <Field name="until" label={t('callUntil')}>
          <DayInput />
        </Field>
        <Field name="conditions" label={t('conditions')} hint={t('conditionsHint')}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Field>
      </EntryForm>
    </Side>
  )
}

interface ApplyGiven {
  callId: string
  schools: readonly { id: number; name: string }[]
  self: string | null
  onClose: () => void
}

export function ApplySide({ callId, schools, self, onClose }: ApplyGiven) {
  const t = useWords(callWords)
  const s = useWords(studioWords)
  const apply = useAct(callApi.apply, { done: () => t('applied'), then: onClose })
  const [only] = schools.length === 1 ? schools : []
  return (
    <Side title={t('apply')} open onClose={onClose}>
      <EntryForm
        schema={NewApplication}
        first={{ ...(only && { schoolId: only.id }), ...(self !== null && { host: self }) }}
        onSend={(body) => apply.mutate({ params: { callId }, body })}
        sending={apply.isPending}
        error={apply.error}
        act={t('apply')}
        onCancel={onClose}
      >
        <Field name="schoolId" label={s('school')}>
          <Select
            options={schools.map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Field>
        <Field name="host" label={s('hostField')} hint={s('hostHint')}>
          <Input maxLength={40} />
        </Field>
        <Field name="name" label={t('applyName')} hint={s('nameHint')} begins>
          <Input maxLength={40} />
        </Field>
        <Field name="field" label={s('field')}>
          <Input maxLength={20} />
        </Field>
        <Field name="plan" label={t('applyPlan')} hint={t('applyPlanHint')}>
          <Input.TextArea rows={6} maxLength={4000} />
        </Field>
      </EntryForm>
    </Side>
  )
}

export function DecideSide({ application, onClose }: { application: Application; onClose: () => void }) {
  const t = useWords(callWords)
  const s = useWords(studioWords)
  const decide = useAct(callApi.decide, { done: () => t('decided'), then: onClose })
  return (
    <Side title={t('decideOf', application)} open onClose={onClose}>
      <EntryForm
        schema={Decision}
        first={{ from: today(), until: lastDay(schoolYearOf(today()) + 2) }}
        onSend={(body) => decide.mutate({ params: { applicationId: application.id }, body })}
        sending={decide.isPending}
        error={decide.error}
        act={s('save')}
        onCancel={onClose}
      >
        <Field name="result" label={t('result')}>
          <Select options={results.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="why" label={t('why')} begins>
          <Input.TextArea rows={3} maxLength={500} />
        </Field>
        <Field name="from" label={t('decideFrom')}>
          <DayInput />
        </Field>
        <Field name="until" label={t('decideUntil')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}
