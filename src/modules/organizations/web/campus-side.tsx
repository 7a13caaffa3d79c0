import { Form, Input } from 'antd'
import { useMemo } from 'react'
import type { z } from 'zod'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { PlaceFields } from '#ui/place-fields.tsx'
import { markOfStage, type MapPoint } from '#ui/place.ts'
import { useWords } from '#ui/words.ts'
import { campusApi, type CampusLine } from '../campus.contract.ts'
import { FieldsAndPasted } from './campus-fields.ts'
import { mapWords } from './map-words.ts'

interface Given {
  schoolId: number
  campus: CampusLine | undefined
  others: readonly CampusLine[]
  tiles: string | null
  onClose: () => void
}

/** One campus: its place is typed, pasted or picked on the map. */
export function CampusSide({ schoolId, campus, others, tiles, onClose }: Given) {
  const t = useWords(mapWords)
  const [form] = Form.useForm()
  const after = { done: (_: unknown, { body }: { body: { name: string } }) => t('saved', body), then: onClose }
  const add = useAct(campusApi.add, after)
  const edit = useAct(campusApi.edit, after)
  const send = ({ pasted: _, ...body }: z.output<typeof FieldsAndPasted>) =>
    campus ? edit.mutate({ params: { campusId: campus.id }, body }) : add.mutate({ params: { schoolId }, body })
  const points = useMemo(() => others.flatMap(pointOf), [others])
  return (
    <Side title={campus ? t('editOf', campus) : t('add')} open onClose={onClose}>
      <EntryForm
        schema={FieldsAndPasted}
        form={form}
        first={campus ? { ...campus, address: campus.address ?? undefined } : {}}
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
        <PlaceFields form={form} points={points} tiles={tiles} />
        <Field name="closedOn" label={t('close')} hint={t('closeHint')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}

const pointOf = ({ id, name, longitude, latitude }: CampusLine): MapPoint[] =>
  longitude === null || latitude === null ? [] : [{ id: String(id), name, longitude, latitude, mark: markOfStage('') }]
