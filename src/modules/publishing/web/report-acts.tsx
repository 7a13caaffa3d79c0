import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { reportApi, Withdrawal, type Change, type Report } from '../report.contract.ts'
import { DetailsForm } from './details-form.tsx'
import { reportWords } from './words.ts'

type Open = 'details' | 'issue' | 'withdraw' | 'drop'

interface Given {
  report: Report
  onChanges: (changes: Change[]) => void
}

/** What may be done with a report as it stands, by this reader. */
export function ReportActs({ report, onChanges }: Given) {
  const t = useWords(reportWords)
  const [open, setOpen] = useState<Open>()
  const may = (verb: Report['can'][number]) => report.can.includes(verb) && report.making === null
  const shut = () => setOpen(undefined)
  return (
    <>
      {may('edit') && <Refresh report={report} onChanges={onChanges} />}
      {may('edit') && <Button onClick={() => setOpen('details')}>{t('details')}</Button>}
      {may('drop') && <Button onClick={() => setOpen('drop')}>{t('drop')}</Button>}
      {may('withdraw') && <Button onClick={() => setOpen('withdraw')}>{t('withdraw')}</Button>}
      {may('correct') && report.replacedBy === null && <Correct report={report} />}
      {may('issue') && (
        <Button type="primary" onClick={() => setOpen('issue')}>
          {t('issue')}
        </Button>
      )}
      <Side title={t('details')} open={open === 'details'} onClose={shut}>
        <DetailsForm report={report} onDone={shut} />
      </Side>
      <Side title={t('issue')} open={open === 'issue'} onClose={shut}>
        <DetailsForm report={report} issues onDone={shut} />
      </Side>
      <Side title={t('withdraw')} open={open === 'withdraw'} onClose={shut}>
        <WithdrawForm report={report} onDone={shut} />
      </Side>
      <Side title={t('drop')} open={open === 'drop'} onClose={shut}>
        <DropForm report={report} onDone={shut} />
      </Side>
    </>
  )
}

function Refresh({ report, onChanges }: Given) {
  const t = useWords(reportWords)
  const refresh = useAct(reportApi.refresh, {
    done: ({ changes }) => (changes.length > 0 ? t('refreshed', { n: changes.length }) : t('refreshedSame')),
    then: ({ changes }) => onChanges(changes),
  })
  return (
    <>
      <Button loading={refresh.isPending} onClick={() => refresh.mutate({ params: { reportId: report.id } })}>
        {t('refresh')}
      </Button>
      <ProblemNote error={refresh.error} />
    </>
  )
}

function Correct({ report }: { report: Report }) {
  const t = useWords(reportWords)
  const navigate = useNavigate()
  const correct = useAct(reportApi.correct, {
    done: () => t('corrected'),
    then: ({ id }) => void navigate({ ...places.report(id) } as never),
  })
  return (
    <>
      <Button loading={correct.isPending} onClick={() => correct.mutate({ params: { reportId: report.id } })}>
        {t('correct')}
      </Button>
      <ProblemNote error={correct.error} />
    </>
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
