import { Input, InputNumber } from 'antd'
import { z } from 'zod'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { NewAgreement, vacancyApi, type Agreement, type Meeting } from '../vacancy.contract.ts'
import { DecidedFields, today } from './decided-fields.tsx'
import { vacancyWords } from './vacancy-words.ts'
import { postWords } from './words.ts'

const Agreeing = NewAgreement.pick({ n: true, decidedBy: true, decidedOn: true, words: true })

interface AgreeGiven {
  unitId: number
  year: number
  isGroup: boolean
  meeting: Meeting
  onClose: () => void
}

/** What was agreed between the two schools that meet. */
export function AgreeSide({ unitId, year, isGroup, meeting, onClose }: AgreeGiven) {
  const t = useWords(postWords)
  const v = useWords(vacancyWords)
  const { stage, subject, fromSchoolId, toSchoolId, n } = meeting
  const agree = useAct(vacancyApi.agree, { done: () => v('agreedDone'), then: onClose })
  const place = { stage, subject, fromSchoolId, toSchoolId, year }
  return (
    <Side title={v('agreeTitle')} open onClose={onClose}>
      <p>{v('agreeLead', { stage, subject, n, from: meeting.fromSchool, to: meeting.toSchool })}</p>
      <EntryForm
        schema={Agreeing}
        first={{ n, decidedBy: t(isGroup ? 'board' : 'council'), decidedOn: today() }}
        onSend={(body) => agree.mutate({ params: { unitId }, body: { ...place, ...body } })}
        sending={agree.isPending}
        error={agree.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="n" label={t('n')}>
          <InputNumber min={1} max={n} precision={0} />
        </Field>
        <DecidedFields isGroup={isGroup} />
      </EntryForm>
    </Side>
  )
}

const Withdrawing = z.object({ why: vacancyApi.withdraw.body.shape.why })

export function WithdrawAgreementSide({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const t = useWords(postWords)
  const v = useWords(vacancyWords)
  const withdraw = useAct(vacancyApi.withdraw, { done: () => v('withdrawnDone'), then: onClose })
  return (
    <Side title={v('withdrawTitle')} open onClose={onClose}>
      <EntryForm
        schema={Withdrawing}
        first={{}}
        onSend={(body) => withdraw.mutate({ params: { agreementId: agreement.id }, body })}
        sending={withdraw.isPending}
        error={withdraw.error}
        act={v('withdraw')}
        onCancel={onClose}
      >
        <Field name="why" label={t('why')} begins>
          <Input maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}
