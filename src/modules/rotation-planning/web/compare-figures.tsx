import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { PlanLine } from '../plan.contract.ts'
import { compareWords } from './compare-words.ts'
import { bestOf } from './comparison.ts'
import { rowsOf, type FigureRow } from './plan-figures.ts'
import type { PlanData } from './plan-page.tsx'
import { proofWords } from './plan-table.tsx'
import { planWords } from './plan-words.ts'

interface Line {
  key: string
  title: string
  shown: string[]
  /** Which of them is the best, where one is. */
  best: boolean[]
}

/** The figures of plans beside each other; the better one is told by a word. */
export function CompareFigures({ plans }: { plans: PlanData[] }) {
  const t = useWords(compareWords)
  const p = useWords(planWords)
  const lines = plans.map(({ plan }) => plan)
  const word = t(plans.length === 2 ? 'better' : 'best')
  return (
    <div className="compare-figures">
      <RuledTable
        caption={t('figures')}
        quiet
        rows={useLines(lines)}
        rowKey={({ key }) => key}
        columns={[
          { key: 'title', title: p('figure'), heads: true, cell: ({ title }) => title },
          ...lines.map(({ id, number }, at): Column<Line> => ({
            key: id,
            title: <Go to={places.rotationPlan(id)}>{p('plan', { number })}</Go>,
            numeric: true,
            cell: ({ shown, best }) => (
              <>
                {best[at] && <span className="best">{word}</span>} {shown[at]}
              </>
            ),
          })),
        ]}
      />
      <ul className="compare-proofs">
        {lines.map((plan) => (
          <li key={plan.id}>{t('proofOf', { number: plan.number, proof: proofWords(p, plan) })}</li>
        ))}
      </ul>
    </div>
  )
}

function useLines(plans: readonly PlanLine[]): Line[] {
  const t = useWords(compareWords)
  const p = useWords(planWords)
  const stages = [...new Set(plans.flatMap(({ figures }) => figures.gaps.map(({ stage }) => stage)))]
  const gaps = stages.map((stage): FigureRow => ({
    ...{ key: stage, title: p('gapIn', { stage }), digits: 2, better: 'least' },
    of: ({ gaps }) => gaps.find((one) => one.stage === stage)?.after ?? 0,
  }))
  const faults = plans.map(({ faults }) => faults)
  const told = (key: string, title: string, shown: string[], best = shown.map(() => false)) => ({ key, title, shown, best }) // prettier-ignore
  const broken = faults.map((n) => inFigures(n))
  return [
    ...[...rowsOf(p), ...gaps].map(({ key, title, of, digits, better }) => {
      const values = plans.map(({ figures }) => of(figures))
      const shown = values.map((value) => inFigures(value, digits))
      return told(key, title, shown, bestOf(shown, values, better))
    }),
    told('faults', t('faults'), broken, bestOf(broken, faults, 'least')),
  ]
}
