import { Button } from 'antd'
import { useAct } from '#ui/act.ts'
import { useWords } from '#ui/words.ts'
import type { Lesson } from '../content.contract.ts'
import { courseApi, type Course } from '../entry.contract.ts'
import { courseWords } from './course-words.ts'

export function EditButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <span className="course-acts">
      <Button size="small" onClick={onClick}>
        {label}
      </Button>
    </span>
  )
}

/** What can be done with one lesson; deleting it can be taken back. */
export function LessonActs({ course, at, onEdit }: { course: Course; at: number; onEdit: () => void }) {
  const t = useWords(courseWords)
  const { lessons } = course.content
  const n = at + 1
  const put = useAct(courseApi.save)
  const drop = useAct(courseApi.save, {
    done: ({ revision }) => ({ text: t('lessonDropped', { n }), undo: () => write(put, lessons, revision) }),
  })
  const write = (act: typeof put, all: Lesson[], revision = course.revision) =>
    act.mutate({ params: { courseId: course.id }, body: { revision, lessons: all } })
  const lifted = [...lessons.slice(0, at - 1), lessons[at]!, lessons[at - 1]!, ...lessons.slice(at + 1)]
  return (
    <p className="course-acts">
      <Button size="small" aria-label={t('editLesson', { n })} onClick={onEdit}>
        {t('edit')}
      </Button>
      {at > 0 && (
        <Button size="small" aria-label={t('upLesson', { n })} onClick={() => write(put, lifted)}>
          {t('up')}
        </Button>
      )}
      <Button
        size="small"
        aria-label={t('dropLesson', { n })}
        onClick={() => write(drop, lessons.filter((_, one) => one !== at))} // prettier-ignore
      >
        {t('drop')}
      </Button>
    </p>
  )
}
