import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import type { z } from 'zod'
import { dayInWords } from '#shared/day.ts'
import { firstDay } from '#shared/school-year.ts'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { batchApi, NewRotation, type Batch, type Candidate } from '../batch.contract.ts'
import { lastDayOf } from '../term.rules.ts'
import { batchWords } from './batch-words.ts'

type Choice = Received<typeof batchApi.candidates>

const Wanted = NewRotation.omit({ teacherId: true })

interface Given {
  batch: Batch
  teacher: Candidate
  choice: Choice
  onAgain: () => void
  onClose: () => void
}

/** Where to, in which form and for how long. What one takes for most teachers is filled in. */
export function AddForm({ batch, teacher, choice, onAgain, onClose }: Given) {
  const b = useWords(batchWords)
  const [form] = Form.useForm<z.input<typeof Wanted>>()
  const startOn = Form.useWatch('startOn', form) ?? firstDay(batch.schoolYear)
  const termYears = Number(Form.useWatch('termYears', form) ?? 1)
  const { name, teacherId } = teacher
  const add = useAct(batchApi.add, { done: () => b('added', { name }), then: onClose })
  return (
    <>
      <p>
        <b>{name}</b>{' '}
        {[teacher.schoolName, teacher.subject, teacher.title, teacher.backbone].filter(Boolean).join('，')}{' '}
        <Button type="link" size="small" onClick={onAgain}>
          {b('change')}
        </Button>
      </p>
      {!teacher.eligible && <p className="quiet">{b('eligibleNot')}</p>}
      <EntryForm
        schema={Wanted}
        form={form}
        first={{
          ...(choice.forms[0] && { form: choice.forms[0].form }),
          startOn: firstDay(batch.schoolYear),
          termYears: 1,
          ftePercent: 100,
          relationMoved: false,
        }}
        onSend={(body) => add.mutate({ params: { batchId: batch.id }, body: { ...body, teacherId } })}
        sending={add.isPending}
        error={add.error}
        act={b('add')}
        onCancel={onClose}
      >
        <Field name="toSchoolId" label={b('to')}>
          <Select showSearch optionFilterProp="label" options={schoolsFor(choice, teacher)} />
        </Field>
        <Field name="form" label={b('form')}>
          <Select options={choice.forms.map(({ form: value }) => ({ value, label: value }))} />
        </Field>
        <Field name="startOn" label={b('startOn')}>
          <DayInput />
        </Field>
        <Field name="termYears" label={b('term')}>
          <Select options={[1, 2, 3].map((value) => ({ value, label: b('termOf', { n: value }) }))} />
        </Field>
        <Field name="endOn" label={b('endOn')} hint={b('endHint', { day: dayInWords(lastDayOf(startOn, termYears)) })}>
          <DayInput />
        </Field>
        <Field name="ftePercent" label={b('percent')} hint={b('percentHint')}>
          <InputNumber min={1} max={100} />
        </Field>
        <Field name="weeklyLessons" label={b('lessons')}>
          <InputNumber min={0} max={60} />
        </Field>
        <Field name="groupNo" label={b('group')}>
          <Input maxLength={20} />
        </Field>
        <Field name="relationMoved" label="" valueProp="checked">
          <Checkbox>{b('relation')}</Checkbox>
        </Field>
        <Field name="note" label={b('note')}>
          <Input maxLength={200} />
        </Field>
      </EntryForm>
    </>
  )
}

const schoolsFor = ({ schools }: Choice, { schoolId }: Candidate) =>
  schools.filter(({ id }) => id !== schoolId).map(({ id, name }) => ({ value: id, label: name }))
