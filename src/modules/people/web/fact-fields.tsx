import { AutoComplete, Input, Select } from 'antd'
import type { ComponentProps } from 'react'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { backboneLevels, stages, subjectLeaderLevels, titles } from '../teacher.rules.ts'
import { handWords } from './hand-words.ts'
import { peopleWords } from './words.ts'

const choices = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** What the register says of a teacher in a year, as fields of an EntryForm. */
export function FactFields({ subjects }: { subjects: readonly string[] }) {
  const t = useWords(peopleWords)
  const h = useWords(handWords)
  return (
    <>
      <Field name="name" label={t('name')}>
        <Input maxLength={50} autoComplete="off" />
      </Field>
      <Field name="staffNo" label={t('staffNo')}>
        <Input maxLength={40} autoComplete="off" />
      </Field>
      <Field name="gender" label={t('gender')}>
        <Select allowClear options={choices(['男', '女'])} />
      </Field>
      <Field name="bornOn" label={t('bornOn')}>
        <MonthInput />
      </Field>
      <Field name="stage" label={t('stage')}>
        <Select allowClear options={choices(stages)} />
      </Field>
      <Field name="subject" label={t('subject')}>
        <AutoComplete
          allowClear
          options={choices(subjects)}
          showSearch={{ filterOption: (text, option) => (option?.value ?? '').includes(text) }}
        />
      </Field>
      <Field name="title" label={t('jobTitle')}>
        <Select allowClear options={choices(titles)} />
      </Field>
      <Field name="backbone" label={t('backbone')}>
        <Select allowClear options={choices(backboneLevels)} />
      </Field>
      <Field name="subjectLeader" label={t('subjectLeader')}>
        <Select allowClear options={choices(subjectLeaderLevels)} />
      </Field>
      <Field name="joinedOn" label={t('joinedOn')}>
        <MonthInput />
      </Field>
      <Field name="declared" label={h('declared')} hint={h('declaredHint')}>
        <Select allowClear options={choices(['是', '否'])} />
      </Field>
    </>
  )
}

type MonthGiven = Omit<ComponentProps<typeof Input>, 'value' | 'onChange' | 'type'> & {
  value?: string | null
  onChange?: (month: string | undefined) => void
}

/** A month of a year, as the ledgers have it: the browser's own field. */
export function MonthInput({ value, onChange, ...rest }: MonthGiven) {
  return (
    <Input
      {...rest}
      type="month"
      value={value?.slice(0, 7) ?? ''}
      onChange={({ target }) => onChange?.(target.value || undefined)}
    />
  )
}
