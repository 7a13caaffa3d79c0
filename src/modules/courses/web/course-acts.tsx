import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { courseApi, type Course } from '../entry.contract.ts'
import { originApi } from '../origin.contract.ts'
import { courseWords } from './course-words.ts'
import { CartridgeSide, SubmitSide } from './sides.ts'

/** What can be done with a course as a whole. */
export function CourseActs({ course }: { course: Course }) {
  const t = useWords(courseWords)
  const [isSubmitting, setSubmitting] = useState(false)
  const [isExporting, setExporting] = useState(false)
  const params = { params: { courseId: course.id } }
  const recall = useAct(courseApi.recall, { done: () => t('recalled') })
  const restore = useAct(courseApi.restore, { done: () => t('restored', course) })
  const withdraw = useAct(courseApi.withdraw, {
    done: () => ({ text: t('withdrawn', course), undo: () => restore.mutate(params) }),
  })
  const may = (verb: Course['can'][number]) => course.can.includes(verb)
  const isChanged = course.state === '编写中' || course.published === 0
  return (
    <>
      <CopyActs course={course} />
      <Button onClick={() => setExporting(true)}>{t('cartridge')}</Button>
      {may('withdraw') && <Button onClick={() => withdraw.mutate(params)}>{t('withdraw')}</Button>}
      {may('restore') && <Button onClick={() => restore.mutate(params)}>{t('restore')}</Button>}
      {may('recall') && <Button onClick={() => recall.mutate(params)}>{t('recall')}</Button>}
      {may('review') && <Go to={places.courseReview(course.id)}>{t('review')}</Go>}
      {may('submit') && isChanged && (
        <Button type="primary" onClick={() => setSubmitting(true)}>
          {t('submit')}
        </Button>
      )}
      {isExporting && <CartridgeSide course={course} onClose={() => setExporting(false)} />}
      {isSubmitting && <SubmitSide course={course} onClose={() => setSubmitting(false)} />}
    </>
  )
}

/** A school takes a course over; whoever has done so opens its own. */
function CopyActs({ course }: { course: Course }) {
  const t = useWords(courseWords)
  const go = useNavigate()
  const adopt = useAct(originApi.adopt, {
    done: () => t('adopted'),
    then: ({ id }) => void go({ ...places.course(id) } as never),
  })
  return (
    <>
      {course.copies.map(({ id, school }) => (
        <Go key={id} to={places.course(id)}>
          {t('own', { school })}
        </Go>
      ))}
      {course.adoptInto.map(({ id, name }) => (
        <Button
          key={id}
          type="primary"
          loading={adopt.isPending}
          onClick={() => adopt.mutate({ params: { courseId: course.id }, body: { schoolId: id } })}
        >
          {course.adoptInto.length === 1 ? t('adopt') : t('adoptFor', { school: name })}
        </Button>
      ))}
    </>
  )
}
