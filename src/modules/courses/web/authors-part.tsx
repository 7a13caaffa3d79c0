import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { useWords } from '#ui/words.ts'
import { courseApi, type Course } from '../entry.contract.ts'
import { courseWords } from './course-words.ts'
import { EditButton } from './lesson-acts.tsx'
import { AuthorSide } from './sides.ts'

/** Who is an author: for those who write the course. */
export function AuthorsPart({ course }: { course: Course }) {
  const t = useWords(courseWords)
  const [isAdding, setAdding] = useState(false)
  const drop = useAct(courseApi.dropAuthor, { done: () => t('authorDropped') })
  return (
    <section aria-labelledby="course-authors">
      <h2 id="course-authors" className="section-head">
        {t('authors')}
        <EditButton label={t('addAuthor')} onClick={() => setAdding(true)} />
      </h2>
      {course.authors.length === 0 && <p className="quiet">{t('noAuthors')}</p>}
      <ul className="course-materials">
        {course.authors.map(({ teacherId, name, school }) => (
          <li key={teacherId}>
            {`${name}（${school}）`}{' '}
            <Button
              size="small"
              aria-label={t('dropAuthor', { name })}
              onClick={() => drop.mutate({ params: { courseId: course.id, teacherId } })}
            >
              {t('drop')}
            </Button>
          </li>
        ))}
      </ul>
      {isAdding && <AuthorSide course={course} onClose={() => setAdding(false)} />}
    </section>
  )
}
