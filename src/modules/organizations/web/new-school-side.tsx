import { Input, Select } from 'antd'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { memberRoles } from '../membership.rules.ts'
import { NewSchool, profileApi } from '../profile.contract.ts'
import { ownerships, schoolKinds } from '../school.rules.ts'
import { changeWords } from './change-words.ts'
import { organizationWords } from './organization-words.ts'

interface Given {
  unitId: number
  ofCluster: boolean
  open: boolean
  today: string
  onClose: () => void
}

const choices = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** A school that no ledger has named yet. */
export function NewSchoolSide({ unitId, ofCluster, open, today, onClose }: Given) {
  const t = useWords(changeWords)
  const o = useWords(organizationWords)
  const { mutate, isPending, error } = useAct(profileApi.add, {
    done: (_, { body }) => t('added', { name: body.name }),
    then: onClose,
  })
  return (
    <Side title={o('newSchool')} open={open} onClose={onClose}>
      <EntryForm
        schema={NewSchool}
        first={{ day: today, role: '成员校' }}
        onSend={(body) => mutate({ params: { unitId }, body })}
        sending={isPending}
        error={error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="code" label={t('code')} hint={t('codeHint')}>
          <Input inputMode="numeric" autoComplete="off" maxLength={20} />
        </Field>
        <Field name="name" label={t('name')}>
          <Input maxLength={50} />
        </Field>
        <Field name="shortName" label={t('shortName')}>
          <Input maxLength={20} />
        </Field>
        <Field name="kind" label={t('kindOfSchool')}>
          <Select options={choices(schoolKinds)} />
        </Field>
        <Field name="ownership" label={t('ownership')}>
          <Select options={choices(ownerships)} />
        </Field>
        {ofCluster && (
          <Field name="role" label={t('newRole')}>
            <Select options={choices(memberRoles)} />
          </Field>
        )}
        <Field name="day" label={ofCluster ? t('joinDay') : t('firstDay')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}
