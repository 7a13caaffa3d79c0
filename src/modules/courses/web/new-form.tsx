import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { EntryForm } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { courseApi, NewCourse } from '../entry.contract.ts'
import { AboutFields } from './about-fields.tsx'
import { courseWords } from './course-words.ts'

/** What is asked of a new course: of the school only what the account leaves open. */
export function NewForm({ schools, subjects }: Received<typeof courseApi.places>) {
  const t = useWords(courseWords)
  const go = useNavigate()
  const [schoolId, setSchool] = useState(schools.length === 1 ? schools[0]!.id : undefined)
  const clusters = schools.find(({ id }) => id === schoolId)?.clusters ?? []
  const create = useAct(courseApi.create, {
    done: (_, { body }) => t('created', body),
    then: ({ id }) => void go({ ...places.course(id) } as never),
  })
  const named = (all: readonly { id: number; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <EntryForm
      schema={NewCourse}
      first={{ audience: '学区', licence: '署名' }}
      onSend={(body) => create.mutate({ body })}
      sending={create.isPending}
      error={create.error}
      act={t('create')}
      onChange={(fields) => fields.schoolId !== undefined && setSchool(Number(fields.schoolId))}
    >
      {schools.length > 1 && (
        <Field name="schoolId" label={t('school')}>
          <Select options={named(schools)} />
        </Field>
      )}
      {clusters.length > 1 && (
        <Field name="clusterId" label={t('cluster')}>
          <Select options={named(clusters)} />
        </Field>
      )}
      <AboutFields subjects={subjects} />
    </EntryForm>
  )
}
