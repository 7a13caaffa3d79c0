import { Button, Progress } from 'antd'
import { useAct } from '#ui/act.ts'
import { addressOf } from '#ui/api.ts'
import { inBytes } from '#ui/number.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { reportApi, type Report } from '../report.contract.ts'
import { reportWords } from './words.ts'

/** The files of a report: there to be taken, being made, or still to be made. */
export function ReportFiles({ report }: { report: Report }) {
  const t = useWords(reportWords)
  const make = useAct(reportApi.make, { done: () => t('makeStarted') })
  return (
    <section aria-label={t('files')} className="report-files no-print">
      {report.failure && (
        <p className="problem-note" role="alert">
          {t('failed', { reason: report.failure })}
        </p>
      )}
      {report.making ? <Making making={report.making} /> : <Links report={report} />}
      {!report.making && report.files.length === 0 && report.can.includes('edit') && (
        <p className="acts">
          <Button loading={make.isPending} onClick={() => make.mutate({ params: { reportId: report.id } })}>
            {t('make')}
          </Button>
          <span className="quiet">{t('makeLead')}</span>
        </p>
      )}
      <ProblemNote error={make.error} />
    </section>
  )
}

function Making({ making }: { making: NonNullable<Report['making']> }) {
  const t = useWords(reportWords)
  return (
    <div role="status" className="making">
      <p>{making.words}</p>
      <Progress percent={Math.round(making.share * 100)} aria-label={t('making')} status="normal" />
      <p className="quiet">{t('makingLeave')}</p>
    </div>
  )
}

function Links({ report: { id, files } }: { report: Report }) {
  const t = useWords(reportWords)
  if (files.length === 0) return null
  const order = ['docx', 'pdf', 'xlsx']
  return (
    <ul className="acts">
      {[...files]
        .sort((a, b) => order.indexOf(a.format) - order.indexOf(b.format))
        .map(({ format, bytes }) => (
          <li key={format}>
            <a href={addressOf(reportApi.file, { params: { reportId: id, format } })} download>
              {t('download', { format: t(format), size: inBytes(bytes) })}
            </a>
          </li>
        ))}
    </ul>
  )
}
