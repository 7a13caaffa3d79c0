import { Form, Input, InputNumber } from 'antd'
import { useMemo, useState } from 'react'
import type { z } from 'zod'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { campusApi, type CampusLine } from '../campus.contract.ts'
import { MapFrame } from './map-frame.tsx'
import { mapWords } from './map-words.ts'
import { FieldsAndPasted, readPlace } from './place.ts'

interface Given {
  schoolId: number
  campus: CampusLine | undefined
  others: readonly CampusLine[]
  tiles: string | null
  onClose: () => void
}

type Place = { longitude?: number | null | undefined; latitude?: number | null | undefined }
const whole = ({ longitude, latitude }: Place) =>
  typeof longitude === 'number' && typeof latitude === 'number' ? { longitude, latitude } : undefined

/** One campus: its place is typed, pasted or picked on the map. */
export function CampusSide({ schoolId, campus, others, tiles, onClose }: Given) {
  const t = useWords(mapWords)
  const [form] = Form.useForm()
  const [place, setPlace] = useState<Place>(campus ?? {})
  const after = { done: (_: unknown, { body }: { body: { name: string } }) => t('saved', body), then: onClose }
  const add = useAct(campusApi.add, after)
  const edit = useAct(campusApi.edit, after)
  const send = ({ pasted: _, ...body }: z.output<typeof FieldsAndPasted>) =>
    campus ? edit.mutate({ params: { campusId: campus.id }, body }) : add.mutate({ params: { schoolId }, body })
  const put = (found: { longitude: number; latitude: number }) => {
    form.setFieldsValue(found)
    setPlace(found)
  }
  const pick = (found: { longitude: number; latitude: number }) => {
    form.resetFields(['pasted'])
    put(found)
  }
  const points = useMemo(() => others.flatMap(pointOf), [others])
  const picked = useMemo(() => whole(place), [place])
  return (
    <Side title={campus ? t('editOf', campus) : t('add')} open onClose={onClose}>
      <EntryForm
        schema={FieldsAndPasted}
        form={form}
        first={campus ? { ...campus, address: campus.address ?? undefined } : {}}
        onChange={({ longitude, latitude }) => setPlace({ longitude, latitude })}
        onSend={send}
        sending={add.isPending || edit.isPending}
        error={add.error ?? edit.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="name" label={t('name')}>
          <Input maxLength={50} />
        </Field>
        <Field name="address" label={t('address')}>
          <Input maxLength={100} />
        </Field>
        <Field name="pasted" label={t('paste')}>
          <Input
            autoComplete="off"
            placeholder={t('pasteHint')}
            onChange={({ target }) => {
              const found = readPlace(target.value)
              if (found) put(found)
            }}
          />
        </Field>
        <div className="two">
          <Field name="longitude" label={t('longitude')}>
            <InputNumber step={0.001} controls={false} />
          </Field>
          <Field name="latitude" label={t('latitude')}>
            <InputNumber step={0.001} controls={false} />
          </Field>
        </div>
        <MapFrame points={points} onPick={pick} picked={picked} tiles={tiles} small />
        <Field name="closedOn" label={t('close')} hint={t('closeHint')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}

const pointOf = ({ id, name, longitude, latitude }: CampusLine) =>
  longitude === null || latitude === null ? [] : [{ id, name, longitude, latitude, stage: '' }]
