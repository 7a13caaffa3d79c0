import { useNavigate } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { Problem } from '#shared/problem.ts'
import { useAct } from '#ui/act.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords, type Say } from '#ui/words.ts'
import { adoptApi, AdoptionFields, Reason } from '../adopt.contract.ts'
import type { PlanLine } from '../plan.contract.ts'
import { AdoptList } from './adopt-list.tsx'
import { adoptWords } from './adopt-words.ts'
import { exceptionsOf, firstOtherwise, type Otherwise } from './adopt-otherwise.ts'
import { faultWords } from './plan-figures.ts'
import { ruleWords } from './rule-words.ts'

type Proposal = Received<typeof adoptApi.propose>

interface Given {
  plan: PlanLine
  onClose: () => void
}

/** A plan becomes a batch: what it will make, filled in, with what is otherwise for some. */
export function AdoptSide({ plan, onClose }: Given) {
  const t = useWords(adoptWords)
  const { data, error } = useQuery({ ...asQuery(adoptApi.propose, { params: { planId: plan.id } }), staleTime: 0 })
  return (
    <Side title={t(data?.adopted ? 'insteadTitle' : 'adoptTitle', { number: plan.number })} open onClose={onClose}>
      <ProblemNote error={error} />
      {!data && !error && <TableSkeleton rows={8} columns={2} />}
      {data && <AdoptForm plan={plan} proposal={data} onClose={onClose} />}
    </Side>
  )
}

/** A reason is asked for where rules are broken, and where another plan was adopted before. */
const fieldsFor = ({ faults, adopted }: Proposal) =>
  AdoptionFields.extend({
    reason: faults.length > 0 ? Reason : AdoptionFields.shape.reason,
    instead: adopted ? Reason : AdoptionFields.shape.instead,
  })

function AdoptForm({ plan, proposal, onClose }: Given & { proposal: Proposal }) {
  const t = useWords(adoptWords)
  const navigate = useNavigate()
  const [form] = Form.useForm<z.input<typeof AdoptionFields>>()
  const [otherwise, setOtherwise] = useState<Otherwise>(() => firstOtherwise(proposal.moves))
  const { title, startOn, termYears, until, adopted } = proposal
  const adopt = useAct(adoptApi.adopt, {
    done: ({ unreached }, { body }) => unreached.length > 0 ? t('doneBut', { schools: someOf(unreached, t) }) : body.until ? t('doneHeard') : t('done', { title: body.title }), // prettier-ignore
    then: ({ batchId }) => void navigate(places.batch(batchId) as never),
  })
  return (
    <div className="adopt-form">
      <p className="quiet">{adopted ? t('insteadLead', adopted) : t('lead')}</p>
      <Warnings proposal={proposal} />
      <EntryForm
        schema={fieldsFor(proposal)}
        form={form}
        first={{ title, startOn, termYears, ftePercent: 100, until }}
        onSend={(fields) =>
          adopt.mutate({
            params: { planId: plan.id },
            body: { ...fields, exceptions: exceptionsOf(otherwise), ...(adopted && { insteadOf: adopted.batchId }) },
          })
        }
        sending={adopt.isPending}
        error={adopt.error}
        act={t(adopted ? 'instead' : 'adopt')}
        onCancel={onClose}
      >
        <Fields proposal={proposal} />
        <AdoptList proposal={proposal} otherwise={otherwise} onChange={setOtherwise} />
        <ToBatch error={adopt.error} />
      </EntryForm>
    </div>
  )
}

const SHOWN = 3

/** A few by name, the others by their number. */
const someOf = (names: readonly string[], t: Say<keyof typeof adoptWords.zh>): string =>
  names.length <= SHOWN ? names.join('、') : t('andMore', { names: names.slice(0, SHOWN).join('、'), n: names.length })

/** Somebody else was first: the way to what they made. */
function ToBatch({ error }: { error: unknown }) {
  const t = useWords(adoptWords)
  const batchId = error instanceof Problem ? error.facts['batchId'] : undefined
  return typeof batchId === 'string' && <Go to={places.batch(batchId)}>{t('toBatch')}</Go>
}

function Warnings({ proposal: { faults, isCurrent } }: { proposal: Proposal }) {
  const t = useWords(adoptWords)
  const r = useWords(ruleWords)
  return (
    <>
      {!isCurrent && <p className="missing">{t('stale')}</p>}
      {faults.length > 0 && (
        <ul className="adopt-faults missing">
          {faults.map((fault) => (
            <li key={JSON.stringify(fault)}>✕ {faultWords(r, fault)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Fields({ proposal: { faults, termRule, adopted } }: { proposal: Proposal }) {
  const t = useWords(adoptWords)
  return (
    <>
      {adopted && (
        <Field name="instead" label={t('insteadWhy')} hint={t('insteadWhyHint')} begins>
          <Input maxLength={200} />
        </Field>
      )}
      {faults.length > 0 && (
        <Field name="reason" label={t('reason', { n: faults.length })} hint={t('reasonHint')} begins={!adopted}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Field>
      )}
      <Field name="title" label={t('title')}>
        <Input maxLength={50} />
      </Field>
      <div className="adopt-pair">
        <Field name="startOn" label={t('startOn')}>
          <DayInput />
        </Field>
        <Field name="termYears" label={t('term')} {...(termRule && { hint: t('termRule', termRule) })}>
          <Select options={[1, 2, 3].map((n) => ({ value: n, label: t('termOf', { n }) }))} />
        </Field>
        <Field name="ftePercent" label={t('percent')} hint={t('percentHint')}>
          <InputNumber min={1} max={100} />
        </Field>
        <Field name="weeklyLessons" label={t('lessons')}>
          <InputNumber min={0} max={60} />
        </Field>
      </div>
      <Field name="until" label={t('until')} hint={t('untilHint')}>
        <DayInput />
      </Field>
    </>
  )
}
