import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Radio, Select, Switch, type FormInstance } from 'antd'
import type { z } from 'zod'
import { campusApi } from '#modules/organizations/campus.contract.ts'
import { asQuery, call } from '#ui/api.ts'
import { EntryForm } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { Picker } from '#ui/picker.tsx'
import { useWords } from '#ui/words.ts'
import { venueApi, type VenueFields } from '../venue.contract.ts'
import { openToNames, stageNames, venueKinds } from '../venue.rules.ts'
import { VenueAndPasted, withoutPasted } from './fields-and-pasted.ts'
import { Fold } from './fold.tsx'
import { HoursField } from './hours-field.tsx'
import { venueWords } from './venue-words.ts'

interface FormGiven {
  first: Partial<z.input<typeof VenueFields>>
  siblings: readonly { id: string; name: string }[]
  schoolId: number | null
  tiles: string | null
  act: { isPending: boolean; error: unknown }
  onSend: (body: VenueFields) => void
  onClose: () => void
}

/** What is said of a venue; the rest is folded away, with what suits most. */
export function VenueForm({ first, siblings, schoolId, tiles, act, onSend, onClose }: FormGiven) {
  const t = useWords(venueWords)
  const [form] = Form.useForm()
  return (
    <EntryForm
      schema={VenueAndPasted}
      form={form}
      first={first}
      onSend={(fields) => onSend(withoutPasted(fields))}
      sending={act.isPending}
      error={act.error}
      act={t('save')}
      onCancel={onClose}
    >
      {siblings.length > 0 && <CopyFrom siblings={siblings} form={form} />}
      <Basics />
      <Fold words={t('more')} failed={act.error !== null} form={form} tiles={tiles} hint={t('placeHint')}>
        <Rules />
        <Notes />
        {schoolId !== null && <Campus schoolId={schoolId} />}
      </Fold>
    </EntryForm>
  )
}

/** Hours and rules of another venue, of which there is one already. */
function CopyFrom({ siblings, form }: { siblings: readonly { id: string; name: string }[]; form: FormInstance }) {
  const t = useWords(venueWords)
  const copy = async (venueId: string) => {
    const { openings, openTo, needsApproval, minutesBefore, minutesAfter, ...rest } = await call(venueApi.read, {
      params: { venueId },
    })
    const { releaseMinutes, noticeHours, daysAhead, stages } = rest
    form.setFieldsValue({ openings, openTo, needsApproval, minutesBefore, minutesAfter })
    form.setFieldsValue({ releaseMinutes, noticeHours, daysAhead, stages })
  }
  return (
    <p className="venue-of">
      <Picker
        label={t('copyFrom')}
        all={t('copyFrom')}
        value={undefined}
        options={siblings.map(({ id, name }) => ({ value: id, label: name }))}
        onPick={(id) => id !== undefined && void copy(id)}
      />
      <span className="quiet">{t('copyHint')}</span>
    </p>
  )
}

function Basics() {
  const t = useWords(venueWords)
  return (
    <>
      <Field name="name" label={t('name')} begins>
        <Input maxLength={40} />
      </Field>
      <div className="two">
        <Field name="kind" label={t('kind')}>
          <Select options={venueKinds.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="capacity" label={t('capacity')}>
          <InputNumber min={1} max={20_000} />
        </Field>
      </div>
      <Field name="openings" label={t('hours')}>
        <HoursField />
      </Field>
      <Field name="needsApproval" label={t('needsApproval')} valueProp="checked">
        <Switch />
      </Field>
    </>
  )
}

function Rules() {
  const t = useWords(venueWords)
  const number = (
    name: 'minutesBefore' | 'minutesAfter' | 'noticeHours' | 'daysAhead' | 'releaseMinutes',
    hint?: string,
  ) => (
    <Field name={name} label={t(name)} {...(hint && { hint })}>
      <InputNumber min={0} />
    </Field>
  )
  return (
    <>
      <Field name="openTo" label={t('openTo')}>
        <Radio.Group options={openToNames.map((value) => ({ value, label: t(value) }))} />
      </Field>
      <Field name="stages" label={t('stage')} hint={t('stagesHint')}>
        <Select mode="multiple" options={stageNames.map((value) => ({ value, label: value }))} />
      </Field>
      <div className="two">
        {number('minutesBefore')}
        {number('minutesAfter')}
      </div>
      <div className="two">
        {number('noticeHours')}
        {number('daysAhead')}
      </div>
      {number('releaseMinutes', t('releaseHint'))}
    </>
  )
}

function Notes() {
  const t = useWords(venueWords)
  return (
    <>
      <Field name="room" label={t('room')}>
        <Input maxLength={40} />
      </Field>
      <Field name="about" label={t('about')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
      <Field name="safety" label={t('safety')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
      <Field name="access" label={t('access')}>
        <Input maxLength={300} />
      </Field>
    </>
  )
}

function Campus({ schoolId }: { schoolId: number }) {
  const t = useWords(venueWords)
  const { data } = useQuery(asQuery(campusApi.list, { params: { schoolId } }))
  const open = data?.campuses.filter(({ closedOn }) => closedOn === null) ?? []
  if (open.length < 2) return null
  return (
    <Field name="campusId" label={t('campus')}>
      <Select
        allowClear
        placeholder={t('noCampus')}
        options={open.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Field>
  )
}
