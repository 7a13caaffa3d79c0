import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select, type FormInstance } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { useNavigate } from '@tanstack/react-router'
import { useAct } from '#ui/act.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { modes, offeringApi, OfferingFields, stages, type Offering } from '../offering.contract.ts'
import { offeringAt } from './addresses.ts'
import { formWords } from './form-words.ts'
import { SharesField } from './shares-field.tsx'
import { firstSlot, SlotsField, slotsAt, type SlotDraft } from './slots-field.tsx'

export type Choices = Received<typeof offeringApi.choices>
type Draft = Partial<z.input<typeof OfferingFields>>

interface Given {
  unitId: number
  /** The draft that is changed; left out, one is written. */
  offering?: Offering
  onClose: () => void
}

/** Writes a shared course, or changes the draft of one. */
export function OfferingSide({ unitId, offering, onClose }: Given) {
  const t = useWords(formWords)
  const [schoolId, setSchoolId] = useState(offering?.schoolId)
  const query = { schoolId }
  const { data, error } = useQuery({
    ...asQuery(offeringApi.choices, { params: { unitId }, query }),
    placeholderData: (last) => last,
  })
  return (
    <Side title={t(offering ? 'changeTitle' : 'addTitle')} open onClose={onClose}>
      <ProblemNote error={error} />
      {data && (
        <OfferingForm unitId={unitId} offering={offering} choices={data} onSchool={setSchoolId} onClose={onClose} />
      )}
    </Side>
  )
}

interface Forming {
  unitId: number
  offering: Offering | undefined
  choices: Choices
  onSchool: (schoolId: number) => void
  onClose: () => void
}

function OfferingForm({ unitId, offering, choices, onSchool, onClose }: Forming) {
  const t = useWords(formWords)
  const navigate = useNavigate()
  const [form] = Form.useForm<Draft>()
  const [now, setNow] = useState<Draft>(() => firstOf(choices, offering))
  const write = useAct(offeringApi.write, {
    done: () => t('saved'),
    then: ({ id }) => void navigate({ to: offeringAt(id).to, params: offeringAt(id).params as never }),
  })
  const change = useAct(offeringApi.change, { done: () => t('saved'), then: onClose })
  const { isPending, error } = offering ? change : write
  const follow = (next: Draft) => {
    setNow(next)
    if (next.schoolId !== undefined && next.schoolId !== now.schoolId) onSchool(next.schoolId)
    if (next.entryId !== now.entryId) takeEntry(form, choices, next.entryId)
    const slots = slotsAt(next.slots as SlotDraft[] | undefined, next)
    if (slots) form.setFieldValue('slots', slots)
  }
  return (
    <EntryForm
      schema={OfferingFields}
      form={form as FormInstance}
      first={now}
      onChange={follow}
      onSend={(body) =>
        offering
          ? change.mutate({ params: { offeringId: offering.id }, body })
          : write.mutate({ params: { unitId }, body })
      }
      sending={isPending}
      error={error}
      act={t('save')}
      onCancel={onClose}
    >
      <Fields choices={choices} now={now} isNew={!offering} />
    </EntryForm>
  )
}

/** What the repository knows of a course nobody types again. */
function takeEntry(form: FormInstance<Draft>, choices: Choices, entryId: string | null | undefined): void {
  const entry = choices.entries.find(({ id }) => id === entryId)
  if (!entry) return
  const stage = stages.find((one) => entry.stages.includes(one))
  form.setFieldsValue({ course: entry.name, ...(stage && { stage }), ...(entry.subject && { subject: entry.subject }) })
}

function firstOf(choices: Choices, offering: Offering | undefined): Draft {
  if (!offering) {
    const schoolId = choices.schoolId ?? undefined
    return { ...(schoolId !== undefined && { schoolId }), mode: '教师走教', slots: [firstSlot(choices.term)] as OfferingFields['slots'], enrolUntil: choices.term.from } // prettier-ignore
  }
  const { schoolId, entryId, course, subject, mode, places, enrolUntil, about, lecturers, slots, shares } = offering
  return {
    ...{ schoolId, ...(entryId && { entryId }), course, subject, mode, places, enrolUntil, about },
    stage: stages.find((one) => one === offering.stage)!,
    teacherIds: lecturers.map(({ teacherId }) => teacherId),
    slots: slots.map(({ school: _, venue: __, ...slot }) => slot),
    shares: shares.map(({ schoolId: id, places: n }) => ({ schoolId: id, places: n })),
  }
}

const optionsOf = (all: readonly { id: number | string; name: string }[]) =>
  all.map(({ id: value, name: label }) => ({ value, label }))
const plain = (all: readonly string[]) => all.map((value) => ({ value, label: value }))

function Fields({ choices, now, isNew }: { choices: Choices; now: Draft; isNew: boolean }) {
  const t = useWords(formWords)
  const teachers = choices.teachers.map(({ teacherId: value, name, subject }) => ({ value, label: [name, subject].filter(Boolean).join('，') })) // prettier-ignore
  const others = choices.members.filter(({ id }) => id !== now.schoolId)
  return (
    <>
      <Field name="schoolId" label={t('school')}>
        <Select
          options={optionsOf(choices.schools)}
          disabled={!isNew || choices.schools.length === 1}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Field>
      {choices.entries.length > 0 && (
        <Field name="entryId" label={t('entry')} hint={t('entryHint')}>
          <Select allowClear options={optionsOf(choices.entries)} showSearch={{ optionFilterProp: 'label' }} />
        </Field>
      )}
      <Field name="course" label={t('course')} begins>
        <Input maxLength={60} />
      </Field>
      <Field name="stage" label={t('stage')}>
        <Select options={plain(stages)} />
      </Field>
      <Field name="subject" label={t('subject')}>
        <Input maxLength={20} />
      </Field>
      <Field name="mode" label={t('mode')} hint={t('modeHint')}>
        <Select options={plain(modes)} />
      </Field>
      <Field name="teacherIds" label={t('teachers')}>
        <Select mode="multiple" options={teachers} showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <Field name="slots" label={t('slots')} hint={t('slotsHint')}>
        <SlotsField
          others={others}
          travels={now.mode === '教师走教'}
          schoolId={now.schoolId}
          venues={choices.venues}
          term={choices.term}
        />
      </Field>
      <Field name="places" label={t('places')}>
        <InputNumber min={1} max={5000} precision={0} />
      </Field>
      <Field name="shares" label={t('shares')}>
        <SharesField schools={others} />
      </Field>
      <Field name="enrolUntil" label={t('enrolUntil')}>
        <DayInput />
      </Field>
      <Field name="about" label={t('about')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
    </>
  )
}
