import { useMutation } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { call } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { inBytes, inFigures } from '#ui/number.ts'
import { places, type Place } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { importApi, type Import, type ImportReport } from '../import.contract.ts'
import { remarksApart } from '../import.rules.ts'
import { isUnanswered } from '../mapping.rules.ts'
import { correctionWords } from './correction-words.ts'
import { HeaderMatch } from './header-match.tsx'
import { Changes, Findings, Sheets } from './import-report.tsx'
import { MarkedLink } from './marked-link.tsx'
import { ImportUndo, Undone } from './import-undo.tsx'
import { importWords } from './words.ts'

interface Given {
  one: Import
  unitId: number
  onChanged: (changed: Import) => void
  /** Where the next file is sent: the cluster's import page, unless a school hands in its own. */
  again?: Place
}

/** One import from the upload to its end: what is being done, what it would do, what it did. */
export function ImportAtHand(given: Given) {
  const { one, onChanged } = given
  const t = useWords(importWords)
  const year = one.schoolYear ?? one.report?.year ?? null
  const cluster = one.clusterName || one.report?.cluster
  return (
    <section className="at-hand" aria-labelledby="at-hand">
      <header>
        <h2 id="at-hand">{one.fileName}</h2>
        <p className="quiet">
          {[cluster && (year === null ? cluster : t('of', { cluster, year })), inBytes(one.bytes)]
            .filter(Boolean)
            .join('，')}
        </p>
      </header>
      <State {...given} />
      {!one.rechecking && <HeaderMatch key={one.startedAt} one={one} onChanged={onChanged} />}
      {one.report && <Report report={one.report} taken={one.status === 'taken'} />}
    </section>
  )
}

function State(given: Given) {
  const t = useWords(importWords)
  const { one, unitId, again = places.imports(unitId) } = given
  const another = <Go to={again}>{t('another')}</Go>
  switch (one.status) {
    case 'waiting':
    case 'checking':
    case 'taking':
      return <Working one={one} />
    case 'checked':
      return one.rechecking ? <Working one={one} /> : <Decision {...given} />
    case 'taken':
      return (
        <div className="outcome good" role="status">
          <p className="said">{t('taken')}</p>
          {one.report && <Sums report={one.report} />}
          <p className="acts">
            {one.schoolYear !== null && (
              <Go to={places.cluster(one.clusterId ?? unitId, one.schoolYear)}>
                {t('toCockpit', { year: one.schoolYear })}
              </Go>
            )}
            <ToCorrections one={one} unitId={unitId} />
            {another}
          </p>
          <ImportUndo one={one} unitId={unitId} />
        </div>
      )
    case 'undone':
      return (
        <div className="outcome" role="status">
          <Undone one={one} />
          <p className="acts">{another}</p>
        </div>
      )
    case 'discarded':
      return (
        <div className="outcome" role="status">
          <p className="said">{t('discarded')}</p>
          <p className="acts">{another}</p>
        </div>
      )
    case 'failed':
      return (
        <div className="outcome bad" role="alert">
          <p className="said">{t('failed')}</p>
          <p>{one.failure}</p>
          <p className="acts">{another}</p>
        </div>
      )
  }
}

function Working({ one }: { one: Import }) {
  const t = useWords(importWords)
  const { progress } = one
  const doing =
    one.status === 'taking'
      ? t('taking')
      : one.status === 'waiting'
        ? t('waiting')
        : progress?.sheet
          ? t('checking', { sheet: progress.sheet, rows: inFigures(progress.rows) })
          : t('checkingStart')
  return (
    <div className="working" role="status">
      <p>{doing}</p>
      <Progress percent={Math.round((progress?.share ?? 0) * 100)} aria-label={t('progress')} status="normal" />
      <p className="quiet">{t('leave')}</p>
    </div>
  )
}

function ToCorrections({ one, unitId }: { one: Import; unitId: number }) {
  const t = useWords(correctionWords)
  return one.openRows > 0 ? (
    <Go to={places.corrections(unitId, one.id)}>{t('link', { n: inFigures(one.openRows) })}</Go>
  ) : null
}

function Decision({ one, unitId, onChanged }: Given) {
  const t = useWords(importWords)
  const given = { params: { importId: one.id } }
  const take = useMutation({ mutationFn: () => call(importApi.take, given), onSuccess: onChanged })
  const discard = useMutation({ mutationFn: () => call(importApi.discard, given), onSuccess: onChanged })
  const sums = one.report && sumsOf(one.report)
  const busy = take.isPending || discard.isPending
  const isIdle = sums !== null && sums.added + sums.updated === 0
  const isClean = one.report !== null && remarksApart(one.report).faultsTotal === 0
  const isHeld = isUnanswered(one.report?.matches ?? [])
  return (
    <div className="outcome" role="status">
      <p className="said">{t('checked')}</p>
      {one.report && <Sums report={one.report} />}
      {isIdle && isClean && !isHeld && <p>{t(sums.read === 0 ? 'nothingWritten' : 'nothingNew')}</p>}
      <p className="acts">
        {one.can.includes('take') && (
          <Button
            type={isIdle ? 'default' : 'primary'}
            size="large"
            loading={take.isPending}
            disabled={busy || isHeld}
            onClick={() => take.mutate()}
          >
            {t('take')}
          </Button>
        )}
        {one.can.includes('discard') && (
          <Button size="large" loading={discard.isPending} disabled={busy} onClick={() => discard.mutate()}>
            {t('discard')}
          </Button>
        )}
        <ToCorrections one={one} unitId={unitId} />
      </p>
      {isHeld && one.can.includes('take') && <p>{t('held')}</p>}
      <MarkedLink one={one} />
      <ProblemNote error={take.error ?? discard.error} />
    </div>
  )
}

function sumsOf(report: ImportReport) {
  const sum = (key: 'read' | 'added' | 'updated' | 'unchanged' | 'refused') =>
    report.sheets.reduce((all, sheet) => all + sheet[key], 0)
  return {
    read: sum('read'),
    added: sum('added'),
    updated: sum('updated'),
    unchanged: sum('unchanged'),
    refused: sum('refused'),
  }
}

function Sums({ report }: { report: ImportReport }) {
  const t = useWords(importWords)
  const sums = Object.entries(sumsOf(report)).map(([key, n]) => [key, inFigures(n)])
  return <p>{t('sums', Object.fromEntries(sums) as Record<string, string>)}</p>
}

function Report({ report, taken }: { report: ImportReport; taken: boolean }) {
  const t = useWords(importWords)
  const { faults, faultsTotal, warnings, warningsTotal } = remarksApart(report)
  return (
    <div className="report">
      <Sheets sheets={report.sheets} />
      <div className="report-rows">
        <Findings
          findings={faults}
          total={faultsTotal}
          title={t('faults', { rows: inFigures(sumsOf(report).refused), n: inFigures(faultsTotal) })}
          lead={t('faultsLead')}
          said={t('wrong')}
        />
        <Changes report={report} title={t(taken ? 'changesTaken' : 'changes', { n: inFigures(report.changesTotal) })} />
        <Findings
          findings={warnings}
          total={warningsTotal}
          title={t('warnings', { n: inFigures(warningsTotal) })}
          lead={t('warningsLead')}
          said={t('said')}
        />
      </div>
    </div>
  )
}
