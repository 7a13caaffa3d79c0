import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Board } from './cover-page.tsx'
import { coverWords } from './cover-words.ts'
import { shortDay } from './day-words.ts'

/** Which schools have a timetable: of the others nobody is asked. */
export function TimetablesPart({ data: { schools } }: { data: Board }) {
  const t = useWords(coverWords)
  const having = schools.filter(({ lessons }) => lessons > 0)
  const lacking = schools.filter(({ lessons }) => lessons === 0)
  return (
    <section aria-labelledby="timetables" className="cover-part">
      <h2 id="timetables">{t('timetables')}</h2>
      <p className="quiet">{t('timetablesLead')}</p>
      {having.length === 0 && <p>{t('noneOf', { n: schools.length })}</p>}
      {having.length > 0 && <Schools schools={having} />}
      {lacking.length > 0 && (
        <details className="more-rows" open={having.length === 0}>
          <summary>{t('restOf', { n: lacking.length })}</summary>
          <ul className="school-links">
            {lacking.map(({ schoolId, schoolName }) => (
              <li key={schoolId}>
                <Go to={places.timetable(schoolId)}>{schoolName}</Go>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Schools({ schools }: { schools: Board['schools'] }) {
  const t = useWords(coverWords)
  return (
    <RuledTable
      caption={t('timetables')}
      quiet
      rows={schools}
      rowKey={({ schoolId }) => schoolId}
      columns={[
        {
          key: 'school',
          title: t('school'),
          heads: true,
          cell: ({ schoolId, schoolName }) => <Go to={places.schoolCover(schoolId)}>{schoolName}</Go>,
        },
        {
          key: 'timetable',
          title: t('timetables'),
          cell: ({ schoolId, lessons: n, fromDay }) => (
            <Go to={places.timetable(schoolId)}>{t('hasTimetable', { n, from: shortDay(fromDay ?? '') })}</Go>
          ),
        },
      ]}
    />
  )
}
