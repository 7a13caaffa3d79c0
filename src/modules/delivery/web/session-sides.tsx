import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { offeringApi, type Offering } from '../offering.contract.ts'
import { sessionApi, type SessionLine } from '../session.contract.ts'
import { deliveryWords } from './delivery-words.ts'
import { dayOfSession } from './when.ts'

interface OfSession {
  offering: Offering
  session: SessionLine
  onClose: () => void
}

/** How many pupils of each school were there. */
export function HeldSide({ offering, session, onClose }: OfSession) {
  const t = useWords(deliveryWords)
  const held = useAct(sessionApi.held, { done: (reply) => t('heldDone', reply), then: onClose })
  const [present, setPresent] = useState(session.present)
  const params = { offeringId: offering.id, sessionId: session.id }
  const body = { present: present.map(({ schoolId, people }) => ({ schoolId, people })) }
  return (
    <Side title={t('countOf', { day: dayOfSession(session) })} open onClose={onClose}>
      <div className="entry delivery-rows">
        {present.map(({ schoolId, school, people }) => (
          <label key={schoolId}>
            <span>{school}</span>
            <InputNumber
              min={0}
              max={5000}
              precision={0}
              value={people}
              onChange={(value) =>
                setPresent(present.map((one) => (one.schoolId === schoolId ? { ...one, people: value ?? 0 } : one)))
              }
            />
          </label>
        ))}
        <ProblemNote error={held.error} />
        <p className="entry-acts">
          <Button type="primary" loading={held.isPending} onClick={() => held.mutate({ params, body })}>
            {t('save')}
          </Button>
        </p>
      </div>
    </Side>
  )
}

/** Why a time falls out, or the whole course is withdrawn. */
export function WhySide({ offering, session, onClose }: Omit<OfSession, 'session'> & { session?: SessionLine }) {
  const t = useWords(deliveryWords)
  const off = useAct(sessionApi.fellOut, { done: () => t('offDone'), then: onClose })
  const withdraw = useAct(offeringApi.withdraw, { done: () => t('withdrawDone'), then: onClose })
  const { isPending, error } = session ? off : withdraw
  const offeringId = offering.id
  return (
    <Side
      title={session ? t('offTitle', { day: dayOfSession(session) }) : t('withdrawTitle', { course: offering.course })}
      open
      onClose={onClose}
    >
      <p className="quiet">{t(session ? 'offLead' : 'withdrawLead')}</p>
      <EntryForm
        schema={session ? sessionApi.fellOut.body : offeringApi.withdraw.body}
        first={{}}
        onSend={(body) =>
          session
            ? off.mutate({ params: { offeringId, sessionId: session.id }, body })
            : withdraw.mutate({ params: { offeringId }, body })
        }
        sending={isPending}
        error={error}
        act={t(session ? 'save' : 'withdraw')}
        onCancel={onClose}
      >
        <Field name="why" label={t('why')} begins>
          <Input maxLength={100} />
        </Field>
      </EntryForm>
    </Side>
  )
}
