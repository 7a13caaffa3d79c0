import { Input, Select } from 'antd'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { grades, NewAppraisal, rotationApi, Withdrawal, type RotationLine } from '../rotation.contract.ts'
import { wayOf } from './shown.ts'
import { mobilityWords } from './words.ts'

interface Given {
  line: RotationLine
  onClose: () => void
}

/** One rotation is taken back, with the reason. */
export function WithdrawSide({ line, onClose }: Given) {
  const t = useWords(mobilityWords)
  const { id: rotationId, name } = line
  const withdraw = useAct(rotationApi.withdraw, { done: () => t('withdrawn', { name }), then: onClose })
  return (
    <Side title={t('withdrawTitle', { name })} open onClose={onClose}>
      <p>{wayOf(t, line)}</p>
      <p className="quiet">{t('withdrawLead')}</p>
      <EntryForm
        schema={Withdrawal}
        first={{}}
        onSend={(body) => withdraw.mutate({ params: { rotationId }, body })}
        sending={withdraw.isPending}
        error={withdraw.error}
        act={t('withdraw')}
        onCancel={onClose}
      >
        <Field name="why" label={t('withdrawWhy')} begins>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}

/** The receiving school's word for the school year that is due. */
export function AppraiseSide({ line, onClose }: Given) {
  const t = useWords(mobilityWords)
  const { id: rotationId, name, due } = line
  const appraise = useAct(rotationApi.appraise, { done: () => t('appraised'), then: onClose })
  return (
    <Side title={t('appraiseTitle', { name })} open onClose={onClose}>
      <p>{wayOf(t, line)}</p>
      {due && (
        <p className="quiet">
          {t(due.isFinal ? 'appraiseFinal' : 'appraiseYear', { year: due.schoolYear, due: dayInWords(due.due) })}
        </p>
      )}
      <EntryForm
        schema={NewAppraisal}
        first={{}}
        onSend={(body) => appraise.mutate({ params: { rotationId }, body })}
        sending={appraise.isPending}
        error={appraise.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="grade" label={t('grade')}>
          <Select options={grades.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="words" label={t('gradeWords')}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} />
        </Field>
      </EntryForm>
    </Side>
  )
}
