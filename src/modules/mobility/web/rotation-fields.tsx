import { Checkbox, Input, InputNumber, Select } from 'antd'
import { dayInWords } from '#shared/day.ts'
import type { Received } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import type { batchApi } from '../batch.contract.ts'
import { batchWords } from './batch-words.ts'

interface Given {
  choice: Received<typeof batchApi.candidates>
  homeSchoolId: number
  /** The last day of the term, where no other is given. */
  endsOn: string
}

/** Where a teacher goes, in which form, for how long and with how much of the time. */
export function RotationFields({ choice, homeSchoolId, endsOn }: Given) {
  const b = useWords(batchWords)
  const schools = choice.schools
    .filter(({ id }) => id !== homeSchoolId)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Field name="toSchoolId" label={b('to')}>
        <Select showSearch optionFilterProp="label" options={schools} />
      </Field>
      <Field name="form" label={b('form')}>
        <Select options={choice.forms.map(({ form: value }) => ({ value, label: value }))} />
      </Field>
      <Field name="startOn" label={b('startOn')}>
        <DayInput />
      </Field>
      <Field name="termYears" label={b('term')}>
        <Select options={[1, 2, 3].map((value) => ({ value, label: b('termOf', { n: value }) }))} />
      </Field>
      <Field name="endOn" label={b('endOn')} hint={b('endHint', { day: dayInWords(endsOn) })}>
        <DayInput />
      </Field>
      <Field name="ftePercent" label={b('percent')} hint={b('percentHint')}>
        <InputNumber min={1} max={100} />
      </Field>
      <Field name="weeklyLessons" label={b('lessons')}>
        <InputNumber min={0} max={60} />
      </Field>
      <Field name="groupNo" label={b('group')}>
        <Input maxLength={20} />
      </Field>
      <Field name="relationMoved" label="" valueProp="checked">
        <Checkbox>{b('relation')}</Checkbox>
      </Field>
      <Field name="note" label={b('note')}>
        <Input maxLength={200} />
      </Field>
    </>
  )
}
