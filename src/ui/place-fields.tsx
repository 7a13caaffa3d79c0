import { Form, Input, InputNumber, type FormInstance } from 'antd'
import { useMemo, useState } from 'react'
import type { Point } from '#shared/position.ts'
import { Field } from './field.tsx'
import { MapFrame } from './map-frame.tsx'
import { Picker } from './picker.tsx'
import { fromSystem, readPlace, systems, type MapPoint, type System } from './place.ts'
import { placeWords } from './place-words.ts'
import { useWords } from './words.ts'

interface Given {
  form: FormInstance
  /** What stands around it. */
  points: readonly MapPoint[]
  tiles: string | null
  /** Folded away: the map waits. */
  hidden?: boolean
}

/** Asks for a place: pasted from a map, typed, or picked on the map below. Its form's schema has longitude, latitude and `pastedPlace` as pasted. */
export function PlaceFields({ form, points, tiles, hidden = false }: Given) {
  const t = useWords(placeWords)
  const [system, setSystem] = useState<System>('WGS-84')
  const longitude = Form.useWatch<number | null | undefined>('longitude', { form, preserve: true })
  const latitude = Form.useWatch<number | null | undefined>('latitude', { form, preserve: true })
  const picked = useMemo(
    () => (typeof longitude === 'number' && typeof latitude === 'number' ? { longitude, latitude } : undefined),
    [longitude, latitude],
  )
  const read = (text: string, from: System) => {
    const found = readPlace(text)
    if (found) form.setFieldsValue(fromSystem(found, from))
  }
  const pick = (found: Point) => {
    form.resetFields(['pasted'])
    form.setFieldsValue(found)
  }
  return (
    <>
      <Field name="pasted" label={t('paste')}>
        <Input autoComplete="off" placeholder={t('pasteHint')} onChange={({ target }) => read(target.value, system)} />
      </Field>
      <Form.Item label={t('system')}>
        <Picker
          label={t('system')}
          value={system}
          options={systems.map((value) => ({ value, label: t(value) }))}
          onPick={(value = 'WGS-84') => {
            setSystem(value)
            read(String((form.getFieldValue('pasted') as string | undefined) ?? ''), value)
          }}
        />
      </Form.Item>
      <div className="place-numbers">
        <Field name="longitude" label={t('longitude')}>
          <InputNumber step={0.001} controls={false} />
        </Field>
        <Field name="latitude" label={t('latitude')}>
          <InputNumber step={0.001} controls={false} />
        </Field>
      </div>
      {!hidden && <MapFrame points={points} onPick={pick} picked={picked} tiles={tiles} small />}
    </>
  )
}
