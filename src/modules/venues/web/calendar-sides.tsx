import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { dayInWords } from '#shared/day.ts'
import { weekdayName } from '#shared/week.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { calendarApi, SpecialDayFields, TermFields, type CalendarTerm } from '../calendar.contract.ts'
import { termName } from '../calendar.rules.ts'
import { dayKinds, type DayKind } from '../day.rules.ts'
import { useTold } from './calendar-told.ts'
import { calendarWords } from './calendar-words.ts'

interface Given {
  unitId: number
  open: boolean
  onClose: () => void
}

const TermSpan = TermFields.pick({ from: true, until: true, source: true })

/** The first and last day of a term, and who says so. */
export function TermSide({ unitId, term, open, onClose }: Given & { term: CalendarTerm }) {
  const t = useWords(calendarWords)
  const told = useTold()
  const name = termName(term)
  const save = useAct(calendarApi.saveTerm, {
    done: ({ clashes }) => told('saved', name, clashes),
    then: onClose,
  })
  const { schoolYear, from, until, source } = term
  return (
    <Side title={t(from ? 'changeOf' : 'recordOf', { term: name })} open={open} onClose={onClose}>
      <EntryForm
        schema={TermSpan}
        first={{ ...(from && { from }), ...(until && { until }), ...(source && { source }) }}
        onSend={(span) => save.mutate({ params: { unitId }, body: { ...span, schoolYear, term: term.term } })}
        sending={save.isPending}
        error={save.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="from" label={t('fromDay')} begins>
          <DayInput />
        </Field>
        <Field name="until" label={t('untilDay')}>
          <DayInput />
        </Field>
        <Field name="source" label={t('source')} hint={t('sourceHint')}>
          <Input maxLength={60} />
        </Field>
      </EntryForm>
    </Side>
  )
}

export type FirstDay = Partial<z.input<typeof SpecialDayFields>>

/** A day that is not what the calendars say: off, or with lessons, and by which weekday. */
export function SpecialDaySide({ unitId, first, open, onClose }: Given & { first: FirstDay }) {
  const t = useWords(calendarWords)
  const told = useTold()
  const [kind, setKind] = useState<DayKind | undefined>(first.kind)
  const save = useAct(calendarApi.saveDay, {
    done: ({ clashes }, { body }) => told('saved', dayInWords(body.day), clashes),
    then: onClose,
  })
  return (
    <Side title={t('addDay')} open={open} onClose={onClose}>
      <EntryForm
        schema={SpecialDayFields}
        first={first}
        onChange={(fields) => setKind(fields.kind)}
        onSend={(body) => save.mutate({ params: { unitId }, body })}
        sending={save.isPending}
        error={save.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="day" label={t('day')} begins>
          <DayInput />
        </Field>
        <Field name="kind" label={t('kind')}>
          <Radio.Group options={dayKinds.map((value) => ({ value, label: value }))} />
        </Field>
        {kind === '上学日' && (
          <Field name="follows" label={t('follows')} hint={t('followsHint')}>
            <Select allowClear options={[1, 2, 3, 4, 5].map((value) => ({ value, label: weekdayName(value) }))} />
          </Field>
        )}
        <Field name="words" label={t('words')} hint={t('wordsHint')}>
          <Input maxLength={20} />
        </Field>
      </EntryForm>
    </Side>
  )
}
