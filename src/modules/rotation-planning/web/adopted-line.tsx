import { dayInWords } from '#shared/day.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import type { Adopted } from '../adopted.contract.ts'
import type { PlanLine } from '../plan.contract.ts'
import { adoptWords } from './adopt-words.ts'

/** Which plan of the season was adopted, the way to its batch, and how many schools have said what. */
export function AdoptedLine({ plan, adopted }: { plan: PlanLine; adopted: Adopted }) {
  const t = useWords(adoptWords)
  const { number, batchId, planId, title, state, opinions, heardUntil, replaceable } = adopted
  const isThis = planId === plan.id
  const count = (said: boolean | null) => opinions.filter(({ agrees }) => agrees === said).length
  const counts = { number, agree: count(true), object: count(false), silent: count(null) }
  return (
    <section className="adopted-line" aria-label={t('opinions')}>
      <p>
        <span aria-hidden="true">✓ </span>
        {isThis ? t('adoptedAs', { title, state }) : <Go to={places.rotationPlan(planId)}>{t('otherAdopted', { number })}</Go>}{' '}
        {isThis && <Go to={places.batch(batchId)}>{t('toBatch')}</Go>}
        {!isThis && !replaceable && t('tooLate', { title, state })}
      </p>
      {state === '听取意见' && (
        <p>
          {t('opinionsOn', counts)}
          {heardUntil && <span className="quiet">（{t('until_', { day: dayInWords(heardUntil) })}）</span>}
        </p>
      )}
    </section>
  ) // prettier-ignore
}
