import { inFigures } from '#ui/number.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords, type Say } from '#ui/words.ts'
import type { PlanFigures } from '../plan.contract.ts'
import { faultWords, rowsOf } from './plan-figures.ts'
import type { PlanData, Tried } from './plan-page.tsx'
import { planWords } from './plan-words.ts'
import { ruleWords } from './rule-words.ts'

interface Line {
  key: string
  title: string
  was: string
  now: string
}

/** What the plan comes to, and the draft beside it where something was changed. */
export function FigureTable({
  data: { plan },
  tried,
  isChanged,
}: {
  data: PlanData
  tried: Tried
  isChanged: boolean
}) {
  const t = useWords(planWords)
  const lines: Line[] = [
    ...rowsOf(t).map(({ key, title, of, digits }) => ({
      ...{ key, title },
      was: inFigures(of(plan.figures), digits),
      now: inFigures(of(tried.figures), digits),
    })),
    ...gapLines(t, plan.figures, tried.figures),
  ]
  return (
    <div className="plan-figures">
      <RuledTable
        caption={t('figure')}
        quiet
        matrix
        rows={lines}
        rowKey={({ key }) => key}
        rowClass={({ was, now }) => (was === now ? undefined : 'changed')}
        columns={[
          { key: 'title', title: t('figure'), heads: true, cell: ({ title }) => title },
          { key: 'was', title: isChanged ? t('was') : t('plan', { number: plan.number }), numeric: true, cell: ({ was }) => was },
          ...(isChanged ? [{ key: 'now', title: t('now'), numeric: true, cell: ({ now }: Line) => now }] : []),
        ]}
      />
    </div>
  ) // prettier-ignore
}

/** Before and after, stage by stage. */
const gapLines = (t: Say<keyof typeof planWords.zh>, was: PlanFigures, now: PlanFigures): Line[] =>
  was.gaps.map(({ stage, before, after }) => {
    const shown = (to: number) => `${inFigures(before, 2)} → ${inFigures(to, 2)}`
    const then = now.gaps.find((one) => one.stage === stage)?.after ?? after
    return { key: stage, title: t('gapIn', { stage }), was: shown(after), now: shown(then) }
  })

/** The rules that the draft breaks, each with whom, where and what may be. */
export function Faults({ tried: { faults } }: { tried: Tried }) {
  const t = useWords(planWords)
  const r = useWords(ruleWords)
  if (faults.length === 0) return <p className="plan-faults">✓ {t('noFaults')}</p>
  return (
    <section className="plan-faults missing" aria-live="polite">
      <h2>✕ {t('broken', { n: faults.length })}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={JSON.stringify(fault)}>{faultWords(r, fault)}</li>
        ))}
      </ul>
    </section>
  )
}
