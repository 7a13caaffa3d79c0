import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { tell } from '#ui/told.tsx'
import { useWords } from '#ui/words.ts'
import { Closing, NeedChange, needApi, NewNeed, Reporting, type Need, type Suggestion } from '../need.contract.ts'
import { stageNames } from '../post.contract.ts'
import { Choice } from './choice.tsx'
import { today } from './decided-fields.tsx'
import { needWords } from './need-words.ts'
import { postWords } from './words.ts'

interface Given {
  unitId: number
  year: number
  onClose: () => void
}

const Wanted = z.object({ requirement: NeedChange.shape.requirement })
const keyOf = ({ schoolId, stage, subject }: Suggestion) => `${schoolId}-${stage}-${subject}`

/** The lacks that nobody can fill, put on the list in one go. */
export function SuggestSide({ unitId, year, suggestions, onClose }: Given & { suggestions: readonly Suggestion[] }) {
  const n = useWords(needWords)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(suggestions.map(keyOf)))
  const add = useAct(needApi.add, { done: (reply) => n('added', reply), then: onClose })
  const send = (requirement: string | undefined) => {
    if (picked.size === 0) return tell(n('pickFirst'))
    const needs = suggestions
      .filter((one) => picked.has(keyOf(one)))
      .map(({ schoolName: _, ...one }) => ({ ...one, requirement }))
    add.mutate({ params: { unitId }, body: { year, needs } })
  }
  return (
    <Side title={n('suggestTitle')} open onClose={onClose}>
      <p>{n('suggestLead')}</p>
      <Choice label={n('suggestions')} items={suggestions} keyOf={keyOf} picked={picked} onPick={setPicked}>
        {(one) => n('line', { ...one, school: one.schoolName })}
      </Choice>
      <EntryForm
        schema={Wanted}
        first={{}}
        onSend={({ requirement }) => send(requirement)}
        sending={add.isPending}
        error={add.error}
        act={n('suggestAct', { n: picked.size })}
        onCancel={onClose}
      >
        <Requirement />
      </EntryForm>
    </Side>
  )
}

function Requirement() {
  const n = useWords(needWords)
  return (
    <Field name="requirement" label={n('requirement')} hint={n('requirementHint')}>
      <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
    </Field>
  )
}

/** A need that no counted lack has brought up. */
export function AddNeedSide({
  unitId,
  year,
  schools,
  onClose,
}: Given & { schools: readonly { id: number; name: string }[] }) {
  const t = useWords(postWords)
  const n = useWords(needWords)
  const add = useAct(needApi.add, {
    done: (reply) => (reply.added > 0 ? n('added', reply) : n('addedSame')),
    then: onClose,
  })
  const first = { n: 1, ...(schools.length === 1 && { schoolId: schools[0]!.id }) }
  return (
    <Side title={n('addTitle')} open onClose={onClose}>
      <EntryForm
        schema={NewNeed}
        first={first}
        onSend={(need) => add.mutate({ params: { unitId }, body: { year, needs: [need] } })}
        sending={add.isPending}
        error={add.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="schoolId" label={n('school')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={schools.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field name="stage" label={t('stage')}>
          <Select options={stageNames.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="subject" label={t('subject')}>
          <Input maxLength={30} />
        </Field>
        <Field name="n" label={t('n')}>
          <InputNumber min={1} max={999} precision={0} />
        </Field>
        <Requirement />
      </EntryForm>
    </Side>
  )
}

export function ChangeNeedSide({ need, onClose }: { need: Need; onClose: () => void }) {
  const t = useWords(postWords)
  const n = useWords(needWords)
  const change = useAct(needApi.change, { done: () => n('edited'), then: onClose })
  return (
    <Side title={n('editTitle')} open onClose={onClose}>
      <p>{n('line', { ...need, school: need.schoolName })}</p>
      <EntryForm
        schema={NeedChange}
        first={{ n: need.n, requirement: need.requirement ?? '' }}
        onSend={(body) => change.mutate({ params: { needId: need.id }, body })}
        sending={change.isPending}
        error={change.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="n" label={t('n')}>
          <InputNumber min={1} max={999} precision={0} />
        </Field>
        <Requirement />
      </EntryForm>
    </Side>
  )
}

/** All that is to be reported, in one go. */
export function ReportSide({ unitId, year, needs, people, onClose }: Given & { needs: number; people: number }) {
  const n = useWords(needWords)
  const report = useAct(needApi.report, { done: (reply) => n('reportDone', reply), then: onClose })
  return (
    <Side title={n('reportTitle')} open onClose={onClose}>
      <p>{n('reportLead', { needs, people })}</p>
      <EntryForm
        schema={Reporting}
        first={{ on: today() }}
        onSend={(body) => report.mutate({ params: { unitId }, body: { ...body, year } })}
        sending={report.isPending}
        error={report.error}
        act={n('reportAct')}
        onCancel={onClose}
      >
        <Field name="on" label={n('reportOn')}>
          <DayInput max={today()} />
        </Field>
        <Field name="number" label={n('number')}>
          <Input maxLength={60} />
        </Field>
      </EntryForm>
    </Side>
  )
}

/** Who was found in the end. */
export function CloseNeedSide({ need, onClose }: { need: Need; onClose: () => void }) {
  const t = useWords(postWords)
  const n = useWords(needWords)
  const close = useAct(needApi.close, { done: () => n('closed'), then: onClose })
  return (
    <Side title={n('closeTitle')} open onClose={onClose}>
      <p>{n('line', { ...need, school: need.schoolName })}</p>
      <EntryForm
        schema={Closing}
        first={{ hired: need.hired ?? need.n, on: need.closedOn ?? today() }}
        onSend={(body) => close.mutate({ params: { needId: need.id }, body })}
        sending={close.isPending}
        error={close.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="hired" label={n('closeHired')} hint={n('closeHint')}>
          <InputNumber min={0} max={need.n} precision={0} />
        </Field>
        <Field name="on" label={n('closeOn')}>
          <DayInput max={today()} />
        </Field>
      </EntryForm>
    </Side>
  )
}
