import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { pathApi, PathFields, type CoursePath, type PathStep } from '../path.contract.ts'
import { StepFields, type Drafted } from './path-step-fields.tsx'
import { pathWords } from './path-words.ts'

interface Given {
  unitId: number
  /** The one that is changed; a new one, if left out. */
  path?: CoursePath
  /** Of a new one: for which school it can be. */
  schools?: readonly { id: number; name: string }[]
  onClose: () => void
}

/** A path, new or changed, with its five steps. */
export function PathSide({ unitId, path, schools = [], onClose }: Given) {
  const t = useWords(pathWords)
  const go = useNavigate()
  const { data } = useQuery(asQuery(pathApi.choices, { params: { unitId } }))
  const [drafted, setDrafted] = useState<Drafted>(draftedOf(path))
  const [schoolId, setSchool] = useState(schools.length === 1 ? schools[0]!.id : undefined)
  const create = useAct(pathApi.create, {
    done: (_, { body }) => t('created', body),
    then: ({ id }) => void go({ ...places.coursePath(id) } as never),
  })
  const save = useAct(pathApi.save, { done: (_, { body }) => t('saved', body), then: onClose })
  const send = (fields: Omit<Parameters<typeof create.mutate>[0]['body'], 'steps'>) => {
    const body = { ...fields, steps: stepsOf(drafted) }
    if (path) save.mutate({ params: { pathId: path.id }, body: { ...body, revision: path.revision } })
    else create.mutate({ params: { unitId }, body: { ...body, ...(schoolId !== undefined && { schoolId }) } })
  }
  return (
    <Side title={path ? t('editOf', path) : t('add')} open onClose={onClose}>
      <EntryForm
        schema={PathFields}
        first={path ? firstOf(path) : {}}
        onSend={send}
        sending={create.isPending || save.isPending}
        error={create.error ?? save.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="name" label={t('name')} hint={t('nameHint')} begins>
          <Input maxLength={60} />
        </Field>
        {schools.length > 1 && (
          <p>
            <label htmlFor="path-school">{t('school')}</label>
            <Select
              id="path-school"
              value={schoolId}
              onChange={setSchool}
              options={schools.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </p>
        )}
        <StepFields choices={data?.courses ?? []} drafted={drafted} onDrafted={setDrafted} />
        <Field name="theme" label={t('theme')} hint={t('themeHint')}>
          <Input maxLength={20} />
        </Field>
        <Field name="aims" label={t('aims')}>
          <Input.TextArea rows={3} maxLength={500} />
        </Field>
        <Field name="byline" label={t('byline')} hint={!path && t('bylineHint')}>
          <Input maxLength={200} />
        </Field>
      </EntryForm>
    </Side>
  )
}

const firstOf = ({ name, theme, aims, byline }: CoursePath) => ({
  name,
  aims,
  byline,
  ...(theme !== null && { theme }),
})

const draftedOf = (path: CoursePath | undefined): Drafted =>
  Object.fromEntries(
    (path?.steps ?? []).flatMap(({ step, course, gives }) => (course ? [[step, { courseId: course.id, gives }]] : [])),
  )

const stepsOf = (drafted: Drafted): PathStep[] =>
  Object.entries(drafted).flatMap(([step, { courseId, gives }]) =>
    courseId ? [{ step: step as PathStep['step'], courseId, gives }] : [],
  )
