import { Input, Select } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { forms } from '../event-line.contract.ts'
import { planApi, PlanFields } from '../plan.contract.ts'
import { monthOrder } from '../plan.rules.ts'
import type { Union } from '../union.contract.ts'
import { researchWords } from './research-words.ts'

const months = Array.from({ length: 12 }, (_, n) => n + 1).sort((a, b) => monthOrder(a) - monthOrder(b))

/** One line of the plan. */
export function PlanSide({ union, year, onClose }: { union: Union; year: number; onClose: () => void }) {
  const t = useWords(researchWords)
  const add = useAct(planApi.add, { done: () => t('lineSaved'), then: onClose })
  return (
    <Side title={t('addLineTitle', { year })} open onClose={onClose}>
      <EntryForm
        schema={PlanFields}
        first={{ month: new Date().getMonth() + 1, form: '合作教研' }}
        onSend={(body) => add.mutate({ params: { unionId: union.id }, body: { ...body, year } })}
        sending={add.isPending}
        error={add.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="theme" label={t('theme')} begins>
          <Input maxLength={100} />
        </Field>
        <Field name="month" label={t('month')}>
          <Select options={months.map((month) => ({ value: month, label: t('monthOf', { month }) }))} />
        </Field>
        <Field name="form" label={t('form')}>
          <Select options={forms.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="hostId" label={t('host')}>
          <Select
            options={union.schools.map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Field>
        <Field name="words" label={t('words')} hint={t('wordsHint')}>
          <Input.TextArea rows={2} maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
