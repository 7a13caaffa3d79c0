import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { pathApi, type CoursePath } from '../path.contract.ts'
import type { ReviewStep } from '../review.contract.ts'
import { LevelsField } from './levels-field.tsx'
import { pathWords } from './path-words.ts'
import { reviewWords } from './review-words.ts'
import { VerdictFields } from './verdict-fields.tsx'

/** What is asked of whoever reviews a path, below its steps. */
export function PathReviewForm({ path }: { path: CoursePath }) {
  const t = useWords(reviewWords)
  const go = useNavigate()
  const [levels, setLevels] = useState<Record<string, string>>({})
  const [words, setWords] = useState('')
  const review = useAct(pathApi.review, {
    done: (_, { body }) => (body.verdict === '通过' ? t('passed') : t('returned')),
    then: () => void go({ ...places.home } as never),
  })
  const step = path.state as ReviewStep
  return (
    <section aria-label={step}>
      <h2 className="section-head">{step}</h2>
      <Lead path={path} />
      {step === '专家评审' && !path.isExpertless && (
        <LevelsField rubric={path.rubric} levels={levels} onLevels={setLevels} />
      )}
      <VerdictFields
        words={words}
        onWords={setWords}
        error={review.error}
        sending={review.isPending}
        onSend={(verdict) => review.mutate({ params: { pathId: path.id }, body: { step, verdict, words, levels } })}
      />
    </section>
  )
}

function Lead({ path: { state, rubric, score, isExpertless } }: { path: CoursePath }) {
  const t = useWords(pathWords)
  const r = useWords(reviewWords)
  if (state === '学校审核') return <p>{t('schoolLead')}</p>
  if (state === '专家评审')
    return <p>{isExpertless ? r('expertless') : t('expertLead', { rubric: rubric?.name ?? '' })}</p>
  return <p>{[t('officeLead'), score === null ? r('noScore') : r('scoreAlone', { score })].join('')}</p>
}
