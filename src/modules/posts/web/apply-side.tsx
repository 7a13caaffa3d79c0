import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { Picker } from '#ui/picker.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { NewApplication, quotaApi, type Quota } from '../quota.contract.ts'
import { titleBefore } from '../quota.rules.ts'
import { quotaWords } from './quota-words.ts'

interface Given {
  quotas: readonly Quota[]
  schools: readonly { id: number; name: string }[]
  onClose: () => void
}

/** A candidate of the own school; what is on file for them is filled in as their reasons. */
export function ApplySide({ quotas, schools, onClose }: Given) {
  const q = useWords(quotaWords)
  const [form] = Form.useForm()
  const [schoolId, setSchoolId] = useState(schools[0]!.id)
  const [quotaId, setQuotaId] = useState((quotas.find(({ title }) => title === '高级教师') ?? quotas[0]!).id)
  const { data, error } = useQuery(asQuery(quotaApi.candidates, { params: { quotaId }, query: { schoolId } }))
  const apply = useAct(quotaApi.apply, { done: () => q('applied'), then: onClose })
  const again = () => form.setFieldsValue({ teacherId: undefined, reasons: undefined })
  const fill = (teacherId: string) =>
    form.setFieldsValue({ reasons: data?.candidates.find((one) => one.teacherId === teacherId)?.reasons ?? '' })
  const before = titleBefore[quotas.find(({ id }) => id === quotaId)!.title]
  return (
    <Side title={q('applyTitle')} open onClose={onClose}>
      <div className="post-add">
        {schools.length > 1 && (
          <Picker
            label={q('forSchool')}
            value={schoolId}
            options={schools.map(({ id, name }) => ({ value: id, label: name }))}
            onPick={(id) => {
              if (id !== undefined) setSchoolId(id)
              again()
            }}
          />
        )}
        <Picker
          label={q('forTitle')}
          value={quotaId}
          options={quotas.map(({ id, title }) => ({ value: id, label: title }))}
          onPick={(id) => {
            if (id !== undefined) setQuotaId(id)
            again()
          }}
        />
      </div>
      <ProblemNote error={error} />
      {data?.candidates.length === 0 && <p>{q('noCandidates')}</p>}
      <EntryForm
        schema={NewApplication}
        first={{}}
        form={form}
        onSend={(body) => apply.mutate({ params: { quotaId }, body: { ...body, schoolId } })}
        sending={apply.isPending}
        error={apply.error}
        act={q('apply')}
        onCancel={onClose}
      >
        <Field name="teacherId" label={q('teacher')} hint={q('teacherHint', { before })}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            onSelect={fill}
            options={(data?.candidates ?? []).map(({ teacherId, name, serviceYears }) => ({
              value: teacherId,
              label: q('option', { name, years: serviceYears }),
            }))}
          />
        </Field>
        <Field name="reasons" label={q('reasons')} hint={q('reasonsHint')}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} />
        </Field>
      </EntryForm>
    </Side>
  )
}
