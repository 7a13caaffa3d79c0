import type { ReactNode } from 'react'
import { dayInWords, dayOf } from '#shared/day.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { wordsOfAbout } from '../about.rules.ts'
import type { Course } from '../entry.contract.ts'
import { courseWords } from './course-words.ts'

/** What is known of a course; what nobody said is left out. */
export function useCourseFacts(course: Course): (readonly [string, ReactNode])[] {
  const t = useWords(courseWords)
  const { school, partners, stages, subject, theme, licence, kinds, adopters, code } = course
  const partnerNames = partners.map(({ name }) => name).join('、')
  const facts: (readonly [string, ReactNode])[] = [
    [t('state'), <State key="state" course={course} />],
    [t('kinds'), kinds.join('、')],
    [t('developer'), [school.name, partnerNames].filter(Boolean).join('；共建：')],
    [t('stages'), stages.join('、')],
    [t('subject'), subject ?? ''],
    [t('theme'), theme ?? ''],
    [t('aboutSought'), course.aboutSought ? wordsOfAbout(course, course.aboutSought) : ''],
    [t('audience'), useAudience(course)],
    [t('licence'), t(`licence${licence}`)],
    [t('codeIs'), code ?? ''],
    [t('adopters'), adopters.length > 0 ? t('adoptersSaid', { n: adopters.length, schools: adopters.join('、') }) : ''],
    [t('openAddress'), <OpenAddress key="open" course={course} />],
  ]
  const isOpen = course.audience === '公开' && course.published > 0 && !course.isWithdrawn
  return facts.filter(([name, value]) => value !== '' && (isOpen || name !== t('openAddress')))
}

function useAudience({ audience, audienceSought }: Course): string {
  const t = useWords(courseWords)
  const now = t(`audience${audience}`)
  return audienceSought === null ? now : t('audienceSought', { now, then: t(`audience${audienceSought}`) })
}

function State({ course: { id, state, published, versions, isWithdrawn, shows } }: { course: Course }) {
  const t = useWords(courseWords)
  const last = versions[0]
  const said = () => {
    if (shows === null && state !== '编写中' && state !== '已入库') return t('stateReview', { state })
    if (!last) return t('stateDraft')
    if (state === '编写中') return t('stateAgain', { n: published })
    return t('stateShown', { n: last.number, day: dayInWords(dayOf(new Date(last.publishedAt))) })
  }
  return (
    <>
      {said()}
      {isWithdrawn && `，${t('isWithdrawn')}`}
      {versions.length > 0 && (
        <>
          {' '}
          <Go to={places.courseVersions(id)}>{t('versions')}</Go>
        </>
      )}
    </>
  )
}

function OpenAddress({ course }: { course: Course }) {
  const address = `${location.origin}/shared-courses/${course.id}`
  return <a href={address}>{address}</a>
}
