import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { schoolApi } from '#modules/organizations/school.contract.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { unionApi, UnionFields, unionStages, type Union } from '../union.contract.ts'
import { today } from './moment.ts'
import { researchWords } from './research-words.ts'

interface Given {
  unitId: number
  union?: Union
  onClose: () => void
}

/** A union, new or changed. */
export function UnionSide({ unitId, union, onClose }: Given) {
  const t = useWords(researchWords)
  const options = useSchools(unitId)
  const after = { done: (_: unknown, { body }: { body: { name: string } }) => t('unionSaved', body), then: onClose }
  const add = useAct(unionApi.add, after)
  const change = useAct(unionApi.change, after)
  const { isPending, error } = union ? change : add
  return (
    <Side title={union ? t('change') : t('addUnion')} open onClose={onClose}>
      <EntryForm
        schema={UnionFields}
        first={firstOf(union)}
        onSend={(body) =>
          union ? change.mutate({ params: { unionId: union.id }, body }) : add.mutate({ params: { unitId }, body })
        }
        sending={isPending}
        error={error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="name" label={t('name')} hint={t('nameHint')} begins>
          <Input maxLength={40} />
        </Field>
        <Field name="stages" label={t('stages')}>
          <Select mode="multiple" options={unionStages.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="field" label={t('field')} hint={t('fieldHint')}>
          <Input maxLength={20} />
        </Field>
        <Field name="schoolIds" label={t('schoolIds')}>
          <Select mode="multiple" options={options} showSearch={{ optionFilterProp: 'label' }} />
        </Field>
        <Field
          name="convenor"
          label={union?.convenor ? t('convenorNow', union.convenor) : t('convenor')}
          hint={t('convenorHint')}
        >
          <Input maxLength={40} />
        </Field>
        <Field name="since" label={t('since')}>
          <DayInput />
        </Field>
        <Field name="until" label={t('until')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}

function firstOf(union: Union | undefined) {
  if (!union) return { since: today() }
  const { name, stages, field, schools, since, until } = union
  return { name, stages, field, since, schoolIds: schools.map(({ id }) => id), ...(until && { until }) }
}

/** The schools of a cluster as choices of a list. */
export function useSchools(unitId: number): { value: number; label: string }[] {
  const year = schoolYearOf(today())
  const { data } = useQuery(asQuery(schoolApi.list, { params: { unitId }, query: { year } }))
  return (data?.schools ?? []).map(({ id, name }) => ({ value: id, label: name }))
}
