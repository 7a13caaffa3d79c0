import { useSuspenseQuery } from '@tanstack/react-query'
import { dayInWords, dayOf } from '#shared/day.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Page } from '#ui/page.tsx'
import { useWords } from '#ui/words.ts'
import { openApi } from '../open.contract.ts'
import { CourseView } from './course-view.tsx'
import { courseWords } from './course-words.ts'
import { updateWords } from './update-words.ts'

/** A course that is open to everybody; no account is asked for. */
export default function OpenCoursePage() {
  const t = useWords(courseWords)
  const u = useWords(updateWords)
  const courseId = useParam('courseId')
  const { data } = useSuspenseQuery(asQuery(openApi.read, { params: { courseId } }))
  const { name, school, number, publishedAt, byline, stages, subject, theme, licence, kinds, content, files } = data
  const facts = [
    [t('by'), byline],
    [t('kinds'), kinds.join('、')],
    [t('stages'), stages.join('、')],
    [t('subject'), subject ?? ''],
    [t('theme'), theme ?? ''],
    [t('licence'), t(`licence${licence}`)],
  ] as const
  return (
    <main className="open-page">
      <Page
        title={name}
        lead={u('openLead', { school: school.name, number, day: dayInWords(dayOf(new Date(publishedAt))) })}
      >
        <FactList facts={facts.filter(([, value]) => value !== '')} />
        <CourseView content={content} open={{ courseId, files }} />
      </Page>
    </main>
  )
}
