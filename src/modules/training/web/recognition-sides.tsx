import { Input, Radio } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { declarationApi, Recognition, Return, type Declared } from '../declaration.contract.ts'
import { Clauses } from './clauses.tsx'
import { creditWords } from './credit-words.ts'

interface Given {
  one: Declared
  onClose: () => void
}

/** As which tier a course counts; the documents stand above the choice. */
export function RecogniseSide({ one, tiers, onClose }: Given & { tiers: readonly string[] }) {
  const t = useWords(creditWords)
  const recognise = useAct(declarationApi.recognise, { done: (reply) => t('recognised', reply), then: onClose })
  return (
    <Side title={t('decideOf', one)} open onClose={onClose}>
      <Clauses one={one} />
      <EntryForm
        schema={Recognition}
        first={{}}
        onSend={(body) => recognise.mutate({ params: { declarationId: one.id }, body })}
        sending={recognise.isPending}
        error={recognise.error}
        act={t('decide')}
        onCancel={onClose}
      >
        <Field name="countsAs" label={t('countsAs')}>
          <Radio.Group options={tiers.map((tier) => ({ value: tier, label: t('tierCredits', { tier }) }))} />
        </Field>
        <Field name="reason" label={t('reason')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
        </Field>
        <Field name="number" label={t('number')}>
          <Input maxLength={60} />
        </Field>
      </EntryForm>
    </Side>
  )
}

export function ReturnSide({ one, onClose }: Given) {
  const t = useWords(creditWords)
  const giveBack = useAct(declarationApi.giveBack, { done: () => t('returned'), then: onClose })
  return (
    <Side title={t('giveBackOf', one)} open onClose={onClose}>
      <EntryForm
        schema={Return}
        first={{}}
        onSend={(body) => giveBack.mutate({ params: { declarationId: one.id }, body })}
        sending={giveBack.isPending}
        error={giveBack.error}
        act={t('giveBack')}
        onCancel={onClose}
      >
        <Field name="reason" label={t('reason')} begins>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
        </Field>
      </EntryForm>
    </Side>
  )
}
