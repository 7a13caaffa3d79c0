import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { later } from '#ui/later.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { reportApi, type Change, type Report } from '../report.contract.ts'
import { DraftOpen } from './draft-open.tsx'
import type { ReportAct } from './report-side.tsx'
import { reportWords } from './words.ts'

/** Fetched when something is done: most come to read. */
const ReportSide = later(async () => (await import('./report-side.tsx')).ReportSide)

interface Given {
  report: Report
  /** The paragraphs that are not on file as they stand in their fields. */
  open: readonly string[]
  onChanges: (changes: Change[]) => void
}

/** What may be done with a report as it stands, by this reader. */
export function ReportActs({ report, open: unsettled, onChanges }: Given) {
  const t = useWords(reportWords)
  const [open, setOpen] = useState<ReportAct>()
  const may = (verb: Report['can'][number]) => report.can.includes(verb) && report.making === null
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
      <ReportSide
        report={report}
        unsettled={unsettled}
        act={open}
        open={open !== undefined}
        onClose={() => setOpen(undefined)}
      />
    </>
  )
}

function Refresh({ report, onChanges }: Omit<Given, 'open'>) {
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
      <DraftOpen error={correct.error} />
    </>
  )
}
