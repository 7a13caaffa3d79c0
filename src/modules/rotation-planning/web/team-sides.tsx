import { useQuery } from '@tanstack/react-query'
import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { Picker } from '#ui/picker.tsx'
import { useWords } from '#ui/words.ts'
import { MOST_MEMBERS, NewPin, NewTeam, pinKinds, teamApi, type PinKind } from '../team.contract.ts'
import { wishApi, type Listed } from '../wish.contract.ts'
import { settingWords } from './setting-words.ts'
import { teaches } from './teaches.ts'

interface Given {
  seasonId: string
  schools: readonly { id: number; name: string }[]
  open: boolean
  onClose: () => void
}

/** The eligible, as a list to choose from by name. */
function useTeachers(seasonId: string, isWanted: boolean): Listed[] {
  return useQuery({ ...asQuery(wishApi.list, { params: { seasonId } }), enabled: isWanted }).data?.teachers ?? []
}

const optionOf = (one: Listed, withSchool: boolean) => ({
  value: one.teacherId,
  label: [one.name, teaches(one), withSchool && one.schoolName].filter(Boolean).join('，'),
})

/** Puts together who goes together: first the school, then two to four of it. */
export function TeamSide({ seasonId, schools, open, onClose }: Given) {
  const t = useWords(settingWords)
  const [school, setSchool] = useState<number>()
  const teachers = useTeachers(seasonId, open).filter(({ schoolId }) => schoolId === school)
  const add = useAct(teamApi.add, { done: () => t('teamAdded'), then: onClose })
  return (
    <Side title={t('addTeam')} open={open} onClose={onClose}>
      <p className="of-unit">
        <Picker
          label={t('teamSchool')}
          all={t('teamSchool')}
          value={school}
          options={schools.map(({ id, name }) => ({ value: id, label: name }))}
          onPick={setSchool}
        />
      </p>
      <EntryForm
        key={school}
        schema={NewTeam}
        first={{}}
        onSend={(body) => add.mutate({ params: { seasonId }, body })}
        sending={add.isPending}
        error={add.error}
        act={t('addTeam')}
        onCancel={onClose}
      >
        <Field name="teacherIds" label={t('teamMembers')}>
          <Select
            mode="multiple"
            maxCount={MOST_MEMBERS}
            optionFilterProp="label"
            disabled={school === undefined}
            options={teachers.map((one) => optionOf(one, false))}
          />
        </Field>
      </EntryForm>
    </Side>
  )
}

/** Fixes where one teacher goes, does not go, or that the teacher stays. */
export function PinSide({ seasonId, schools, open, onClose }: Given) {
  const t = useWords(settingWords)
  const [kind, setKind] = useState<PinKind>('to')
  const teachers = useTeachers(seasonId, open)
  const add = useAct(teamApi.pin, { done: () => t('pinAdded'), then: onClose })
  return (
    <Side title={t('addPin')} open={open} onClose={onClose}>
      <EntryForm
        schema={NewPin}
        first={{ kind: 'to' }}
        onChange={(fields: Partial<z.input<typeof NewPin>>) => setKind(fields.kind ?? 'to')}
        onSend={(body) => add.mutate({ params: { seasonId }, body })}
        sending={add.isPending}
        error={add.error}
        act={t('addPin')}
        onCancel={onClose}
      >
        <Field name="teacherId" label={t('teacher')}>
          <Select
            showSearch
            optionFilterProp="label"
            placeholder={t('search')}
            options={teachers.map((one) => optionOf(one, true))}
          />
        </Field>
        <Field name="kind" label={t('kind')}>
          <Radio.Group optionType="button" options={pinKinds.map((value) => ({ value, label: t(`kind_${value}`) }))} />
        </Field>
        {kind !== 'stays' && (
          <Field name="toSchoolId" label={t('toSchool')}>
            <Select
              showSearch
              optionFilterProp="label"
              options={schools.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        )}
        <Field name="note" label={t('pinNote')}>
          <Input maxLength={100} />
        </Field>
      </EntryForm>
    </Side>
  )
}
