import { Mark } from '#ui/mark.tsx'
import { useWords } from '#ui/words.ts'
import type { Figure, RuleVerdict } from '../figure.contract.ts'
import { cockpitWords, figureWords } from './words.ts'

/** How each document judges the figure, with the clause in its own words. */
export function FigureRules({ figure }: { figure: Figure }) {
  const t = useWords(figureWords)
  const ahead = figure.ahead.map((rule) => ({ ...rule, when: t('ahead', { year: rule.by }) }))
  return (
    <section className="figure-rules" aria-labelledby="rules">
      <h2 id="rules" className="section-head">
        {t('rules')}
      </h2>
      {figure.rules.length + ahead.length === 0 && <p className="quiet">{t('noRules')}</p>}
      {figure.rules.length + ahead.length > 0 && (
        <ul>
          {[...figure.rules, ...ahead].map((rule) => (
            <Rule
              key={`${rule.pack} ${rule.clause} ${rule.target} ${'by' in rule ? rule.by : ''}`}
              rule={rule}
              unit={figure.unit}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function Rule({ rule, unit }: { rule: RuleVerdict & { when?: string }; unit: string }) {
  const c = useWords(cockpitWords)
  return (
    <li>
      <p className="rule-line">
        <b>
          {rule.target} {unit}
        </b>
        <Mark standing={rule.status} gap={rule.gap} />
        {rule.when && <span className="quiet">{rule.when}</span>}
      </p>
      <blockquote>{rule.words}</blockquote>
      <p className="quiet">{c('clauseOf', { pack: rule.packName, clause: rule.clause })}</p>
      {rule.note && <p className="note">{rule.note}</p>}
    </li>
  )
}
