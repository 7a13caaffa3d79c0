import { useSuspenseQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { reportApi, type Change, type Report } from '../report.contract.ts'
import { Changes } from './changes.tsx'
import { useDay } from './day.ts'
import { Paper } from './paper.tsx'
import { ReportActs } from './report-acts.tsx'
import { ReportFiles } from './report-files.tsx'
import './report.css'
import { Wordings } from './wordings.tsx'
import { reportWords } from './words.ts'

/** One report: how it looks, what can be done with it, its words and its files. */
export default function ReportPage() {
  const t = useWords(reportWords)
  const reportId = useParam('reportId')
  const [changes, setChanges] = useState<Change[]>([])
  const { open, onOpen } = useOpenWords()
  const { data: report } = useSuspenseQuery({
    ...asQuery(reportApi.read, { params: { reportId } }),
    refetchInterval: ({ state }) => (state.data?.making ? 600 : false),
  })
  const edits = report.can.includes('edit') && report.words.length > 0
  return (
    <Page
      className="report-page"
      title={report.title}
      tag={report.sample && <SampleTag />}
      crumbs={[
        { text: report.unitName, to: places.cluster(report.unitId) },
        { text: t('title'), to: places.reports(report.unitId) },
      ]}
      lead={<State report={report} />}
      acts={<ReportActs report={report} open={open} onChanges={setChanges} />}
    >
      <ReportFiles report={report} />
      {changes.length > 0 && <Changes changes={changes} />}
      <div className={edits ? 'report-desk' : ''}>
        <Paper document={report.document} wordable={edits} />
        {edits && <Wordings report={report} onOpen={onOpen} />}
      </div>
    </Page>
  )
}

/** The paragraphs whose fields hold what is not on file: emptied, or written by two at once. */
function useOpenWords() {
  const [open, setOpen] = useState<readonly string[]>([])
  const onOpen = useCallback(
    (key: string, isOpen: boolean) =>
      setOpen((keys) =>
        keys.includes(key) === isOpen ? keys : [...keys.filter((one) => one !== key), ...(isOpen ? [key] : [])],
      ),
    [],
  )
  return { open, onOpen }
}

/** 草稿 · 数据截至2026年11月25日 · 第2版，更正第1版 */
function State({ report }: { report: Report }) {
  const t = useWords(reportWords)
  const day = useDay()
  const { status, edition, replaces, replacedBy, issuedAt, withdrawnAt, withdrawnReason } = report
  return (
    <>
      <p className="report-state">
        <span>
          {status === 'issued' && issuedAt ? `${day(issuedAt)} ${t('status_issued')}` : t(`status_${status}`)}
        </span>
        <span>{t('asOf', { day: day(report.figuresDay) })}</span>
        {edition > 1 && <span>{t('edition', { n: edition })}</span>}
        {replaces && <Go to={places.report(replaces.id)}>{t('corrects', { n: replaces.edition })}</Go>}
        {replacedBy && <Go to={places.report(replacedBy.id)}>{t('correctedBy', { n: replacedBy.edition })}</Go>}
      </p>
      {withdrawnAt && (
        <p className="report-withdrawn">{t('withdrawnNote', { day: day(withdrawnAt), reason: withdrawnReason })}</p>
      )}
    </>
  )
}
