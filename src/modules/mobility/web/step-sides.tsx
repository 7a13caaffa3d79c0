import { Input, Radio } from 'antd'
import { z } from 'zod'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords, type Say } from '#ui/words.ts'
import { Answer, Approval, batchApi, Hearing, SentBack, type Batch, type Opinion } from '../batch.contract.ts'
import { batchWords } from './batch-words.ts'
import { CouncilForm } from './council-form.tsx'

const SHOWN = 3

/** A few by name, the others by their number. */
const someOf = (names: readonly string[], b: Say<keyof typeof batchWords.zh>): string =>
  names.length <= SHOWN ? names.join('、') : b('andMore', { names: names.slice(0, SHOWN).join('、'), n: names.length })

export type StepVerb = 'hear' | 'opine' | 'council' | 'approve' | 'sendBack' | 'redraft' | 'withdraw'

interface Given {
  batch: Batch
  onClose: () => void
}

/** The form of one step, beside the batch. */
export function StepSide({ verb, school, ...given }: Given & { verb: StepVerb; school?: Opinion }) {
  const b = useWords(batchWords)
  return (
    <Side title={b(verb === 'hear' ? 'hearTitle' : verb)} open onClose={given.onClose}>
      {verb === 'hear' && <HearForm {...given} />}
      {verb === 'opine' && school && <OpineForm {...given} school={school} />}
      {verb === 'council' && <CouncilForm {...given} />}
      {verb === 'approve' && <ApproveForm {...given} />}
      {(verb === 'sendBack' || verb === 'redraft' || verb === 'withdraw') && <BackForm {...given} verb={verb} />}
    </Side>
  )
}

function HearForm({ batch, onClose }: Given) {
  const b = useWords(batchWords)
  const hear = useAct(batchApi.hear, {
    done: ({ unreached }) => (unreached.length > 0 ? b('heardBut', { schools: someOf(unreached, b) }) : b('heard')),
    then: onClose,
  })
  return (
    <>
      <p className="quiet">{b('hearLead')}</p>
      <EntryForm
        schema={Hearing}
        first={{}}
        onSend={(body) => hear.mutate({ params: { batchId: batch.id }, body })}
        sending={hear.isPending}
        error={hear.error}
        act={b('send')}
        onCancel={onClose}
      >
        <Field name="until" label={b('until')}>
          <DayInput />
        </Field>
        <Field name="words" label={b('words')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Field>
      </EntryForm>
    </>
  )
}

const Said = Answer.omit({ schoolId: true })

function OpineForm({ batch, school, onClose }: Given & { school: Opinion }) {
  const b = useWords(batchWords)
  const opine = useAct(batchApi.opine, { done: () => b('opined'), then: onClose })
  const { schoolId, schoolName, agrees, words } = school
  const first = { ...(agrees !== null && { agrees }), ...(words && { words }) }
  return (
    <>
      <p className="quiet">{b('opineLead', { school: schoolName, until: dayInWords(batch.heardUntil!) })}</p>
      <EntryForm
        schema={Said}
        first={first}
        onSend={(body) => opine.mutate({ params: { batchId: batch.id }, body: { ...body, schoolId } })}
        sending={opine.isPending}
        error={opine.error}
        act={b('opine')}
        onCancel={onClose}
      >
        <Field name="agrees" label={b('opinion')}>
          <Radio.Group
            options={[
              { value: true, label: b('agrees') },
              { value: false, label: b('objects') },
            ]}
          />
        </Field>
        <Field name="words" label={b('opineWords')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Field>
      </EntryForm>
    </>
  )
}

function ApproveForm({ batch, onClose }: Given) {
  const b = useWords(batchWords)
  const approve = useAct(batchApi.approve, {
    done: ({ active }) => (active > 0 ? b('approved', { n: active }) : b('approvedLater')),
    then: onClose,
  })
  return (
    <>
      <p className="quiet">{b('approveLead')}</p>
      <EntryForm
        schema={Approval}
        first={{}}
        onSend={(body) => approve.mutate({ params: { batchId: batch.id }, body })}
        sending={approve.isPending}
        error={approve.error}
        act={b('approve')}
        onCancel={onClose}
      >
        <Field name="number" label={b('number')} begins>
          <Input maxLength={50} />
        </Field>
        <Field name="day" label={b('dayOf')}>
          <DayInput />
        </Field>
        <Field name="words" label={b('approveWords')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Field>
      </EntryForm>
    </>
  )
}

const Reason = z.object({ reason: SentBack.shape.reason })

const back = {
  sendBack: { lead: 'sendBackLead', done: 'sentBack' },
  redraft: { lead: 'redraftLead', done: 'redrafted' },
  withdraw: { lead: 'withdrawLead', done: 'withdrawn' },
} as const

function BackForm({ batch, verb, onClose }: Given & { verb: keyof typeof back }) {
  const b = useWords(batchWords)
  const act = useAct(batchApi[verb], { done: () => b(back[verb].done), then: onClose })
  return (
    <>
      <p className="quiet">{b(back[verb].lead)}</p>
      <EntryForm
        schema={Reason}
        first={{}}
        onSend={(body) => act.mutate({ params: { batchId: batch.id }, body })}
        sending={act.isPending}
        error={act.error}
        act={b(verb)}
        onCancel={onClose}
      >
        <Field name="reason" label={b('reason')} begins>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Field>
      </EntryForm>
    </>
  )
}
