import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { planApi, type PlanLine } from '../plan.contract.ts'
import { researchWords } from './research-words.ts'
import { EventSide, PlanSide } from './sides.ts'
import type { UnionReply } from './union-page.tsx'

/** The plan of a year beside what became of it; each confirmed line becomes an activity. */
export function PlanSection({ data, year }: { data: UnionReply; year: number }) {
  const t = useWords(researchWords)
  const [doing, setDoing] = useState<'add' | PlanLine>()
  const { union, unitId, plan, can } = data
  const waiting = plan.filter(({ state }) => state === '待确认').length
  const done = plan.filter(({ state }) => state === '已开展').length
  const confirm = useAct(planApi.confirm, { done: (reply) => t('confirmed', reply) })
  const columns = useColumns(plan, setDoing)
  const close = () => setDoing(undefined)
  return (
    <section className="research-section" aria-label={t('plan')}>
      <h2>{t('plan')}</h2>
      <p>{plan.length === 0 ? t('noPlan', { year }) : t('planLead', { year, n: plan.length, done, waiting })}</p>
      <div className="research-tools">
        {can.includes('lead') && <Button onClick={() => setDoing('add')}>{t('addLine')}</Button>}
        {can.includes('keep') && waiting > 0 && (
          <Button
            type="primary"
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ params: { unionId: union.id }, body: { year } })}
          >
            {t('confirm', { n: waiting })}
          </Button>
        )}
      </div>
      <ProblemNote error={confirm.error ?? undefined} />
      {plan.length > 0 && (
        <RuledTable caption={t('plan')} quiet rows={plan} rowKey={({ id }) => id} columns={columns} />
      )}
      {doing === 'add' && <PlanSide union={union} year={year} onClose={close} />}
      {doing && doing !== 'add' && (
        <EventSide unitId={unitId} union={union} line={{ ...doing, year }} onClose={close} />
      )}
    </section>
  )
}

function useColumns(plan: readonly PlanLine[], onArrange: (line: PlanLine) => void): Column<PlanLine>[] {
  const t = useWords(researchWords)
  const acts: Column<PlanLine> = {
    key: 'acts',
    title: t('acts'),
    acts: true,
    cell: (line) => <Acts line={line} onArrange={onArrange} />,
  }
  return [
    { key: 'month', title: t('month'), className: 'still', cell: (line) => t('monthOf', line) },
    { key: 'theme', title: t('theme'), heads: true, cell: ({ theme }) => theme },
    { key: 'form', title: t('form'), className: 'still', cell: ({ form }) => form },
    { key: 'host', title: t('host'), cell: ({ host }) => host },
    { key: 'words', title: t('wordsHead'), cell: ({ words }) => words || '—' },
    { key: 'state', title: t('state'), className: 'still', cell: ({ state }) => state },
    ...(plan.some(({ can, eventId }) => can.length > 0 || eventId !== null) ? [acts] : []),
  ]
}

function Acts({ line, onArrange }: { line: PlanLine; onArrange: (line: PlanLine) => void }) {
  const t = useWords(researchWords)
  const drop = useAct(planApi.drop, { done: () => t('dropped') })
  const { can, eventId, id } = line
  return (
    <>
      {eventId !== null && (
        <Go to={places.researchEvent(eventId)} aria-label={t('seeOf', line)}>
          {t('see')}
        </Go>
      )}
      {can.includes('arrange') && (
        <Button type="link" size="small" aria-label={t('arrangeOf', line)} onClick={() => onArrange(line)}>
          {t('arrange')}
        </Button>
      )}
      {can.includes('drop') && (
        <Button
          type="link"
          size="small"
          aria-label={t('dropOf', line)}
          onClick={() => drop.mutate({ params: { lineId: id } })}
        >
          {t('drop')}
        </Button>
      )}
    </>
  )
}
