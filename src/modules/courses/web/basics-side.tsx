import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useAct } from '#ui/act.ts'
import { asQuery } from '#ui/api.ts'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { CourseAbout, courseApi, type Course } from '../entry.contract.ts'
import { AboutFields } from './about-fields.tsx'
import { courseWords } from './course-words.ts'

export interface SideOfCourse {
  course: Course
  onClose: () => void
}

/** What a course is, for whom, by whom. */
export function BasicsSide({ course, onClose }: SideOfCourse) {
  const t = useWords(courseWords)
  const { data } = useQuery(asQuery(courseApi.places, {}))
  const save = useAct(courseApi.save, { done: () => t('saved'), then: onClose })
  return (
    <Side title={t('editBasics')} open onClose={onClose}>
      <EntryForm
        schema={CourseAbout}
        first={firstOf(course)}
        onSend={(about) => save.mutate({ params: { courseId: course.id }, body: { revision: course.revision, about } })}
        sending={save.isPending}
        error={save.error}
        act={t('save')}
        onCancel={onClose}
      >
        {course.published > 0 && <p className="quiet">{t('aboutHint')}</p>}
        <AboutFields subjects={data?.subjects ?? []} />
        <Field name="partnerSchoolIds" label={t('partners')}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={course.partnerChoices.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field name="byline" label={t('byline')} hint={!course.isBylineOwn && t('bylineHint', course)}>
          <Input maxLength={300} />
        </Field>
        <Field name="code" label={t('code')} hint={t('codeHint')}>
          <Input maxLength={40} />
        </Field>
      </EntryForm>
    </Side>
  )
}

function firstOf(course: Course) {
  const { name, audience, audienceSought, code, partners, byline, isBylineOwn } = course
  const { stages, subject, theme, licence } = course.aboutSought ?? course
  return {
    ...{ name, stages, licence, audience: audienceSought ?? audience },
    ...(subject !== null && { subject }),
    ...(theme !== null && { theme }),
    ...(code !== null && { code }),
    ...(isBylineOwn && { byline }),
    partnerSchoolIds: partners.map(({ id }) => id),
  }
}
