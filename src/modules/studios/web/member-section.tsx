import { Button } from 'antd'
import { MemberTable } from '#ui/member-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Studio } from '../studio.contract.ts'
import type { Doing } from './studio-page.tsx'
import { studioWords } from './studio-words.ts'

/** Who is in a studio, and who was. */
export function MemberSection({ studio, onDo }: { studio: Studio; onDo: (what: Doing) => void }) {
  const t = useWords(studioWords)
  const leads = studio.can.includes('host') && studio.endedOn === null
  const onLeave = leads ? (member: Studio['people'][number]) => onDo({ what: 'leave', member }) : undefined
  return (
    <section className="studio-section" aria-label={t('people')}>
      <h2>{t('people')}</h2>
      {leads && (
        <div className="studio-tools no-print">
          <Button onClick={() => onDo({ what: 'members' })}>{t('addMembers')}</Button>
        </div>
      )}
      {studio.people.length === 0 ? (
        <p>{t('noPeople')}</p>
      ) : (
        <MemberTable title={t('people')} members={studio.people} onLeave={onLeave} />
      )}
    </section>
  )
}
