import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useAddress, useParam } from '#ui/address.ts'
import { asQuery, call } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { tell } from '#ui/told.tsx'
import { useWords } from '#ui/words.ts'
import { correctionApi, type Corrections, type RefusedRow, type RefusedSheet } from '../correction.contract.ts'
import { CorrectionActs } from './correction-acts.tsx'
import { correctionWords } from './correction-words.ts'
import './correction.css'
import { Drafts } from './drafts.ts'
import { CorrectionWays } from './correction-ways.tsx'

/** Refused rows, put right in place: a grid, or one cell after the other. */
export default function CorrectionPage() {
  const t = useWords(correctionWords)
  const [unitId, importId] = [Number(useParam('unitId')), useParam('importId')]
  const [{ sheet: wanted }] = useAddress()
  const state = useCorrections(importId)
  const sheet = state.sheets.find((one) => one.sheet === wanted) ?? state.sheets[0]
  const until = dayInWords(state.keptUntil)
  return (
    <Page
      title={t('title')}
      crumbs={[
        { text: state.clusterName, to: places.cluster(unitId) },
        { text: t('back'), to: places.imports(unitId, importId) },
      ]}
      lead={t(state.status === 'taken' ? 'leadTaken' : 'leadChecked', { file: state.fileName, until })}
      className="correction"
    >
      {state.notKept > 0 && <p className="quiet">{t('notKept', { n: inFigures(state.notKept) })}</p>}
      {sheet ? (
        <div className="correction-body">
          <Sheets state={state} sheet={sheet} unitId={unitId} />
          <SheetRows key={sheet.sheet} state={state} sheet={sheet} unitId={unitId} />
        </div>
      ) : (
        <div className="outcome good" role="status">
          <p className="said">{t('none')}</p>
          <p className="acts">
            <Go to={places.imports(unitId, importId)}>{t('toImport')}</Go>
          </p>
        </div>
      )}
    </Page>
  )
}

/** Where the corrections stand; while rows are read again the page looks now and then, and shows them afterwards. */
function useCorrections(importId: string): Corrections {
  const t = useWords(correctionWords)
  const queries = useQueryClient()
  const { data } = useSuspenseQuery({
    ...asQuery(correctionApi.read, { params: { importId } }),
    refetchInterval: (query) => (query.state.data?.working ? 500 : false),
  })
  const wasWorking = useRef(data.working !== null)
  useEffect(() => {
    const isDone = wasWorking.current && data.working === null
    wasWorking.current = data.working !== null
    if (!isDone) return
    const open = data.sheets.reduce((sum, sheet) => sum + sheet.open, 0)
    if (data.failure === null) tell(open > 0 ? t('checkedAgain', { open: inFigures(open) }) : t('checkedFine'))
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== correctionApi.read.path })
  }, [data, queries, t])
  return data
}

function Sheets({ state, sheet, unitId }: { state: Corrections; sheet: RefusedSheet; unitId: number }) {
  const t = useWords(correctionWords)
  const [{ way }] = useAddress()
  return (
    <nav className="correction-sheets" aria-label={t('sheets')}>
      {state.sheets.map((one) => (
        <Go
          key={one.sheet}
          to={places.corrections(unitId, state.importId, { sheet: one.sheet, way })}
          current={one === sheet}
          keepScroll
        >
          {t('sheetRows', { sheet: one.sheet, open: inFigures(one.open) })}
        </Go>
      ))}
    </nav>
  )
}

function SheetRows({ state, sheet, unitId }: { state: Corrections; sheet: RefusedSheet; unitId: number }) {
  const { importId } = state
  const rows = useRows(importId, sheet.sheet)
  const keepInMind = useKeptInMind(importId, sheet.sheet)
  const drafts = useMemo(
    () =>
      rows && new Drafts(rows, (typed) => call(correctionApi.save, { params: { importId }, body: { rows: typed } })),
    [rows, importId],
  )
  useEffect(() => () => void (rows && drafts && keepInMind(rows, drafts)), [rows, drafts, keepInMind])
  if (!drafts) return null
  return <Mending state={state} sheet={sheet} drafts={drafts} unitId={unitId} />
}

const rowsKey = (importId: string, sheet: string) => [correctionApi.rows.path, importId, sheet]

/** Rows that are left for another sheet are as they were left when they are shown again. */
function useKeptInMind(importId: string, sheet: string) {
  const queries = useQueryClient()
  return useCallback(
    (rows: RefusedRow[], drafts: Drafts) => {
      const key = rowsKey(importId, sheet)
      if (queries.getQueryData(key) === rows) queries.setQueryData(key, [...drafts.rows])
    },
    [queries, importId, sheet],
  )
}

/** All refused rows of a sheet, fetched a thousand at a time. */
function useRows(importId: string, sheet: string): RefusedRow[] | undefined {
  const { data } = useQuery({
    queryKey: rowsKey(importId, sheet),
    staleTime: Infinity,
    structuralSharing: false,
    queryFn: async ({ signal }) => {
      const all: RefusedRow[] = []
      for (let after: number | null = 0; after !== null;) {
        const query: { sheet: string; after: number; limit: number } = { sheet, after, limit: 1000 }
        const page: { rows: RefusedRow[]; next: number | null } = await call(
          correctionApi.rows,
          { params: { importId }, query },
          signal,
        )
        all.push(...page.rows)
        after = page.next
      }
      return all
    },
  })
  return data
}

function Mending(given: { state: Corrections; sheet: RefusedSheet; drafts: Drafts; unitId: number }) {
  const { drafts } = given
  useSyncExternalStore(drafts.listen, () => drafts.version)
  useUnsavedKept(drafts)
  return (
    <>
      <CorrectionActs {...given} />
      <CorrectionWays {...given} />
    </>
  )
}

/** Leaving the page saves first; closing the window asks while something is not saved. */
function useUnsavedKept(drafts: Drafts): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (drafts.saving === 'saved') return
      void drafts.flush().catch(() => {})
      event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      void drafts.flush().catch(() => {})
    }
  }, [drafts])
}
