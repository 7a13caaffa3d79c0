import { Input, InputNumber, Radio, Select } from 'antd'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { Decided } from '../post.contract.ts'
import { NewGrant, Outcome, quotaApi, Withdrawal, type Application } from '../quota.contract.ts'
import { quotaTitles, results, type DecisionKind } from '../quota.rules.ts'
import { DecidedFields, today } from './decided-fields.tsx'
import { quotaWords } from './quota-words.ts'
import { postWords } from './words.ts'

/** What a document of the district gives. */
export function GrantSide({ unitId, year, onClose }: { unitId: number; year: number; onClose: () => void }) {
  const t = useWords(postWords)
  const q = useWords(quotaWords)
  const grant = useAct(quotaApi.grant, { done: (reply) => q('granted', reply), then: onClose })
  return (
    <Side title={q('grantTitle')} open onClose={onClose}>
      <p>{q('grantLead')}</p>
      <EntryForm
        schema={NewGrant}
        first={{ title: '高级教师', givenOn: today() }}
        onSend={(body) => grant.mutate({ params: { unitId }, body: { ...body, year } })}
        sending={grant.isPending}
        error={grant.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="title" label={q('title')}>
          <Select options={quotaTitles.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="n" label={q('places')} begins>
          <InputNumber min={-999} max={999} precision={0} />
        </Field>
        <Field name="number" label={q('number')}>
          <Input maxLength={60} />
        </Field>
        <Field name="givenOn" label={q('givenOn')}>
          <DayInput max={today()} />
        </Field>
        <Field name="words" label={t('words')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
        </Field>
      </EntryForm>
    </Side>
  )
}

interface AllotGiven {
  one: Application
  kind: DecisionKind
  isGroup: boolean
  onClose: () => void
}

/** Who decided about a candidate, when, with which vote. */
export function AllotSide({ one, kind, isGroup, onClose }: AllotGiven) {
  const t = useWords(postWords)
  const q = useWords(quotaWords)
  const decide = useAct(quotaApi.decide, { done: (reply) => q('decidedDone', reply), then: onClose })
  return (
    <Side title={q('decideTitle', { act: q(kind), name: one.name })} open onClose={onClose}>
      <p>{[one.schoolName, one.title, one.reasons].filter(Boolean).join('，')}</p>
      <EntryForm
        schema={Decided}
        first={{ decidedBy: t(isGroup ? 'board' : 'council'), decidedOn: today() }}
        onSend={(body) => decide.mutate({ params: { applicationId: one.id }, body: { ...body, kind } })}
        sending={decide.isPending}
        error={decide.error}
        act={q(kind)}
        onCancel={onClose}
      >
        <DecidedFields isGroup={isGroup} hint={q('wordsHint')} />
      </EntryForm>
    </Side>
  )
}

export function WithdrawSide({ one, onClose }: { one: Application; onClose: () => void }) {
  const t = useWords(postWords)
  const q = useWords(quotaWords)
  const withdraw = useAct(quotaApi.withdraw, { done: () => q('withdrawn'), then: onClose })
  return (
    <Side title={q('decideTitle', { act: q('withdraw'), name: one.name })} open onClose={onClose}>
      <EntryForm
        schema={Withdrawal}
        first={{}}
        onSend={(body) => withdraw.mutate({ params: { applicationId: one.id }, body })}
        sending={withdraw.isPending}
        error={withdraw.error}
        act={q('withdraw')}
        onCancel={onClose}
      >
        <Field name="why" label={t('why')} begins>
          <Input maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}

/** What became of the place. */
export function ResultSide({ one, onClose }: { one: Application; onClose: () => void }) {
  const t = useWords(postWords)
  const q = useWords(quotaWords)
  const note = useAct(quotaApi.result, { done: () => q('resultDone'), then: onClose })
  return (
    <Side title={q('resultTitle', one)} open onClose={onClose}>
      <EntryForm
        schema={Outcome}
        first={{ result: one.result ?? '已通过', on: today() }}
        onSend={(body) => note.mutate({ params: { applicationId: one.id }, body })}
        sending={note.isPending}
        error={note.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="result" label={q('result')}>
          <Radio.Group options={results.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="on" label={q('resultOn')}>
          <DayInput max={today()} />
        </Field>
      </EntryForm>
    </Side>
  )
}
