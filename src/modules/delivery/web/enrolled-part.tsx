import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Offering } from '../offering.contract.ts'
import { deliveryWords } from './delivery-words.ts'

/** Which schools have places, and which classes take part. */
export function EnrolledPart({ offering }: { offering: Offering }) {
  const t = useWords(deliveryWords)
  const { shares, enrolled, state } = offering
  if (state === '草稿' && shares.length === 0) return null
  const schools = new Set(enrolled.map(({ schoolId }) => schoolId)).size
  return (
    <section className="delivery-part" aria-labelledby="enrolled">
      <h2 id="enrolled">{t('enrolled')}</h2>
      {shares.length > 0 && <Shares shares={shares} />}
      {enrolled.length === 0 ? (
        state !== '草稿' && <p>{t('noEnrolled')}</p>
      ) : (
        <>
          <p>{t('enrolledLead', { schools, classes: enrolled.length, people: offering.taken })}</p>
          <RuledTable
            caption={t('enrolled')}
            quiet
            rows={enrolled}
            rowKey={({ schoolId, grade, className }) => `${schoolId} ${grade} ${className}`}
            columns={[
              { key: 'class', title: t('class'), heads: true, className: 'still', cell: ({ grade, className }) => grade + className }, // prettier-ignore
              { key: 'school', title: t('school'), cell: ({ school }) => school },
              { key: 'heads', title: t('heads'), numeric: true, cell: ({ headCount }) => headCount },
              { key: 'room', title: t('room'), cell: ({ room }) => room || '—' },
            ]}
          />
        </>
      )}
    </section>
  )
}

function Shares({ shares }: { shares: Offering['shares'] }) {
  const t = useWords(deliveryWords)
  return (
    <RuledTable
      caption={t('shares')}
      rows={shares}
      rowKey={({ schoolId }) => schoolId}
      columns={[
        { key: 'school', title: t('school'), heads: true, cell: ({ school }) => school },
        { key: 'places', title: t('places'), cell: ({ taken, places }) => t('placesOf', { taken, places }) },
      ]}
    />
  )
}
