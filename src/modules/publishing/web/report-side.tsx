import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { reportApi, Withdrawal, type Report } from '../report.contract.ts'
import { DetailsForm } from './details-form.tsx'
import { reportWords } from './words.ts'

export type ReportAct = 'details' | 'issue' | 'withdraw' | 'drop'

interface Given {
  report: Report
  act: ReportAct | undefined
  open: boolean
  onClose: () => void
}

/** What is done with a report, beside its page. */
export function ReportSide({ report, act, open, onClose }: Given) {
  const t = useWords(reportWords)
  const given = { report, onDone: onClose }
  return (
    <Side title={act ? t(act) : ''} open={open} onClose={onClose}>
      {act === 'details' && <DetailsForm {...given} />}
      {act === 'issue' && <DetailsForm {...given} issues />}
      {act === 'withdraw' && <WithdrawForm {...given} />}
      {act === 'drop' && <DropForm {...given} />}
    </Side>
  )
}

interface Ending {
  report: Report
  onDone: () => void
}

function WithdrawForm({ report, onDone }: Ending) {
  const t = useWords(reportWords)
  const withdraw = useAct(reportApi.withdraw, { done: () => t('withdrawn'), then: onDone })
  return (
    <>
      <p className="side-lead">{t('withdrawLead')}</p>
      <EntryForm
        schema={Withdrawal}
        first={{}}
        act={t('withdraw')}
        sending={withdraw.isPending}
        error={withdraw.error}
        onCancel={onDone}
        onSend={(body) => withdraw.mutate({ params: { reportId: report.id }, body })}
      >
        <Field name="reason" label={t('reason')}>
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Field>
      </EntryForm>
    </>
  )
}

function DropForm({ report, onDone }: Ending) {
  const t = useWords(reportWords)
  const u = useWords(uiWords)
  const navigate = useNavigate()
  const drop = useAct(reportApi.drop, {
    done: () => t('dropped'),
    then: () => void navigate({ ...places.reports(report.unitId) } as never),
  })
  const reworded = report.words.filter(({ words }) => words !== null).length
  return (
    <>
      <p className="side-lead">{t('dropLead', { title: report.title, n: reworded })}</p>
      <ProblemNote error={drop.error} />
      <p className="entry-acts">
        <Button danger loading={drop.isPending} onClick={() => drop.mutate({ params: { reportId: report.id } })}>
          {t('drop')}
        </Button>
        <Button onClick={onDone}>{u('cancel')}</Button>
      </p>
    </>
  )
}
