import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import type { ShownStep } from '../path.contract.ts'
import { pathWords } from './path-words.ts'
import './path.css'

/** The five steps side by side, on a phone one below the other; where there is no course, the gap is seen. */
export function PathSteps({ steps, label }: { steps: readonly ShownStep[]; label: string }) {
  return (
    <ol className="path-steps" aria-label={label}>
      {steps.map((one) => (
        <li key={one.step} className={one.course ? undefined : 'path-gap'}>
          <p className="path-step">
            <b aria-hidden>{one.short}</b> {one.step}
          </p>
          <Course step={one} />
        </li>
      ))}
    </ol>
  )
}

function Course({ step: { course, gives } }: { step: ShownStep }) {
  const t = useWords(pathWords)
  if (!course) return <p className="quiet">{t('gap')}</p>
  return (
    <>
      <p>{course.isOpen ? <Go to={places.course(course.id)}>{course.name}</Go> : t('gone', course)}</p>
      <p className="quiet">{course.school}</p>
      {gives && <p className="path-gives">{t('gives', { gives })}</p>}
    </>
  )
}
