import { useWords } from '#ui/words.ts'
import type { ReactNode } from 'react'
import { outlineParts, type CourseContent, type Lesson } from '../content.contract.ts'
import { Materials, type OpenFiles } from './course-materials.tsx'
import { courseWords } from './course-words.ts'
import './course.css'

interface Given {
  content: CourseContent
  /** Whose files its lessons name; left out where they cannot be fetched. */
  courseId?: string
  /** Of one that is open to everybody: which, with its files. */
  open?: OpenFiles
  /** Beside the heads of the outline and of the lessons. */
  outlineActs?: ReactNode
  lessonActs?: ReactNode
  /** What may be done with a lesson. */
  actsOf?: ((lesson: Lesson, n: number) => ReactNode) | undefined
}

/** What a course says: the outline in its five parts, then the lessons with their materials. */
export function CourseView({ content, courseId, open, outlineActs, lessonActs, actsOf }: Given) {
  const t = useWords(courseWords)
  return (
    <>
      <section aria-labelledby="course-outline">
        <h2 id="course-outline" className="section-head">
          {t('outline')}
          {outlineActs}
        </h2>
        {outlineParts.map(({ key, title }) => (
          <section key={key} className="course-part">
            <h3>{title}</h3>
            <p className={content[key] ? 'course-text' : 'quiet'}>{content[key] || t('notWritten')}</p>
          </section>
        ))}
      </section>
      <section aria-labelledby="course-lessons">
        <h2 id="course-lessons" className="section-head">
          {t('lessons')}
          {lessonActs}
        </h2>
        <p className="quiet">
          {content.lessons.length > 0 ? t('minutesSum', { n: content.lessons.length }) : t('noLessons')}
        </p>
        {content.lessons.map((lesson, n) => (
          <LessonView
            key={lesson.id}
            lesson={lesson}
            n={n + 1}
            courseId={courseId}
            open={open}
            acts={actsOf?.(lesson, n)}
          />
        ))}
      </section>
    </>
  )
}

interface OneLesson {
  lesson: Lesson
  n: number
  courseId: string | undefined
  open: OpenFiles | undefined
  acts: ReactNode
}

function LessonView({ lesson, n, courseId, open, acts }: OneLesson) {
  const t = useWords(courseWords)
  const { title, minutes, goals, steps, materials } = lesson
  return (
    <article className="course-lesson" aria-label={`${t('lesson', { n })} ${title}`}>
      <h3>
        {t('lesson', { n })} {title}
        {minutes !== null && <span className="quiet"> {t('minutesSaid', { n: minutes })}</span>}
      </h3>
      {acts}
      {goals && <p className="course-text">{`${t('lessonGoals')}：${goals}`}</p>}
      {steps && <p className="course-text">{`${t('lessonSteps')}：${steps}`}</p>}
      <Materials materials={materials} courseId={courseId} open={open} />
    </article>
  )
}
