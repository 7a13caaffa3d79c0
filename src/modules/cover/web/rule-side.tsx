import { InputNumber, Select } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { askModes, CoverRule, ruleApi } from '../rule.contract.ts'
import { coverWords } from './cover-words.ts'

interface Given {
  unitId: number
  rule: CoverRule
  open: boolean
  onClose: () => void
}

export function RuleSide({ unitId, rule, open, onClose }: Given) {
  const t = useWords(coverWords)
  const save = useAct(ruleApi.save, { done: () => t('ruleSaved'), then: onClose })
  return (
    <Side title={t('rule')} open={open} onClose={onClose}>
      <EntryForm
        schema={CoverRule}
        first={rule}
        onSend={(body) => save.mutate({ params: { unitId }, body })}
        sending={save.isPending}
        error={save.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="askMode" label={t('mode')}>
          <Select options={askModes.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="askCount" label={t('count')}>
          <InputNumber />
        </Field>
        <Field name="waitMinutes" label={t('wait')}>
          <InputNumber />
        </Field>
        <Field name="speedKmh" label={t('speed')}>
          <InputNumber />
        </Field>
        <Field name="bufferMinutes" label={t('buffer')}>
          <InputNumber />
        </Field>
      </EntryForm>
    </Side>
  )
}
