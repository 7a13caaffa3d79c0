import { Button } from 'antd'
import { dayInWords, dayOf } from '#shared/day.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Studio } from '../studio.contract.ts'
import type { Doing } from './studio-page.tsx'
import { studioWords } from './studio-words.ts'

/** What was said of a studio's years, for whoever may read it. */
export function AppraisalSection({ studio, onDo }: { studio: Studio; onDo: (what: Doing) => void }) {
  const t = useWords(studioWords)
  const { appraisals, can, rubric } = studio
  const judges = can.includes('appraise') && rubric !== null
  if (appraisals === null && !judges) return null
  return (
    <section className="studio-section" aria-label={t('appraisals')}>
      <h2>{t('appraisals')}</h2>
      <p className="quiet">{t('appraisalsWho')}</p>
      {judges && (
        <div className="studio-tools no-print">
          <Button onClick={() => onDo({ what: 'appraise' })}>{t('appraise')}</Button>
        </div>
      )}
      {!appraisals || appraisals.length === 0 ? (
        <p>{t('noAppraisals')}</p>
      ) : (
        <RuledTable
          caption={t('appraisals')}
          quiet
          rows={appraisals}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'year',
              title: t('year'),
              heads: true,
              className: 'still',
              cell: ({ year }) => t('yearOf', { year }),
            },
            { key: 'grade', title: t('grade'), className: 'still', cell: (one) => t('gradeOf', one) },
            {
              key: 'items',
              title: t('items'),
              cell: ({ scores }) => scores.map(({ title, level }) => `${title}：${level}`).join('；'),
            },
            { key: 'words', title: t('comment'), cell: ({ words }) => <span className="studio-text">{words}</span> },
            {
              key: 'by',
              title: t('by'),
              className: 'still',
              cell: ({ by, at }) => `${by ?? t('expert')}，${dayInWords(dayOf(new Date(at)))}`,
            },
          ]}
        />
      )}
    </section>
  )
}
