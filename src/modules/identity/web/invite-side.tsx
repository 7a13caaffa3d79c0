import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import type { Role } from '#shared/access.ts'
import { useAct } from '#ui/act.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { Invite, invitationApi } from '../invitation.contract.ts'
import { accountsWords } from './accounts-words.ts'
import { LinkShown } from './link-shown.tsx'

const InviteAt = Invite.extend({ unitId: z.number('请选择单位') })
type Place = Received<typeof invitationApi.list>['places'][number]

interface Given {
  places: readonly Place[]
  open: boolean
  onClose: () => void
}

/** Invites one person; then shows the link. */
export function InviteSide({ places, open, onClose }: Given) {
  const t = useWords(accountsWords)
  const [made, setMade] = useState<{ link: Received<typeof invitationApi.invite>; name: string }>()
  const close = () => {
    setMade(undefined)
    onClose()
  }
  return (
    <Side title={t('inviteTitle')} open={open} onClose={close}>
      {made ? (
        <>
          <LinkShown {...made} />
          <p className="entry-acts">
            <Button onClick={() => setMade(undefined)}>{t('again')}</Button>
            <Button onClick={close}>{t('close')}</Button>
          </p>
        </>
      ) : (
        <InviteForm places={places} onMade={setMade} onCancel={close} />
      )}
    </Side>
  )
}

interface FormGiven {
  places: readonly Place[]
  onMade: (made: { link: Received<typeof invitationApi.invite>; name: string }) => void
  onCancel: () => void
}

function InviteForm({ places, onMade, onCancel }: FormGiven) {
  const t = useWords(accountsWords)
  const [form] = Form.useForm()
  const only = places.length === 1 ? places[0] : undefined
  const [unitId, setUnitId] = useState(only?.unitId)
  const [role, setRole] = useState<Role>()
  const act = useAct(invitationApi.invite, {
    then: (link, given) => onMade({ link, name: given.body.name }),
  })
  const roles = places.find((place) => place.unitId === unitId)?.roles ?? []
  const follow = (fields: Partial<z.input<typeof InviteAt>>) => {
    if (fields.unitId !== unitId) form.setFieldsValue({ role: undefined, personId: undefined })
    setUnitId(fields.unitId)
    setRole(fields.unitId === unitId ? fields.role : undefined)
  }
  return (
    <EntryForm
      schema={InviteAt}
      form={form}
      first={{ ...(only && { unitId: only.unitId }) }}
      onChange={follow}
      onSend={({ unitId, ...body }) => act.mutate({ params: { unitId }, body })}
      sending={act.isPending}
      error={act.error}
      act={t('make')}
      onCancel={onCancel}
    >
      <Field name="unitId" label={t('place')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={places.map(({ unitId: value, name }) => ({ value, label: name }))}
        />
      </Field>
      <Field name="role" label={t('roleOf')}>
        <Select
          disabled={roles.length === 0}
          options={roles.map(({ role: value, roleName }) => ({ value, label: roleName }))}
        />
      </Field>
      {role === 'teacher' && unitId !== undefined && (
        <Field name="personId" label={t('person')} hint={t('personHint')}>
          <PersonSelect unitId={unitId} onName={(name) => form.setFieldValue('name', name)} />
        </Field>
      )}
      <Field name="name" label={t('name')}>
        <Input maxLength={40} autoComplete="off" />
      </Field>
      <Field name="untilDay" label={t('untilDay')} hint={t('untilHint')}>
        <DayInput />
      </Field>
      <Field name="mail" label={t('mail')} hint={t('mailHint')}>
        <Input type="email" autoComplete="off" />
      </Field>
      <Field name="phone" label={t('phone')} hint={t('phoneHint')}>
        <Input type="tel" autoComplete="off" />
      </Field>
    </EntryForm>
  )
}

interface PersonGiven {
  unitId: number
  onName: (name: string) => void
  value?: string
  onChange?: (personId: string | undefined) => void
  id?: string
}

/** Whose account it is to be, out of the register of the school. */
function PersonSelect({ unitId, onName, value, onChange, id }: PersonGiven) {
  const [q, setQ] = useState('')
  const { data, isFetching } = useQuery(asQuery(invitationApi.persons, { params: { unitId }, query: { q } }))
  const persons = data?.persons ?? []
  const pick = (personId: string | undefined) => {
    onChange?.(personId)
    const found = persons.find((person) => person.personId === personId)
    if (found) onName(found.name)
  }
  return (
    <Select
      {...(id && { id })}
      value={value ?? null}
      allowClear
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setQ }}
      onChange={(personId: string | null) => pick(personId ?? undefined)}
      options={persons.map((person) => ({
        value: person.personId,
        label: person.note ? `${person.name}（${person.note}）` : person.name,
      }))}
    />
  )
}
