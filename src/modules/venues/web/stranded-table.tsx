import { dayInWords } from '#shared/day.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Stranded } from '../venue.contract.ts'
import { calendarWords } from './calendar-words.ts'

const whenOf = ({ day, from, until }: Stranded): string => `${dayInWords(day)} ${from}–${until}`

/** Bookings that stand at a time at which their venue is not open any more; nothing where there are none. */
export function StrandedSection({ stranded, unitId }: { stranded: readonly Stranded[]; unitId: number | null }) {
  const t = useWords(calendarWords)
  if (stranded.length === 0) return null
  return (
    <section>
      <div className="section-head">
        <h2>{t('stranded')}</h2>
        <p>{t('strandedLead')}</p>
      </div>
      <RuledTable
        caption={t('stranded')}
        quiet
        rows={[...stranded]}
        rowKey={({ id }) => id}
        columns={[
          { key: 'when', title: t('when'), heads: true, className: 'still', cell: whenOf },
          {
            key: 'venue',
            title: t('venue'),
            cell: ({ venueId, venue }) => <Go to={places.venue(venueId)}>{venue}</Go>,
          },
          { key: 'user', title: t('user'), cell: ({ user }) => user },
          { key: 'why', title: t('why'), className: 'wide', cell: ({ why }) => why },
          {
            key: 'acts',
            title: t('handle'),
            acts: true,
            cell: (one) =>
              unitId !== null && (
                <Go to={places.bookings(unitId, { booking: one.id })} aria-label={t('handleOf', { when: whenOf(one) })}>
                  {t('handle')}
                </Go>
              ),
          },
        ]}
      />
    </section>
  )
}
