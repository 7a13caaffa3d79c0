import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Radio, Select, Switch, type FormInstance } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { campusApi } from '#modules/organizations/campus.contract.ts'
import { asQuery, call } from '#ui/api.ts'
import { EntryForm } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { MapFrame } from '#ui/map-frame.tsx'
import { Picker } from '#ui/picker.tsx'
import { useWords } from '#ui/words.ts'
import { venueApi, VenueFields } from '../venue.contract.ts'
import { openToNames, stageNames, venueKinds } from '../venue.rules.ts'
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
  const [opened, setOpened] = useState(false)
  const [place, setPlace] = useState(placeIn(first))
  return (
    <EntryForm
      schema={VenueFields}
      form={form}
      first={first}
      onChange={(fields) => setPlace(placeIn(fields))}
      onSend={onSend}
      sending={act.isPending}
      error={act.error}
      act={t('save')}
      onCancel={onClose}
    >
      {siblings.length > 0 && <CopyFrom siblings={siblings} form={form} />}
      <Basics />
      <details
        className="venue-more"
        open={opened || act.error !== null}
        onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
      >
        <summary>{t('more')}</summary>
        <Rules />
        <Notes />
        {schoolId !== null && <Campus schoolId={schoolId} />}
        <div className="two">
          <Field name="longitude" label={t('longitude')}>
            <InputNumber step={0.001} controls={false} />
          </Field>
          <Field name="latitude" label={t('latitude')}>
            <InputNumber step={0.001} controls={false} />
          </Field>
        </div>
        <p className="quiet">{t('placeHint')}</p>
        {opened && (
          <MapFrame
            points={[]}
            picked={place}
            tiles={tiles}
            small
            onPick={(found) => {
              form.setFieldsValue(found)
              setPlace(found)
            }}
          />
        )}
      </details>
    </EntryForm>
  )
}

const placeIn = ({ longitude, latitude }: Partial<z.input<typeof VenueFields>>) =>
  typeof longitude === 'number' && typeof latitude === 'number' ? { longitude, latitude } : undefined

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
