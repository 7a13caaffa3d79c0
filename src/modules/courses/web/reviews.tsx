import { momentInWords } from '#shared/day.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Course } from '../entry.contract.ts'
import type { Review } from '../review.contract.ts'
import { reviewWords } from './review-words.ts'

/** All that was said of a course on its way, the latest first. */
export function Reviews({ course: { reviews } }: { course: Pick<Course, 'reviews'> }) {
  const t = useWords(reviewWords)
  if (reviews.length === 0) return null
  return (
    <section aria-labelledby="course-reviews">
      <h2 id="course-reviews" className="section-head">
        {t('reviews')}
      </h2>
      <RuledTable
        caption={t('reviews')}
        quiet
        rows={reviews}
        rowKey={({ id }) => id}
        columns={[
          { key: 'step', title: t('step'), heads: true, className: 'still', cell: ({ step }) => step },
          { key: 'round', title: t('roundTitle'), cell: ({ round }) => t('round', { n: round }) },
          { key: 'verdict', title: t('verdict'), cell: ({ verdict }) => verdict },
          { key: 'words', title: t('wordsTitle'), className: 'wide', cell: (review) => <Said review={review} /> },
          { key: 'by', title: t('by'), cell: ({ reviewer }) => reviewer ?? t('expert') },
          { key: 'when', title: t('when'), cell: ({ reviewedAt }) => momentInWords(new Date(reviewedAt)) },
        ]}
      />
    </section>
  )
}

function Said({ review: { words, score, scores, kinds } }: { review: Review }) {
  const t = useWords(reviewWords)
  const levels = scores.map(({ title, level }) => `${title}${level}`).join('、')
  const said = [
    words,
    score !== null && t('scored', { score, levels }),
    kinds.length > 0 && t('granted', { kinds: kinds.join('、') }),
  ].filter(Boolean)
  return said.length > 0 ? <span className="course-text">{said.join('\n')}</span> : '—'
}
