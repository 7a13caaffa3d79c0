import { useSuspenseQuery } from '@tanstack/react-query'
import { asQuery } from '#ui/api.ts'
import { Page } from '#ui/page.tsx'
import { useWords } from '#ui/words.ts'
import { courseApi } from '../entry.contract.ts'
import { courseWords } from './course-words.ts'
import { NewForm } from './sides.ts'

/** Begins a course; whose it is, the account says. */
export default function NewCoursePage() {
  const t = useWords(courseWords)
  const { data } = useSuspenseQuery(asQuery(courseApi.places, {}))
  return (
    <Page title={t('new')} lead={t('newLead')}>
      {data.schools.length === 0 ? <p>{t('noSchool')}</p> : <NewForm {...data} />}
    </Page>
  )
}
