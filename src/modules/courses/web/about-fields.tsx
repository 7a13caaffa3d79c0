import { Input, Select } from 'antd'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { audiences, courseStages, licences } from '../entry.contract.ts'
import { courseWords } from './course-words.ts'

const asOptions = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** What is said of a course when it is begun, and may be said otherwise later. */
export function AboutFields({ subjects }: { subjects: readonly string[] }) {
  const t = useWords(courseWords)
  return (
    <>
      <Field name="name" label={t('name')} hint={t('nameHint')} begins>
        <Input maxLength={60} />
      </Field>
      <Field name="stages" label={t('stages')}>
        <Select mode="multiple" options={asOptions(courseStages)} />
      </Field>
      <Field name="subject" label={t('subject')} hint={t('subjectHint')}>
        <Select showSearch allowClear options={asOptions(subjects)} />
      </Field>
      <Field name="theme" label={t('theme')} hint={t('themeHint')}>
        <Input maxLength={20} />
      </Field>
      <Field name="audience" label={t('audience')} hint={t('audienceHint')}>
        <Select options={audiences.map((value) => ({ value, label: t(`audience${value}`) }))} />
      </Field>
      <Field name="licence" label={t('licence')} hint={t('licenceHint')}>
        <Select options={licences.map((value) => ({ value, label: t(`licence${value}`) }))} />
      </Field>
    </>
  )
}
