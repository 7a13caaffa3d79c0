import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { addressOf, asQuery, type Received } from '#ui/api.ts'
import { inFigures } from '#ui/number.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { needApi, type Need } from '../need.contract.ts'
import { Clause } from './clause.tsx'
import { needWords } from './need-words.ts'
import type { PartGiven } from './posts-page.tsx'
import { AddNeedSide, ChangeNeedSide, CloseNeedSide, ReportSide, SuggestSide } from './sides.ts'
import { postWords } from './words.ts'

type Needs = Received<typeof needApi.list>
type Doing = { what: 'suggest' | 'add' | 'report' } | { what: 'edit' | 'close'; need: Need }

const people = (needs: readonly Need[]) => needs.reduce((sum, { n }) => sum + n, 0)

/** What a cluster recruits together, from the lack to who was found. */
export default function NeedPart({ unitId, year }: PartGiven) {
  const n = useWords(needWords)
  const { data } = useSuspenseQuery(asQuery(needApi.list, { params: { unitId }, query: { year } }))
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const open = data.needs.filter(({ status }) => status === '拟报')
  const columns = useColumns(data.needs, (what, need) => setDoing({ what, need }))
  return (
    <section>
      <p className="post-head">{useLead(data, year)}</p>
      <Clause of="hire" />
      <Tools data={data} unitId={unitId} year={year} onDo={(what) => setDoing({ what })} />
      {data.needs.length > 0 && (
        <RuledTable caption={n('caption')} quiet rows={data.needs} rowKey={({ id }) => id} columns={columns} />
      )}
      {doing?.what === 'suggest' && (
        <SuggestSide unitId={unitId} year={year} suggestions={data.suggestions} onClose={close} />
      )}
      {doing?.what === 'add' && <AddNeedSide unitId={unitId} year={year} schools={data.schools} onClose={close} />}
      {doing?.what === 'report' && (
        <ReportSide unitId={unitId} year={year} needs={open.length} people={people(open)} onClose={close} />
      )}
      {doing?.what === 'edit' && <ChangeNeedSide need={doing.need} onClose={close} />}
      {doing?.what === 'close' && <CloseNeedSide need={doing.need} onClose={close} />}
    </section>
  )
}

function useLead({ needs }: Needs, year: number): string {
  const n = useWords(needWords)
  if (needs.length === 0) return n('leadNone', { year })
  const at = (status: Need['status']) => needs.filter((need) => need.status === status)
  return n('lead', {
    needs: needs.length,
    people: people(needs),
    open: people(at('拟报')),
    reported: people(needs) - people(at('拟报')),
    hired: needs.reduce((sum, { hired }) => sum + (hired ?? 0), 0),
  })
}

interface ToolsGiven {
  data: Needs
  unitId: number
  year: number
  onDo: (what: 'suggest' | 'add' | 'report') => void
}

function Tools({ data: { needs, suggestions, schools, can }, unitId, year, onDo }: ToolsGiven) {
  const t = useWords(postWords)
  const n = useWords(needWords)
  const open = people(needs.filter(({ status }) => status === '拟报'))
  return (
    <div className="post-tools">
      {suggestions.length > 0 && (
        <Button type="primary" onClick={() => onDo('suggest')}>
          {n('suggest', { n: suggestions.length })}
        </Button>
      )}
      {can.includes('state') && schools.length > 0 && <Button onClick={() => onDo('add')}>{n('add')}</Button>}
      {can.includes('decide') && open > 0 && <Button onClick={() => onDo('report')}>{n('report', { n: open })}</Button>}
      <a href={addressOf(needApi.export, { params: { unitId }, query: { year } })} download>
        {t('export')}
      </a>
    </div>
  )
}

function useColumns(needs: readonly Need[], onAct: (what: 'edit' | 'close', need: Need) => void): Column<Need>[] {
  const t = useWords(postWords)
  const n = useWords(needWords)
  const acts: Column<Need> = {
    key: 'acts',
    title: t('acts'),
    acts: true,
    cell: (need) => <Acts need={need} onAct={onAct} />,
  }
  return [
    {
      key: 'subject',
      title: `${t('stage')}、${t('subject')}`,
      heads: true,
      className: 'still',
      cell: ({ stage, subject }) => `${stage} ${subject}`,
    },
    { key: 'school', title: n('school'), className: 'still', cell: ({ schoolName }) => schoolName },
    { key: 'n', title: t('n'), numeric: true, cell: (need) => inFigures(need.n) },
    {
      key: 'requirement',
      title: n('requirementShort'),
      className: 'wide',
      cell: ({ requirement }) => requirement ?? '—',
    },
    { key: 'status', title: t('status'), className: 'still', cell: ({ status }) => status },
    { key: 'reported', title: n('reported'), cell: (need) => reportedLine(need) },
    {
      key: 'hired',
      title: n('hired'),
      numeric: true,
      cell: (need) => (need.hired === null ? '—' : n('hiredLine', { hired: need.hired, n: need.n })),
    },
    ...(needs.some(({ can }) => can.length > 0) ? [acts] : []),
  ]
}

function reportedLine({ reportedOn, reportNumber }: Need): string {
  if (reportedOn === null) return '—'
  return reportNumber ? `${dayInWords(reportedOn)}，${reportNumber}` : dayInWords(reportedOn)
}

function Acts({ need, onAct }: { need: Need; onAct: (what: 'edit' | 'close', need: Need) => void }) {
  const n = useWords(needWords)
  const remove = useAct(needApi.remove, { done: () => n('removed') })
  const line = n('line', { ...need, school: need.schoolName })
  return (
    <span className="post-acts">
      {need.can.includes('edit') && (
        <Button type="link" size="small" aria-label={n('editOf', { line })} onClick={() => onAct('edit', need)}>
          {n('edit')}
        </Button>
      )}
      {need.can.includes('remove') && (
        <Button
          type="link"
          size="small"
          aria-label={n('removeOf', { line })}
          loading={remove.isPending}
          onClick={() => remove.mutate({ params: { needId: need.id } })}
        >
          {n('remove')}
        </Button>
      )}
      {need.can.includes('close') && (
        <Button type="link" size="small" aria-label={n('closeOf', { line })} onClick={() => onAct('close', need)}>
          {n('close')}
        </Button>
      )}
      <ProblemNote error={remove.error} />
    </span>
  )
}
