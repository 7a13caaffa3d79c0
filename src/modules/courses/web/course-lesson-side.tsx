import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { lesson as lessonFields, type Lesson, type Material } from '../content.contract.ts'
import { courseApi } from '../entry.contract.ts'
import type { SideOfCourse } from './basics-side.tsx'
import { courseWords } from './course-words.ts'
import { MaterialFields } from './material-fields.tsx'

const fields = lessonFields.pick({ title: true, minutes: true, goals: true, steps: true })
const fresh: Lesson = { id: '', title: '', minutes: 40, goals: '', steps: '', materials: [] }

/** One lesson, new or changed, with its materials. */
export function LessonSide({ course, at, onClose }: SideOfCourse & { at: number }) {
  const t = useWords(courseWords)
  const { lessons } = course.content
  const lesson = lessons[at] ?? fresh
  const [materials, setMaterials] = useState<Material[]>(lesson.materials)
  const save = useAct(courseApi.save, { done: () => t('saved'), then: onClose })
  const send = (said: Partial<Lesson>) => {
    const kept = materials.filter(({ title, address }) => title.trim() !== '' || address?.trim())
    const written = { ...lesson, ...said, materials: kept.map(trimmed) }
    const all = at < lessons.length ? lessons.map((one, n) => (n === at ? written : one)) : [...lessons, written]
    save.mutate({ params: { courseId: course.id }, body: { revision: course.revision, lessons: all } })
  }
  return (
    <Side title={at < lessons.length ? t('editLesson', { n: at + 1 }) : t('addLesson')} open onClose={onClose}>
      <EntryForm
        schema={fields}
        first={lesson}
        onSend={send}
        sending={save.isPending}
        error={save.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="title" label={t('lessonTitle')} begins>
          <Input maxLength={200} />
        </Field>
        <Field name="minutes" label={t('minutes')}>
          <InputNumber min={1} max={1000} precision={0} />
        </Field>
        <Field name="goals" label={t('lessonGoals')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} />
        </Field>
        <Field name="steps" label={t('lessonSteps')}>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 20 }} />
        </Field>
        <MaterialFields courseId={course.id} materials={materials} onChange={setMaterials} />
      </EntryForm>
    </Side>
  )
}

/** A link without a name is called by its address. */
const trimmed = (material: Material): Material => {
  const address = material.address?.trim() ?? null
  return { ...material, address, title: material.title.trim() || (address ?? '').slice(0, 200) }
}
