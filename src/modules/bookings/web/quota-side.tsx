import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { dayOf } from '#shared/day.ts'
import { venueKinds } from '#shared/venue-kinds.ts'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { Side } from '#ui/entry.tsx'
import { Picker } from '#ui/picker.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { quotaApi, type QuotaLine } from '../quota.contract.ts'
import { quotaInWords, spans } from '../quota.rules.ts'
import { searchApi } from '../search.contract.ts'
import { bookingWords } from './booking-words.ts'

/** How often one school may use the venues of another: read by all who book, kept by who answers for the venues. */
export function QuotaSide({ unitId, onClose }: { unitId: number; onClose: () => void }) {
  const t = useWords(bookingWords)
  const query = { day: dayOf(new Date()) }
  const { data: found, error } = useQuery(asQuery(searchApi.lanes, { params: { unitId }, query }))
  const [chosen, setChosen] = useState<number>()
  const schools = found?.schools ?? []
  const schoolId = chosen ?? (schools.length === 1 ? schools[0]?.id : undefined)
  return (
    <Side title={t('quotas')} open onClose={onClose}>
      <div className="feed-side">
        <p>{t('quotasWhy')}</p>
        <ProblemNote error={error} />
        <label className="booking-school">
          {t('whoseVenues')}
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            value={schoolId ?? null}
            options={schools.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        </label>
        {schoolId !== undefined && <OfSchool key={schoolId} schoolId={schoolId} onClose={onClose} />}
      </div>
    </Side>
  )
}

function OfSchool({ schoolId, onClose }: { schoolId: number; onClose: () => void }) {
  const t = useWords(bookingWords)
  const { data, error } = useQuery(asQuery(quotaApi.list, { params: { schoolId } }))
  if (!data) return <ProblemNote error={error} />
  if (data.can.includes('keep')) return <Lines schoolId={schoolId} first={data.quotas} onClose={onClose} />
  if (data.quotas.length === 0) return <p>{t('noQuotas')}</p>
  return (
    <ul>
      {data.quotas.map((line) => (
        <li key={`${line.kind} ${line.span}`}>{quotaInWords(line)}</li>
      ))}
    </ul>
  )
}

const fresh: QuotaLine = { kind: '', span: '周', uses: 2 }

function Lines({ schoolId, first, onClose }: { schoolId: number; first: readonly QuotaLine[]; onClose: () => void }) {
  const t = useWords(bookingWords)
  const [lines, setLines] = useState<readonly QuotaLine[]>(first)
  const save = useAct(quotaApi.save, { done: () => t('quotasSaved'), then: onClose })
  const change = (at: number, part: Partial<QuotaLine>) =>
    setLines(lines.map((line, n) => (n === at ? { ...line, ...part } : line)))
  return (
    <>
      {lines.length === 0 && <p>{t('noQuotas')}</p>}
      {lines.map((line, n) => (
        <div key={n} className="booking-quota" role="group" aria-label={quotaInWords(line)}>
          <LineFields line={line} n={n + 1} onChange={(part) => change(n, part)} />
          <Button
            type="text"
            aria-label={t('removeLine', { n: n + 1 })}
            onClick={() => setLines(lines.filter((_, at) => at !== n))}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button type="link" onClick={() => setLines([...lines, fresh])}>
        {t('addLine')}
      </Button>
      <ProblemNote error={save.error} />
      <p className="entry-acts">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => save.mutate({ params: { schoolId }, body: { quotas: [...lines] } })}
        >
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('leave')}</Button>
      </p>
    </>
  )
}

interface OneLine {
  line: QuotaLine
  n: number
  onChange: (part: Partial<QuotaLine>) => void
}

function LineFields({ line: { kind, span, uses }, n, onChange }: OneLine) {
  const t = useWords(bookingWords)
  return (
    <>
      <Picker
        label={t('quotaKind', { n })}
        all={t('allTogether')}
        value={kind || undefined}
        options={venueKinds.map((value) => ({ value: value as string, label: value }))}
        onPick={(chosen) => onChange({ kind: chosen ?? '' })}
      />
      <Picker
        label={t('quotaSpan', { n })}
        value={span}
        options={spans.map((value) => ({ value, label: t('each', { span: value === '月' ? '个月' : value }) }))}
        onPick={(chosen) => chosen && onChange({ span: chosen })}
      />
      <InputNumber
        aria-label={t('quotaUses', { n })}
        min={1}
        max={999}
        precision={0}
        value={uses}
        suffix={t('timesUnit')}
        onChange={(chosen) => onChange({ uses: chosen ?? 1 })}
      />
    </>
  )
}
