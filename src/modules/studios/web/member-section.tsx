import { Button } from 'antd'
import { dayInWords } from '#shared/day.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Member } from '../member.contract.ts'
import type { Studio } from '../studio.contract.ts'
import type { Doing } from './studio-page.tsx'
import { studioWords } from './studio-words.ts'

/** Who is in a studio, and who was. */
export function MemberSection({ studio, onDo }: { studio: Studio; onDo: (what: Doing) => void }) {
  const t = useWords(studioWords)
  const leads = studio.can.includes('host') && studio.endedOn === null
  const columns = useColumns()
  const acts: Column<Member> = {
    key: 'acts',
    title: t('acts'),
    acts: true,
    cell: (member) =>
      member.until === null && (
        <Button
          type="link"
          size="small"
          aria-label={t('leaveOf', member)}
          onClick={() => onDo({ what: 'leave', member })}
        >
          {t('leave')}
        </Button>
      ),
  }
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
        <RuledTable
          caption={t('people')}
          quiet
          rows={studio.people}
          rowKey={({ id }) => id}
          columns={leads ? [...columns, acts] : columns}
        />
      )}
    </section>
  )
}

function useColumns(): Column<Member>[] {
  const t = useWords(studioWords)
  return [
    { key: 'name', title: t('member'), heads: true, className: 'still', cell: ({ name }) => name },
    { key: 'school', title: t('memberSchool'), cell: ({ school }) => school },
    {
      key: 'stay',
      title: t('stay'),
      cell: ({ from, until }) =>
        until === null
          ? t('since', { from: dayInWords(from) })
          : t('periodOf', { from: dayInWords(from), until: dayInWords(until) }),
    },
  ]
}
