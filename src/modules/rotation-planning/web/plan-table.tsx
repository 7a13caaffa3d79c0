import { inFigures } from '#ui/number.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords, type Say } from '#ui/words.ts'
import type { PlanLine } from '../plan.contract.ts'
import { gapWords, meanWay } from './plan-figures.ts'
import { planWords } from './plan-words.ts'

/** Plans side by side, each with what it comes to. */
export function PlanTable({ plans }: { plans: readonly PlanLine[] }) {
  const t = useWords(planWords)
  return (
    <RuledTable
      caption={t('plans')}
      quiet
      rows={[...plans]}
      rowKey={({ id }) => id}
      columns={[
        { key: 'number', title: t('number'), heads: true, className: 'still', cell: ({ id, number }) => <Go to={places.rotationPlan(id)}>{t('plan', { number })}</Go> },
        { key: 'favours', title: t('favours'), className: 'wide', cell: (plan) => <Origin plan={plan} /> },
        { key: 'moves', title: t('moves'), numeric: true, cell: ({ figures }) => inFigures(figures.moves) },
        { key: 'rate', title: t('rate'), numeric: true, cell: ({ figures }) => inFigures(figures.rate, 2) },
        { key: 'backbone', title: t('backboneShare'), numeric: true, cell: ({ figures }) => inFigures(figures.backboneShare, 2) },
        { key: 'named', title: t('named'), numeric: true, cell: ({ figures }) => inFigures(figures.namedChoice) },
        { key: 'way', title: t('averageWay'), numeric: true, cell: ({ figures }) => inFigures(meanWay(figures), 1) },
        { key: 'gap', title: t('gap'), className: 'wide', cell: ({ figures }) => gapWords(t, figures) },
        { key: 'faults', title: t('faults'), className: 'still', cell: ({ faults }) => (faults === 0 ? t('faultsNone') : <span className="missing">{t('broken', { n: faults })}</span>) },
        { key: 'proof', title: t('proof'), className: 'wide', cell: (plan) => proofWords(t, plan) },
      ]}
    /> // prettier-ignore
  )
}

function Origin({ plan: { origin, parent, favours, note, isCurrent } }: { plan: PlanLine }) {
  const t = useWords(planWords)
  const words = origin === 'hand' ? t('byHand', { parent: parent ?? '' }) : favours.length === 0 ? t('favour_') : favours.map((aim) => t(`favour_${aim}`)).join('、') // prettier-ignore
  return (
    <>
      {words}
      {note && `：${note}`}
      {!isCurrent && <span className="quiet">（{t('stale')}）</span>}
    </>
  )
}

export function proofWords(t: Say<keyof typeof planWords.zh>, { isProved, gapPercent }: PlanLine): string {
  if (isProved) return t('proved')
  return gapPercent === null ? t('notKnown') : t('gapPercent', { n: inFigures(gapPercent, 1) })
}
