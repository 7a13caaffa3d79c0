import { Button } from 'antd'
import { dayInWords, dayOf } from '#shared/day.ts'
import { decimalsOf, inFigures } from '#ui/number.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Goal } from '../goal.contract.ts'
import type { TargetFigure } from '../target.contract.ts'
import type { Editing } from './goal-editor.tsx'
import { targetWords } from './target-words.ts'
import type { TargetsData } from './targets-page.tsx'

interface Row {
  goal: Goal
  figure: TargetFigure
}

interface Given {
  data: TargetsData
  onAct: (editing: Editing) => void
}

/** What the cluster set itself: from where, step by step, by whom; what it ended stays readable. */
export function OwnGoals({ data, onAct }: Given) {
  const t = useWords(targetWords)
  const rows = data.goals.flatMap((goal): Row[] => {
    const figure = data.figures.find(({ code }) => code === goal.code)
    return figure ? [{ goal, figure }] : []
  })
  const ended = rows.filter(({ goal }) => goal.ended)
  const running = rows.filter(({ goal }) => !goal.ended)
  return (
    <section aria-labelledby="own">
      <h2 id="own" className="section-head">
        {t('own')}
      </h2>
      {running.length === 0 && <p className="quiet">{t('ownNone')}</p>}
      {running.length > 0 && <Running rows={running} data={data} onAct={onAct} />}
      {ended.length > 0 && (
        <p className="ended">
          {t('ended')}
          {ended.map((row) => (
            <Button key={row.goal.code} size="small" onClick={() => onAct({ act: 'history', ...row })}>
              {row.figure.name}
            </Button>
          ))}
        </p>
      )}
    </section>
  )
}

function Running({ rows, data, onAct }: Given & { rows: Row[] }) {
  const t = useWords(targetWords)
  const may = data.can.includes('setTargets')
  return (
    <RuledTable
      caption={t('own')}
      quiet
      rows={rows}
      rowKey={({ goal }) => goal.code}
      columns={[
        {
          key: 'figure',
          title: t('figure'),
          heads: true,
          cell: ({ figure: { code, name } }) => (
            <Go to={places.figure({ unitId: data.unit.id, code, year: data.year })}>{name}</Go>
          ),
        },
        { key: 'baseline', title: t('baseline'), cell: (row) => <Baseline {...row} /> },
        { key: 'steps', title: t('steps'), className: 'wide', cell: (row) => <Steps {...row} /> },
        { key: 'reason', title: t('reason'), className: 'wide', cell: ({ goal }) => <Why goal={goal} /> },
        { key: 'setBy', title: t('setBy'), cell: ({ goal }) => <SetBy goal={goal} /> },
        {
          key: 'acts',
          acts: true,
          title: <span className="unseen">{t('change')}</span>,
          cell: (row) => <Acts row={row} may={may} onAct={onAct} />,
        },
      ]}
    />
  )
}

export function Baseline({ goal: { baseline }, figure }: Row) {
  const t = useWords(targetWords)
  if (!baseline) return <>{t('noBaseline')}</>
  const value = inFigures(baseline.value, decimalsOf(figure.unit))
  return <span title={baseline.rule}>{t('baselineOf', { year: baseline.year, value, unit: figure.unit })}</span>
}

export function Steps({ goal: { steps, direction }, figure: { unit } }: Row) {
  const t = useWords(targetWords)
  return (
    <ul className="steps">
      {steps.map(({ year, value }, n) => (
        <li key={year}>
          <span className="quiet">{t('year', { year })}</span>{' '}
          <span className={n === steps.length - 1 ? 'strictest' : ''}>
            {direction === 'at-least' ? '≥' : '≤'} {value} {unit}
          </span>
        </li>
      ))}
    </ul>
  )
}

export const Why = ({ goal: { reason, basis } }: { goal: Goal }) => (
  <>
    {reason}
    {basis && <span className="quiet basis">{basis}</span>}
  </>
)

export function SetBy({ goal: { setBy, setAt } }: { goal: Goal }) {
  const t = useWords(targetWords)
  return <>{t('by', { name: setBy, day: dayInWords(dayOf(new Date(setAt))) })}</>
}

function Acts({ row, may, onAct }: { row: Row; may: boolean; onAct: (editing: Editing) => void }) {
  const t = useWords(targetWords)
  const { goal, figure } = row
  const of = <span className="unseen">：{figure.name}</span>
  return (
    <span className="row-acts">
      {may && (
        <Button size="small" onClick={() => onAct({ act: 'change', goal, figure })}>
          {t('change')}
          {of}
        </Button>
      )}
      <Button size="small" onClick={() => onAct({ act: 'history', goal, figure })}>
        {t('history', { n: goal.version })}
        {of}
      </Button>
      {may && (
        <Button size="small" onClick={() => onAct({ act: 'end', goal, figure })}>
          {t('end')}
          {of}
        </Button>
      )}
    </span>
  )
}
