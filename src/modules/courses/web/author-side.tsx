import { Button, Input } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useAct } from '#ui/act.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { courseApi } from '../entry.contract.ts'
import type { SideOfCourse } from './basics-side.tsx'
import { courseWords } from './course-words.ts'

const fields = z.object({ name: z.string('请写教师的完整姓名').trim().min(2, '请写教师的完整姓名').max(30) })

/** Adds an author by the full name; where several have it, one is chosen. */
export function AuthorSide({ course, onClose }: SideOfCourse) {
  const t = useWords(courseWords)
  const [name, setName] = useState('')
  const params = { courseId: course.id }
  const add = useAct(courseApi.addAuthor, {
    done: ({ choices }, { body }) => (choices.length > 0 ? t('which', body) : t('authorAdded', body)),
    then: ({ choices }) => choices.length === 0 && onClose(),
  })
  const choices = add.data?.choices ?? []
  return (
    <Side title={t('addAuthor')} open onClose={onClose}>
      <EntryForm
        schema={fields}
        first={{}}
        onSend={(body) => {
          setName(body.name)
          add.mutate({ params, body })
        }}
        sending={add.isPending}
        error={add.error}
        act={t('addAuthor')}
        onCancel={onClose}
      >
        <Field name="name" label={t('authorName')} hint={t('authorHint')} begins>
          <Input maxLength={30} />
        </Field>
      </EntryForm>
      {choices.length > 0 && (
        <section>
          <p>{t('which', { name })}</p>
          {choices.map(({ teacherId, school, note }) => (
            <p key={teacherId}>
              <Button onClick={() => add.mutate({ params, body: { name, teacherId } })}>{`${school} ${note}`}</Button>
            </p>
          ))}
        </section>
      )}
    </Side>
  )
}
