import { Checkbox } from 'antd'
import { useState } from 'react'
import { inFigures } from '#ui/number.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords, type Say } from '#ui/words.ts'
import type { Adopted } from '../adopted.contract.ts'
import type { PlanLine } from '../plan.contract.ts'
import { AdoptAct } from './adopt-act.tsx'
import { adoptWords } from './adopt-words.ts'
import { compareWords } from './compare-words.ts'
import { picking } from './comparison.ts'
import { gapWords, meanWay } from './plan-figures.ts'
import { planWords } from './plan-words.ts'

interface Given {
  plans: readonly PlanLine[]
  adopted: Adopted | null
  mayAdopt: boolean
}

/** Plans, each with what it comes to; two or three of them are laid side by side, one is adopted. */
export function PlanTable({ plans, adopted, mayAdopt }: Given) {
  const t = useWords(planWords)
  const c = useWords(compareWords)
  const [picked, setPicked] = useState(() => plans.slice(-2).map(({ id }) => id))
  const shown = plans.filter(({ id }) => picked.includes(id)).map(({ id }) => id)
  const pick: Column<PlanLine> = {
    key: 'pick',
    title: c('pick'),
    className: 'still',
    cell: ({ id, number }) => (
      <Checkbox
        aria-label={c('pickOf', { number })}
        checked={picked.includes(id)}
        onChange={() => setPicked(picking(picked, id))}
      />
    ),
  }
  const act: Column<PlanLine> = {
    key: 'adopt',
    title: t('act'),
    acts: true,
    cell: (plan) => <AdoptAct plan={plan} adopted={adopted} />,
  }
  return (
    <>
    <RuledTable
      caption={t('plans')}
      quiet
      rows={[...plans]}
      rowKey={({ id }) => id}
      columns={[
        ...(plans.length > 1 ? [pick] : []),
        { key: 'number', title: t('number'), heads: true, className: 'still', cell: ({ id, number }) => <Go to={places.rotationPlan(id)}>{t('plan', { number })}</Go> },
        { key: 'favours', title: t('favours'), className: 'wide', cell: (plan) => <Origin plan={plan} /> },
        { key: 'moves', title: t('moves'), numeric: true, cell: ({ figures }) => inFigures(figures.moves) },
        { key: 'rate', title: t('rate'), numeric: true, cell: ({ figures }) => inFigures(figures.rate, 2) },
        { key: 'backbone', title: t('backboneShare'), numeric: true, cell: ({ figures }) => inFigures(figures.backboneShare, 2) },
        { key: 'named', title: t('named'), numeric: true, cell: ({ figures }) => inFigures(figures.namedChoice) },
        { key: 'way', title: t('averageWay'), numeric: true, cell: ({ figures }) => inFigures(meanWay(figures), 1) },
        { key: 'gap', title: t('gap'), className: 'wide', cell: ({ figures }) => gapWords(t, figures) },
        { key: 'faults', title: t('faults'), className: 'still', cell: ({ faults }) => (faults === 0 ? t('faultsNone') : <span className="missing">{t('broken', { n: faults })}</span>) },
        ...(mayAdopt ? [act] : []),
      ]}
    />
    {plans.length > 1 && (
      <p className="compare-act">
        {shown.length > 1 ? <Go to={places.comparePlans(shown)}>{c('compare')}</Go> : <span className="quiet">{c('hint')}</span>}
      </p>
    )}
    </>
  ) // prettier-ignore
}

function Origin({ plan }: { plan: PlanLine }) {
  const { origin, parent, favours, note, isCurrent, adopted } = plan
  const t = useWords(planWords)
  const a = useWords(adoptWords)
  const words = origin === 'hand' ? t('byHand', { parent: parent ?? '' }) : favours.length === 0 ? t('favour_') : favours.map((aim) => t(`favour_${aim}`)).join('、') // prettier-ignore
  return (
    <>
      {words}
      {note && `：${note}`}
      {adopted && <b className="adopted-mark">✓ {a('adopted')}</b>}
      <span className="plan-proof quiet">{proofWords(t, plan)}</span>
      {!isCurrent && <span className="plan-proof quiet">{t('stale')}</span>}
    </>
  )
}

/** A percentage that would be rounded to nothing is not nothing. */
const overWords = (t: Say<keyof typeof planWords.zh>, over: number): string =>
  over === 0 ? t('overNone') : over < 0.05 ? t('overLittle') : t('overBest', { n: inFigures(over, 1) })

/** What is proved of a plan; of one that favours something: for which weights, and what it costs by the office's own. */
export function proofWords(t: Say<keyof typeof planWords.zh>, plan: PlanLine): string {
  const { isProved, gapPercent, favours, overBestPercent: over } = plan
  if (isProved && favours.length > 0) {
    const proved = t('provedFor', { weights: favours.map((aim) => t(`more_${aim}`)).join('、') })
    if (over === null) return proved
    return `${proved}；${overWords(t, over)}`
  }
  if (isProved) return t('proved')
  return gapPercent === null ? t('notKnown') : t('gapPercent', { n: inFigures(gapPercent, 1) })
}
