import { Input } from 'antd'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { outlineParts } from '../content.contract.ts'
import { courseApi, Outline } from '../entry.contract.ts'
import type { SideOfCourse } from './basics-side.tsx'
import { courseWords } from './course-words.ts'

/** The five parts of the outline, one below the other. */
export function OutlineSide({ course, onClose }: SideOfCourse) {
  const t = useWords(courseWords)
  const save = useAct(courseApi.save, { done: () => t('saved'), then: onClose })
  const { lessons: _, ...first } = course.content
  const params = { courseId: course.id }
  return (
    <Side title={t('editOutline')} open onClose={onClose}>
      <EntryForm
        schema={Outline}
        first={first}
        onSend={(outline) => save.mutate({ params, body: { revision: course.revision, outline } })}
        sending={save.isPending}
        error={save.error}
        act={t('save')}
        onCancel={onClose}
      >
        {outlineParts.map(({ key, title }, n) => (
          <Field key={key} name={key} label={title} begins={n === 0}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 16 }} />
          </Field>
        ))}
      </EntryForm>
    </Side>
  )
}
