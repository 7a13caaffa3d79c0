import { dayInWords } from '#shared/day.ts'
import { useWords } from '#ui/words.ts'
import type { PlanShown } from '../plan.contract.ts'
import { creditWords } from './credit-words.ts'

/** On which document the figures rest, and what of it nobody could look up. */
export function PlanNote({ plan }: { plan: PlanShown }) {
  const t = useWords(creditWords)
  const { name, clause, words, hoursPerCredit: hours, unverified, provisional } = plan
  const from = dayInWords(plan.from)
  return (
    <div className="training-rule">
      {provisional && <p>{t('provisional', { from })}</p>}
      <p>{t('rule', { name, clause, words, from, until: dayInWords(plan.until), hours })}</p>
      {unverified.length > 0 && (
        <p>
          {t('unverified')}
          {unverified.join('')}
        </p>
      )}
    </div>
  )
}
