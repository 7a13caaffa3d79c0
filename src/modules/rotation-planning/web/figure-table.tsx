import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { faultWords, gapWords, rowsOf } from './plan-figures.ts'
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
    ...rowsOf(t).map(({ key, title, value }) => ({ key, title, was: value(plan.figures), now: value(tried.figures) })),
    { key: 'gap', title: t('gap'), was: gapWords(t, plan.figures), now: gapWords(t, tried.figures) },
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
