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
  unsettled: readonly string[]
  act: ReportAct | undefined
  open: boolean
  onClose: () => void
}

/** What is done with a report, beside its page. */
export function ReportSide({ report, unsettled, act, open, onClose }: Given) {
  const t = useWords(reportWords)
  const given = { report, onDone: onClose }
  return (
    <Side title={act ? t(act) : ''} open={open} onClose={onClose}>
      {act === 'details' && <DetailsForm {...given} />}
      {act === 'issue' && unsettled.length > 0 && <Unsettled report={report} keys={unsettled} onGo={onClose} />}
      {act === 'issue' && unsettled.length === 0 && <DetailsForm {...given} issues />}
      {act === 'withdraw' && <WithdrawForm {...given} />}
      {act === 'drop' && <DropForm {...given} />}
    </Side>
  )
}

/** What would go out is not what stands in the fields: that is put right first. */
function Unsettled({ report, keys, onGo }: { report: Report; keys: readonly string[]; onGo: () => void }) {
  const t = useWords(reportWords)
  return (
    <>
      <p className="side-lead">{t('unsettled', { n: keys.length })}</p>
      <ul>
        {report.words
          .filter(({ key }) => keys.includes(key))
          .map(({ key, under }) => (
            <li key={key}>
              <a href={`#words-${key}`} onClick={onGo}>
                {under || t('opening')}
              </a>
            </li>
          ))}
      </ul>
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
