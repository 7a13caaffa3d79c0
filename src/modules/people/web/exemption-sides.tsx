import { Input, Select } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { exemptionApi, NewExemption, type Exemption } from '../exemption.contract.ts'
import { handWords } from './hand-words.ts'
import { inYears } from './in-years.ts'
import type { Teacher } from './teacher-page.tsx'

type Kinds = Received<typeof exemptionApi.list>['kinds']

/** Why a teacher need not rotate, from when to when. */
export function ExemptSide({ teacher, kinds, onClose }: { teacher: Teacher; kinds: Kinds; onClose: () => void }) {
  const h = useWords(handWords)
  const [kind, setKind] = useState<string>()
  const add = useAct(exemptionApi.add, {
    done: ({ changed, frozen }) =>
      [
        changed.length > 0 ? h('exempted', { years: inYears(changed) }) : h('exemptedSame'),
        frozen.length > 0 && h('frozenStays', { years: inYears(frozen) }),
      ]
        .filter(Boolean)
        .join('，'),
    then: onClose,
  })
  const max = kinds.find((one) => one.kind === kind)?.maxYears
  return (
    <Side title={h('exemptTitle', { name: teacher.name })} open onClose={onClose}>
      <EntryForm
        schema={NewExemption}
        first={{}}
        onChange={(fields: Partial<z.input<typeof NewExemption>>) => setKind(fields.kind)}
        onSend={(body) => add.mutate({ params: { teacherId: teacher.teacherId }, body })}
        sending={add.isPending}
        error={add.error}
        act={h('save')}
        onCancel={onClose}
      >
        <Field name="kind" label={h('kind')} {...(max !== undefined && { hint: h('kindHint', { years: max }) })}>
          <Select options={kinds.map((one) => ({ value: one.kind, label: one.kind }))} />
        </Field>
        <Field name="fromDay" label={h('fromDay')}>
          <DayInput />
        </Field>
        <Field name="untilDay" label={h('untilDay')}>
          <DayInput />
        </Field>
        <Field name="note" label={h('note')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}

const Withdrawal = z.object({ why: exemptionApi.withdraw.query.shape.why })

/** What was noted is struck out with a reason; it stays to be read. */
export function WithdrawSide({ exemption, onClose }: { exemption: Exemption; onClose: () => void }) {
  const h = useWords(handWords)
  const withdraw = useAct(exemptionApi.withdraw, { done: () => h('withdrawn'), then: onClose })
  return (
    <Side title={h('withdrawTitle')} open onClose={onClose}>
      <p>
        {exemption.kind}，{h('period', { from: dayInWords(exemption.fromDay), until: dayInWords(exemption.untilDay) })}
      </p>
      <EntryForm
        schema={Withdrawal}
        first={{}}
        onSend={({ why }) => withdraw.mutate({ params: { exemptionId: exemption.id }, query: { why } })}
        sending={withdraw.isPending}
        error={withdraw.error}
        act={h('withdraw')}
        onCancel={onClose}
      >
        <Field name="why" label={h('withdrawWhy')}>
          <Input maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
