import { Mark } from '#ui/mark.tsx'
import { decimalsOf, inFigures } from '#ui/number.ts'
import { useWords } from '#ui/words.ts'
import { OWN_PACK } from '../goal.rules.ts'
import type { TargetFigure } from '../target.contract.ts'
import { targetWords } from './target-words.ts'
import type { TargetsData } from './targets-page.tsx'

type YearAsked = TargetFigure['years'][number]
type Rule = TargetFigure['rules'][number]

/** Figures of which several documents ask different things: the rules side by side, and what meets them all. */
export function RuleSets({ data: { figures, year } }: { data: TargetsData }) {
  const t = useWords(targetWords)
  const differing = figures.filter((figure) => figure.years.some((one) => differs(one, lastOf(figure, year))))
  if (differing.length === 0) return null
  return (
    <section aria-labelledby="compare">
      <div className="section-head">
        <h2 id="compare">{t('compare')}</h2>
        <p>{t('compareLead')}</p>
      </div>
      <div className="rule-sets">
        {differing.map((figure) => (
          <RuleSet key={figure.code} figure={figure} latest={lastOf(figure, year)} />
        ))}
      </div>
    </section>
  )
}

/** The year of a figure's last value: a year that has just begun knows few figures. */
const lastOf = ({ values }: TargetFigure, latest: number) => values.at(-1)?.year ?? latest

const differs = ({ relation, year }: YearAsked, latest: number) =>
  year >= latest && relation !== 'one' && relation !== 'same'

function RuleSet({ figure, latest }: { figure: TargetFigure; latest: number }) {
  const t = useWords(targetWords)
  const years = figure.years.filter(({ year, rules }) => year >= latest && rules.length > 0)
  const shown = new Set(years.flatMap(({ rules }) => rules.map(({ at }) => at)))
  const rules = figure.rules.filter((_, at) => shown.has(at))
  const value = figure.values.find(({ year }) => year === latest)?.value ?? null
  const { unit } = figure
  return (
    <section className="rule-set keep" aria-label={figure.name}>
      <h3>
        {figure.name}
        {value !== null && (
          <span className="quiet">{t('now', { year: latest, value: inFigures(value, decimalsOf(unit)), unit })}</span>
        )}
      </h3>
      <ul className="rule-cards">
        {rules.map((rule, at) => rule.pack !== OWN_PACK && <Card key={at} rule={rule} unit={unit} />)}
        <OwnCard rules={rules.filter(({ pack }) => pack === OWN_PACK)} unit={unit} />
      </ul>
      <ul className="relations">
        {years
          .filter(({ relation }) => relation !== 'one')
          .map((one) => (
            <Told key={one.year} asked={one} figure={figure} known={value !== null} />
          ))}
      </ul>
    </section>
  )
}

function Card({ rule, unit }: { rule: Rule; unit: string }) {
  const t = useWords(targetWords)
  const { from, until } = rule
  const when = until === null ? 'since' : until === from ? 'year' : 'span'
  return (
    <li>
      <p className="rule-line">
        <b>
          {rule.target} {unit}
        </b>
        <Mark standing={rule.status} gap={rule.gap} />
      </p>
      <p>{t(when, { from, until, year: from })}</p>
      <p className="quiet">
        {rule.packName} {rule.clause}
      </p>
      <blockquote>{rule.words}</blockquote>
      {rule.note && <p className="note">{rule.note}</p>}
    </li>
  )
}

/** The unit's own target is one thing, however many steps it has. */
function OwnCard({ rules, unit }: { rules: Rule[]; unit: string }) {
  const t = useWords(targetWords)
  const last = rules.at(-1)
  if (!last) return null
  return (
    <li>
      <p className="rule-line">
        <b>
          {last.target} {unit}
        </b>
        <Mark standing={last.status} gap={last.gap} />
      </p>
      <ul>
        {rules.map(({ from, target, status }) => (
          <li key={from} className="own-step">
            {t('year', { year: from })} {target} {unit} <Mark standing={status} bare />
          </li>
        ))}
      </ul>
      <p className="quiet">
        {last.packName} {last.clause}
      </p>
      <blockquote>{last.words}</blockquote>
    </li>
  )
}

/** What meets all rules of a year, and whether the last value does. */
function Told({ asked, figure, known }: { asked: YearAsked; figure: TargetFigure; known: boolean }) {
  const t = useWords(targetWords)
  const { relation, year, rules, atLeast, atMost } = asked
  if (relation === 'one') return null
  const { unit } = figure
  const bar = atLeast === null ? `≤ ${atMost} ${unit}` : `≥ ${atLeast} ${unit}`
  const met = rules.filter(({ at }) => figure.rules[at]!.status === 'met').length
  const facts = { year, n: rules.length, bar, low: atLeast, high: atMost }
  return (
    <li className={relation === 'exclusive' ? 'exclusive' : ''}>
      {t(`relation_${relation}`, facts)}
      {known && (met === rules.length ? t('allMet') : t('someMet', { met }))}
    </li>
  )
}
