import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { schoolApi } from '#modules/organizations/school.contract.ts'
import { lastDay, schoolYearOf } from '#shared/school-year.ts'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { kinds, lines } from '../line.contract.ts'
import { studioApi, StudioFields, type Studio } from '../studio.contract.ts'
import { today } from './moment.ts'
import { studioWords } from './studio-words.ts'

interface Given {
  unitId: number
  studio?: Studio
  onClose: () => void
}

/** A studio, new or changed. */
export function StudioSide({ unitId, studio, onClose }: Given) {
  const t = useWords(studioWords)
  const after = { done: (_: unknown, { body }: { body: { name: string } }) => t('saved', body), then: onClose }
  const add = useAct(studioApi.add, after)
  const change = useAct(studioApi.change, after)
  const { isPending, error } = studio ? change : add
  const options = useSchools(unitId)
  return (
    <Side title={studio ? t('change') : t('add')} open onClose={onClose}>
      <EntryForm
        schema={StudioFields}
        first={firstOf(studio)}
        onSend={(body) =>
          studio ? change.mutate({ params: { studioId: studio.id }, body }) : add.mutate({ params: { unitId }, body })
        }
        sending={isPending}
        error={error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="line" label={t('line')}>
          <Select options={lines.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="name" label={t('name')} hint={t('nameHint')} begins>
          <Input maxLength={40} />
        </Field>
        <Field name="field" label={t('field')}>
          <Input maxLength={20} />
        </Field>
        <Field name="schoolId" label={t('school')}>
          <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
        </Field>
        <Field name="host" label={t('hostField')} hint={t('hostHint')}>
          <Input maxLength={40} />
        </Field>
        <Field name="kind" label={t('kind')} hint={t('kindHint')}>
          <Select options={kinds.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="from" label={t('from')}>
          <DayInput />
        </Field>
        <Field name="until" label={t('until')}>
          <DayInput />
        </Field>
        <Field name="about" label={t('about')}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Field>
      </EntryForm>
    </Side>
  )
}

/** A new one works for three school years, of the cluster's own kind, where nobody says otherwise. */
function firstOf(studio: Studio | undefined) {
  if (!studio) return { kind: kinds[0], from: today(), until: lastDay(schoolYearOf(today()) + 2) }
  const { line, kind, name, field, host, about, from, until } = studio
  return { line, kind, name, field, host: host.name, schoolId: host.schoolId, about, from, until }
}

/** The schools of a cluster as choices of a list. */
function useSchools(unitId: number): { value: number; label: string }[] {
  const year = schoolYearOf(today())
  const { data } = useQuery(asQuery(schoolApi.list, { params: { unitId }, query: { year } }))
  return (data?.schools ?? []).map(({ id, name }) => ({ value: id, label: name }))
}
