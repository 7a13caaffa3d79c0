import { InputNumber, Select } from 'antd'
import { travelApi, TravelFields, type TravelLine } from '#modules/cover/travel.contract.ts'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { deliveryWords } from './delivery-words.ts'

interface Given {
  unitId: number
  schools: readonly { id: number; name: string }[]
  line: TravelLine | undefined
  onClose: () => void
}

/** One way between two schools. */
export function TravelSide({ unitId, schools, line, onClose }: Given) {
  const t = useWords(deliveryWords)
  const keep = useAct(travelApi.keep, { done: () => t('travelSaved'), then: onClose })
  const options = schools.map(({ id: value, name: label }) => ({ value, label }))
  const choice = <Select options={options} disabled={line !== undefined} showSearch={{ optionFilterProp: 'label' }} />
  return (
    <Side title={t('travel')} open onClose={onClose}>
      <EntryForm
        schema={TravelFields}
        first={line ?? {}}
        onSend={(body) => keep.mutate({ params: { unitId }, body })}
        sending={keep.isPending}
        error={keep.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="schoolId" label={t('from')}>
          {choice}
        </Field>
        <Field name="toSchoolId" label={t('to')}>
          {choice}
        </Field>
        <Field name="minutes" label={t('minutes')} hint={t('minutesHint')}>
          <InputNumber min={0} max={240} precision={0} />
        </Field>
      </EntryForm>
    </Side>
  )
}
