import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { wordsOfAbout } from '../about.rules.ts'
import { courseApi, soughtKinds, type Course, type CourseKind } from '../entry.contract.ts'
import { reviewApi, type ReviewStep } from '../review.contract.ts'
import { CourseView } from './course-view.tsx'
import { LevelsField } from './levels-field.tsx'
import { reviewWords } from './review-words.ts'
import { Reviews } from './reviews.tsx'
import { VerdictFields } from './verdict-fields.tsx'
import './course.css'

/** A course beside what is asked of whoever reviews it. */
export default function ReviewPage() {
  const t = useWords(reviewWords)
  const courseId = useParam('courseId')
  const { data: course } = useSuspenseQuery(asQuery(courseApi.read, { params: { courseId } }))
  return (
    <Page
      title={t('title', course)}
      crumbs={[{ text: course.name, to: places.course(courseId) }]}
      lead={[course.school.name, ...course.partners.map(({ name }) => name)].join('、')}
    >
      {course.can.includes('review') ? (
        <div className="course-beside">
          <div>
            <CourseView content={course.content} courseId={course.id} />
          </div>
          <ReviewForm key={course.state} course={course} />
        </div>
      ) : (
        <p>
          {t('notHere')} <Go to={places.course(courseId)}>{t('toCourse')}</Go>
        </p>
      )}
      <Reviews course={course} />
    </Page>
  )
}

function ReviewForm({ course }: { course: Course }) {
  const t = useWords(reviewWords)
  const go = useNavigate()
  const [levels, setLevels] = useState<Record<string, string>>({})
  const [kinds, setKinds] = useState<CourseKind[]>(course.kindsSought)
  const [words, setWords] = useState('')
  const review = useAct(reviewApi.review, {
    done: (_, { body }) => (body.verdict === '通过' ? t('passed') : t('returned')),
    then: () => void go({ ...places.home } as never),
  })
  const step = course.state as ReviewStep
  const send = (verdict: '通过' | '退回') =>
    review.mutate({ params: { courseId: course.id }, body: { step, verdict, words, levels, kinds } })
  return (
    <section aria-label={step}>
      <h2 className="section-head">{step}</h2>
      <Lead course={course} />
      {step === '专家评审' && !course.isExpertless && (
        <LevelsField rubric={course.rubric} levels={levels} onLevels={setLevels} />
      )}
      {step === '学区审定' && <Kinds kinds={kinds} onKinds={setKinds} />}
      <VerdictFields words={words} onWords={setWords} error={review.error} sending={review.isPending} onSend={send} />
    </section>
  )
}

/** What this step is about, and what is known by now. */
function Lead({ course }: { course: Course }) {
  const t = useWords(reviewWords)
  const { state, audience, audienceSought, rubric, score, kindsSought, note, published } = course
  const then = (audienceSought ?? audience) === '本校' ? t('thenPublished') : t('thenExperts')
  return (
    <>
      {state === '学校审核' && <p>{t('schoolLead', { then })}</p>}
      {state === '专家评审' && rubric && (
        <p>{course.isExpertless ? t('expertless') : t('expertLead', { rubric: rubric.name })}</p>
      )}
      {state === '学区审定' && <p>{t('officeLead', { n: published + 1 })}</p>}
      {state === '学区审定' && (
        <p>{score === null || !rubric ? t('noScore') : t('score', { score, premium: rubric.premium })}</p>
      )}
      <p>{kindsSought.length > 0 ? t('sought', { kinds: kindsSought.join('、') }) : t('soughtNone')}</p>
      {course.aboutSought && <p>{t('aboutSought', { words: wordsOfAbout(course, course.aboutSought) })}</p>}
      {note && <p>{t('note', { note })}</p>}
    </>
  )
}

function Kinds({ kinds, onKinds }: { kinds: CourseKind[]; onKinds: (kinds: CourseKind[]) => void }) {
  const t = useWords(reviewWords)
  return (
    <fieldset className="course-rubric">
      <legend>{t('kinds')}</legend>
      {soughtKinds.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={kinds.includes(kind)}
            onChange={({ target }) => onKinds(target.checked ? [...kinds, kind] : kinds.filter((one) => one !== kind))}
          />
          {kind}
        </label>
      ))}
    </fieldset>
  )
}
