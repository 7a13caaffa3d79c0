import { useQuery } from '@tanstack/react-query'
import { Input, Select, Switch } from 'antd'
import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { guideStages } from '../guide.rules.ts'
import { placeApi } from '../place.contract.ts'
import { routeApi, RouteFields, type Stop, type StudyRoute } from '../route.contract.ts'
import { routeWords } from './route-words.ts'
import { StopsField } from './stops-field.tsx'

interface Given {
  unitId: number
  route: StudyRoute | undefined
  onClose: () => void
}

/** One route, new or changed, with its stops. */
export function RouteSide({ unitId, route, onClose }: Given) {
  const t = useWords(routeWords)
  const { data } = useQuery(asQuery(placeApi.list, { params: { unitId } }))
  const [stops, setStops] = useState<Stop[]>(route?.stops ?? [])
  const [isShort, setShort] = useState(false)
  const save = useAct(routeApi.save, { done: (_, { body }) => t('saved', body), then: onClose })
  return (
    <Side title={route ? t('editOf', route) : t('add')} open onClose={onClose}>
      <EntryForm
        schema={RouteFields}
        first={route ?? { isPublished: true }}
        onSend={(fields) => {
          setShort(stops.length < 2)
          if (stops.length < 2) return
          save.mutate({ params: { unitId }, body: { ...fields, stops, ...(route && { routeId: route.id }) } })
        }}
        sending={save.isPending}
        error={save.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="name" label={t('name')} hint={t('nameHint')} begins>
          <Input maxLength={40} />
        </Field>
        <Field name="about" label={t('about')}>
          <Input.TextArea rows={3} maxLength={500} />
        </Field>
        <Field name="stages" label={t('stages')}>
          <Select mode="multiple" options={guideStages.map((value) => ({ value, label: value }))} />
        </Field>
        <Field name="themes" label={t('themes')}>
          <Select mode="tags" open={false} tokenSeparators={['、', '，', ',']} />
        </Field>
        <Field name="safety" label={t('safetyField')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Field>
        <StopsField stops={stops} places={data?.places ?? []} onStops={setStops} />
        {isShort && stops.length < 2 && (
          <p role="alert" className="from-wrong">
            {t('few')}
          </p>
        )}
        <Field name="isPublished" label={t('isPublished')} hint={t('isPublishedHint')} valueProp="checked">
          <Switch />
        </Field>
      </EntryForm>
    </Side>
  )
}
