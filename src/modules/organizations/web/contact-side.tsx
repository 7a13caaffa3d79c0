import { AutoComplete, Input, Select } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { dayOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { contactApi, contactDuties, ContactFields, type ContactLine } from '../contact.contract.ts'
import { contactWords } from './contact-words.ts'

interface Given {
  unitId: number
  /** Where the person may belong; without them, to the unit. */
  units?: { id: number; name: string }[]
  contact?: ContactLine
  open: boolean
  onClose: () => void
}

/** A person to call: who, as what, how, from when. */
export function ContactSide({ unitId, units, contact, open, onClose }: Given) {
  const t = useWords(contactWords)
  const [of, setOf] = useState(unitId)
  const after = { done: (_: unknown, { body }: { body: { name: string } }) => t('saved', body), then: onClose }
  const add = useAct(contactApi.add, after)
  const edit = useAct(contactApi.edit, after)
  const send = (body: z.output<typeof ContactFields>) =>
    contact ? edit.mutate({ params: { contactId: contact.id }, body }) : add.mutate({ params: { unitId: of }, body })
  const first = contact
    ? { ...contact, phone: contact.phone ?? undefined }
    : { duty: '联络员', fromDay: dayOf(new Date()) }
  return (
    <Side title={contact ? t('editOf', { name: contact.name }) : t('add')} open={open} onClose={onClose}>
      {units && (
        <p className="of-unit">
          <label htmlFor="of-unit">{t('of')}</label>
          <Select
            id="of-unit"
            showSearch={{ optionFilterProp: 'label' }}
            value={of}
            onChange={setOf}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </p>
      )}
      <EntryForm
        schema={ContactFields}
        first={first}
        onSend={send}
        sending={add.isPending || edit.isPending}
        error={add.error ?? edit.error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="name" label={t('name')}>
          <Input maxLength={30} autoComplete="off" />
        </Field>
        <Field name="duty" label={t('duty')} hint={t('dutyHint')}>
          <AutoComplete options={contactDuties.map((value) => ({ value }))} />
        </Field>
        <Field name="phone" label={t('phone')} hint={t('phoneHint')}>
          <Input type="tel" maxLength={20} autoComplete="off" />
        </Field>
        <Field name="fromDay" label={t('fromDay')}>
          <DayInput />
        </Field>
        <Field name="untilDay" label={t('untilDay')} hint={t('untilHint')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}
