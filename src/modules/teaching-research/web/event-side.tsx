import { Input, Select } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { dayOf, timeOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { forms } from '../event-line.contract.ts'
import { eventApi, EventFields, type Event } from '../event.contract.ts'
import type { PlanLine } from '../plan.contract.ts'
import { firstWeekday } from '../plan.rules.ts'
import type { Union } from '../union.contract.ts'
import { eventWords } from './event-words.ts'
import { today } from './moment.ts'
import { useSchools } from './union-side.tsx'

interface Given {
  unitId: number
  onClose: () => void
  union?: Pick<Union, 'id' | 'name' | 'schools'>
  line?: PlanLine & { year: number }
  event?: Event
}

/** An activity: new from a line of the plan, new beside it, or changed. */
export function EventSide({ unitId, onClose, union, line, event }: Given) {
  const t = useWords(eventWords)
  const navigate = useNavigate()
  const add = useAct(eventApi.add, {
    done: () => t('added'),
    then: ({ id }) => void navigate({ to: '/research-activities/$eventId', params: { eventId: id } }),
  })
  const change = useAct(eventApi.change, { done: () => t('saved'), then: onClose })
  const { isPending, error } = event ? change : add
  return (
    <Side title={event ? t('changeTitle') : t('addTitle', { union: union?.name ?? '' })} open onClose={onClose}>
      <EntryForm
        schema={EventFields}
        first={event ? firstOf(event) : newOf(union, line)}
        onSend={(body) => {
          if (event) return change.mutate({ params: { eventId: event.id }, body })
          if (union) add.mutate({ params: { unionId: union.id }, body: { ...body, ...(line && { lineId: line.id }) } })
        }}
        sending={isPending}
        error={error}
        act={t('save')}
        onCancel={onClose}
      >
        <Fields unitId={unitId} lecturer={event?.lecturer?.name} />
      </EntryForm>
    </Side>
  )
}

function Fields({ unitId, lecturer }: { unitId: number; lecturer: string | undefined }) {
  const t = useWords(eventWords)
  const schools = useSchools(unitId)
  return (
    <>
      <Field name="theme" label={t('theme')} begins>
        <Input maxLength={100} />
      </Field>
      <Field name="form" label={t('form')}>
        <Select options={forms.map((value) => ({ value, label: value }))} />
      </Field>
      <Field name="day" label={t('date')}>
        <DayInput />
      </Field>
      <Field name="from" label={t('from')}>
        <Input type="time" />
      </Field>
      <Field name="until" label={t('until')}>
        <Input type="time" />
      </Field>
      <Field name="hostId" label={t('host')}>
        <Select options={schools} showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <Field name="place" label={t('place')} hint={t('placeHint')}>
        <Input maxLength={60} />
      </Field>
      <Field name="invitedIds" label={t('invited')}>
        <Select mode="multiple" options={schools} showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <Field name="lecturer" label={lecturer ? t('lecturerNow', { name: lecturer }) : t('lecturer')}>
        <Input maxLength={40} />
      </Field>
      <Field name="agenda" label={t('agenda')}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Field>
    </>
  )
}

const newOf = (union: Given['union'], line: Given['line']) => ({
  ...(line && { theme: line.theme, form: line.form, hostId: line.hostId }),
  ...(!line && { form: '合作教研' as const }),
  day: line ? firstWeekday(line.year, line.month) : today(),
  ...{ from: '14:00', until: '16:00' },
  invitedIds: (union?.schools ?? []).map(({ id }) => id).filter((id) => id !== line?.hostId),
})

const firstOf = ({ theme, form, fromAt, untilAt, hostId, place, agenda, invited }: Event) => ({
  ...{ theme, form, hostId, place, agenda, day: dayOf(new Date(fromAt)) },
  ...{ from: timeOf(new Date(fromAt)), until: timeOf(new Date(untilAt)) },
  invitedIds: invited.map(({ id }) => id),
})
