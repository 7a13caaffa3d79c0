import { Checkbox, Input, Select } from 'antd'
import { dayAfter, dayOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import type { Received } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { callApi, CallChange, CallFields, type Call } from '../call.contract.ts'
import { handInWords } from './hand-in-words.ts'

interface Given {
  unitId: number
  offered: Pick<Received<typeof callApi.list>, 'sheets' | 'years'>
  /** The call that is changed; a new one without. */
  changed: Call | undefined
  open: boolean
  onClose: () => void
  onOpened: (year: number) => void
}

const DAYS = 30

/** Opens a call, or changes what is asked and until when. */
export function CallSide({ unitId, offered, changed, open, onClose, onOpened }: Given) {
  const t = useWords(handInWords)
  const u = useWords(uiWords)
  const start = useAct(callApi.open, {
    done: () => t('opened'),
    then: (_, { body }) => {
      onClose()
      onOpened(body.schoolYear)
    },
  })
  const change = useAct(callApi.change, { done: () => t('changed'), then: onClose })
  const fields = (
    <>
      <Field name="dueOn" label={t('due')}>
        <DayInput />
      </Field>
      <Field name="sheets" label={t('sheets')}>
        <Checkbox.Group options={offered.sheets.map(({ name }) => ({ value: name, label: name }))} />
      </Field>
      <Field name="note" label={t('note')} hint={t('noteHint')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
    </>
  )
  return (
    <Side title={t(changed ? 'change' : 'open')} open={open} onClose={onClose}>
      {changed ? (
        <EntryForm
          schema={CallChange}
          first={{ dueOn: changed.dueOn, sheets: changed.sheets, note: changed.note ?? '' }}
          onSend={(body) => change.mutate({ params: { callId: changed.id }, body })}
          sending={change.isPending}
          error={change.error}
          act={t('save')}
          onCancel={onClose}
        >
          {fields}
        </EntryForm>
      ) : (
        <EntryForm
          schema={CallFields}
          first={{
            ...(offered.years[0] !== undefined && { schoolYear: offered.years[0] }),
            dueOn: dayAfter(dayOf(new Date()), DAYS),
            sheets: offered.sheets.filter(({ usual }) => usual).map(({ name }) => name),
          }}
          onSend={(body) => start.mutate({ params: { unitId }, body })}
          sending={start.isPending}
          error={start.error}
          act={t('open')}
          onCancel={onClose}
        >
          <Field name="schoolYear" label={t('openYear')}>
            <Select options={offered.years.map((year) => ({ value: year, label: u('year', { year }) }))} />
          </Field>
          {fields}
        </EntryForm>
      )}
    </Side>
  )
}
