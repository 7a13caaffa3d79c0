import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { courseApi, type Course } from '../entry.contract.ts'
import { AuthorsPart } from './authors-part.tsx'
import { CourseActs } from './course-acts.tsx'
import { useCourseFacts } from './course-facts.tsx'
import { CourseView } from './course-view.tsx'
import { courseWords } from './course-words.ts'
import { EditButton, LessonActs } from './lesson-acts.tsx'
import { Reviews } from './reviews.tsx'
import { BasicsSide, LessonSide, OutlineSide } from './sides.ts'
import './course.css'

/** Everything about one course; whoever writes it writes it here. */
export default function CoursePage() {
  const t = useWords(courseWords)
  const courseId = useParam('courseId')
  const { data: course } = useSuspenseQuery(asQuery(courseApi.read, { params: { courseId } }))
  const [doing, setDoing] = useState<'basics' | 'outline' | number>()
  const close = () => setDoing(undefined)
  const writes = course.can.includes('write')
  const changes = writes && course.origin?.mayChange !== false
  return (
    <Page
      title={course.name}
      crumbs={[{ text: course.cluster.name, to: places.cluster(course.cluster.id) }]}
      lead={course.byline}
      acts={<CourseActs course={course} />}
    >
      <Notices course={course} />
      <section aria-labelledby="course-basics">
        <h2 id="course-basics" className="section-head">
          {t('basics')}
          {writes && <EditButton label={t('editBasics')} onClick={() => setDoing('basics')} />}
        </h2>
        <FactList facts={useCourseFacts(course)} />
      </section>
      {writes && <AuthorsPart course={course} />}
      <CourseView
        courseId={course.id}
        content={course.content}
        outlineActs={changes && <EditButton label={t('editOutline')} onClick={() => setDoing('outline')} />}
        lessonActs={
          changes && <EditButton label={t('addLesson')} onClick={() => setDoing(course.content.lessons.length)} />
        }
        actsOf={changes ? (_, n) => <LessonActs course={course} at={n} onEdit={() => setDoing(n)} /> : undefined}
      />
      <Reviews course={course} />
      {doing === 'basics' && <BasicsSide course={course} onClose={close} />}
      {doing === 'outline' && <OutlineSide course={course} onClose={close} />}
      {typeof doing === 'number' && <LessonSide course={course} at={doing} onClose={close} />}
    </Page>
  )
}

/** What one should know before anything else: where a copy comes from, and whether there is something newer. */
function Notices({ course: { id, origin, can } }: { course: Course }) {
  const t = useWords(courseWords)
  if (!origin) return null
  return (
    <div className="course-notice">
      <Go to={places.course(origin.id)}>{t('origin', origin)}</Go>
      {origin.latest > origin.version && can.includes('update') && (
        <>
          {'。'}
          <Go to={places.courseUpdate(id)}>{t('originNewer', origin)}</Go>
        </>
      )}
      {!origin.mayChange && <div>{t('originFixed')}</div>}
    </div>
  )
}
