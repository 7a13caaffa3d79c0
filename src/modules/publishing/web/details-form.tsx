import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { concernApi } from '#modules/assessment/concern.contract.ts'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { EntryForm } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { reportApi, ReportDetails, type Report } from '../report.contract.ts'
import { reportWords } from './words.ts'

interface Given {
  report: Report
  /** The report is issued with that. */
  issues?: boolean
  onDone: () => void
}

/** What a reader will ask about and nobody has explained is left out of the document: its office knows before. */
function Unexplained({ report: { unitId, schoolYear } }: { report: Report }) {
  const t = useWords(reportWords)
  const { data } = useQuery(asQuery(concernApi.list, { params: { unitId } }))
  const open = data?.concerns.filter(({ settled, year }) => !settled && year <= schoolYear) ?? []
  if (open.length === 0) return null
  return (
    <p className="side-lead" role="note">
      {t('unexplained', { n: open.length })}
      <Go to={places.targets(unitId)}>{t('explain')}</Go>
    </p>
  )
}

/** What stands around the text; before issue it is looked at once more. */
export function DetailsForm({ report, issues = false, onDone }: Given) {
  const t = useWords(reportWords)
  const params = { reportId: report.id }
  const issue = useAct(reportApi.issue, { done: () => t('issueStarted'), then: onDone })
  const edit = useAct(reportApi.edit, {
    ...(!issues && { done: () => t('saved') }),
    then: () => (issues ? issue.mutate({ params }) : onDone()),
  })
  const { title, number, signature, signedOn, contact } = report
  return (
    <>
      {issues && <p className="side-lead">{t('issueLead')}</p>}
      {issues && <Unexplained report={report} />}
      <EntryForm
        schema={ReportDetails}
        first={{ title, number, signature, contact, signedOn: signedOn ?? '' }}
        act={t(issues ? 'issue' : 'save')}
        sending={edit.isPending || issue.isPending}
        error={edit.error ?? issue.error}
        onCancel={onDone}
        onSend={(body) => edit.mutate({ params, body })}
      >
        <Field name="title" label={t('docTitle')}>
          <Input />
        </Field>
        <Field name="number" label={t('docNumber')} hint={t('docNumberHint')}>
          <Input />
        </Field>
        <Field name="signature" label={t('signature')}>
          <Input />
        </Field>
        <Field name="signedOn" label={t('signedOn')} hint={t('signedOnHint')}>
          <Input type="date" />
        </Field>
        <Field name="contact" label={t('contact')} hint={t('contactHint')}>
          <Input />
        </Field>
      </EntryForm>
    </>
  )
}
