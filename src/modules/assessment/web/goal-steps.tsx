import { InputNumber } from 'antd'
import { useWords } from '#ui/words.ts'
import type { Step } from '../goal.rules.ts'
import { targetWords } from './target-words.ts'

interface Given {
  /** Handed in by the form. */
  value?: Step[]
  onChange?: (steps: Step[]) => void
  kind: 'count' | 'share'
  unit: string
}

/** One value a year; the last is the target itself and is changed above. */
export function GoalSteps({ value: steps = [], onChange, kind, unit }: Given) {
  const t = useWords(targetWords)
  const change = (year: number, to: number) =>
    onChange?.(steps.map((step) => (step.year === year ? { year, value: to } : step)))
  return (
    <ol className="goal-steps">
      {steps.map(({ year, value }, n) => (
        <li key={year}>
          <span>{t('year', { year })}</span>
          {n === steps.length - 1 ? (
            <b>
              {value} {unit}
            </b>
          ) : (
            <InputNumber
              aria-label={t('stepOf', { year })}
              min={0}
              precision={kind === 'share' ? 2 : 0}
              value={value}
              suffix={unit}
              onChange={(to) => to !== null && change(year, to)}
            />
          )}
        </li>
      ))}
    </ol>
  )
}
