import { dayInWords } from '#shared/day.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import type { SchoolReply } from '../school.contract.ts'
import { schoolKeepWords } from './school-keep-words.ts'

/** Said at the head of the page of a school that is no more, or was recorded twice. */
export default function SchoolNotice({ school }: { school: Pick<SchoolReply, 'closedOn' | 'mergedInto'> }) {
  const t = useWords(schoolKeepWords)
  const { mergedInto, closedOn } = school
  if (mergedInto)
    return (
      <p role="note">
        {t('mergedInto')}
        <Go to={places.school(mergedInto.id)}>{mergedInto.name}</Go>
      </p>
    )
  return closedOn ? <p role="note">{t('closedOn', { day: dayInWords(closedOn) })}</p> : null
}
