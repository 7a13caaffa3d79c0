import { useQuery } from '@tanstack/react-query'
import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { dayOf } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { day } from '../change.contract.ts'
import { profileApi, ProfileFields, Renaming } from '../profile.contract.ts'
import type { SchoolReply } from '../school.contract.ts'
import { ownerships, schoolKinds } from '../school.rules.ts'
import { SchoolSelect } from './change-side.tsx'
import { schoolKeepWords } from './school-keep-words.ts'

interface Given {
  school: SchoolReply
  onClose: () => void
}

const choices = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** A new name from a day on. */
export function RenameSide({ school, onClose }: Given) {
  const t = useWords(schoolKeepWords)
  const { mutate, isPending, error } = useAct(profileApi.rename, {
    done: (_, { body }) => t('renamed', { name: body.name }),
    then: onClose,
  })
  return (
    <Side title={t('rename')} open onClose={onClose}>
      <p>{t('renameWhy')}</p>
      <EntryForm
        schema={Renaming}
        first={{ name: school.name, shortName: school.shortName, day: dayOf(new Date()) }}
        onSend={(body) => mutate({ params: { schoolId: school.id }, body })}
        sending={isPending}
        error={error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="name" label={t('newName')}>
          <Input maxLength={50} />
        </Field>
        <Field name="shortName" label={t('shortName')}>
          <Input maxLength={20} />
        </Field>
        <Field name="day" label={t('from')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}

/** What a school was in one school year. */
export function ProfileSide({ school, onClose }: Given) {
  const t = useWords(schoolKeepWords)
  const u = useWords(uiWords)
  const [year, setYear] = useState(school.years[0]!.schoolYear)
  const { mutate, isPending, error } = useAct(profileApi.edit, {
    done: () => t('profileSaved', { year }),
    then: onClose,
  })
  const { kind, ownership, campuses, pupils } = school.years.find(({ schoolYear }) => schoolYear === year)!
  const first = { kind, ownership, campuses, pupils } as z.input<typeof ProfileFields>
  return (
    <Side title={t('profile')} open onClose={onClose}>
      <p className="of-unit">
        <label htmlFor="profile-year">{t('year')}</label>
        <Select
          id="profile-year"
          value={year}
          onChange={setYear}
          options={school.years.map(({ schoolYear }) => ({
            value: schoolYear,
            label: u('year', { year: schoolYear }),
          }))}
        />
      </p>
      <EntryForm
        key={year}
        schema={ProfileFields}
        first={first}
        onSend={(body) => mutate({ params: { schoolId: school.id, schoolYear: year }, body })}
        sending={isPending}
        error={error}
        act={t('save')}
        onCancel={onClose}
      >
        <Field name="kind" label={t('kind')}>
          <Select allowClear options={choices(schoolKinds)} />
        </Field>
        <Field name="ownership" label={t('ownership')}>
          <Select allowClear options={choices(ownerships)} />
        </Field>
        <Field name="campuses" label={t('campuses')}>
          <InputNumber controls={false} />
        </Field>
        <Field name="pupils" label={t('pupils')}>
          <InputNumber controls={false} />
        </Field>
      </EntryForm>
    </Side>
  )
}

const Closing = z.object({ day })

export function CloseSchool({ school, onClose }: Given) {
  const t = useWords(schoolKeepWords)
  const { mutate, isPending, error } = useAct(profileApi.close, { done: ({ told }) => told, then: onClose })
  return (
    <Side title={`${t('close')} ${school.name}`} open onClose={onClose}>
      <p>{t('closeWhy')}</p>
      <EntryForm
        schema={Closing}
        first={{}}
        onSend={(body) => mutate({ params: { schoolId: school.id }, body })}
        sending={isPending}
        error={error}
        act={t('close')}
        onCancel={onClose}
      >
        <Field name="day" label={t('lastDay')}>
          <DayInput />
        </Field>
      </EntryForm>
    </Side>
  )
}

/** Says what stands in the way before it offers to merge. */
export function MergeSchool({ school, onClose }: Given) {
  const t = useWords(schoolKeepWords)
  const [intoId, setIntoId] = useState<number>()
  const check = useQuery({
    ...asQuery(profileApi.inWay, { params: { schoolId: school.id }, query: { intoId: intoId ?? 0 } }),
    enabled: intoId !== undefined,
    retry: false,
  })
  const { mutate, isPending, error } = useAct(profileApi.merge, { done: ({ told }) => told, then: onClose })
  const free = check.data && check.data.inWay.length === 0
  return (
    <Side title={t('merge')} open onClose={onClose}>
      <p>{t('mergeWhy')}</p>
      <p className="of-unit">
        <label htmlFor="merge-into">{t('into')}</label>
        <SchoolSelect id="merge-into" without={school.id} {...(intoId && { value: intoId })} onChange={setIntoId} />
      </p>
      <div aria-live="polite">
        {free && <p>{t('nothingInWay', { name: check.data.into })}</p>}
        {check.data && !free && (
          <>
            <p>{t('inWay')}</p>
            <ul className="spans">
              {check.data.inWay.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <ProblemNote error={check.error ?? error} />
      <p className="section-acts">
        <Button
          type="primary"
          disabled={!free}
          loading={isPending}
          onClick={() => mutate({ params: { schoolId: school.id }, body: { intoId: intoId! } })}
        >
          {t('merge')}
        </Button>
      </p>
    </Side>
  )
}
