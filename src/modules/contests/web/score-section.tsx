import { Button } from 'antd'
import { addressOf } from '#ui/api.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Contest } from '../contest.contract.ts'
import { entryApi } from '../entry.contract.ts'
import type { Doing } from './contest-page.tsx'
import { contestWords } from './contest-words.ts'

export type ToScore = Contest['toScore'][number]

/** What the reader is to judge, by numbers alone. */
export function ScoreSection({ contest, onDo }: { contest: Contest; onDo: (what: Doing) => void }) {
  const t = useWords(contestWords)
  const { toScore } = contest
  if (toScore.length === 0) return null
  const left = toScore.filter(({ own, recused }) => own === null && recused === null).length
  return (
    <section className="contest-section" aria-label={t('toScore')}>
      <h2>{t('toScore')}</h2>
      <p>{t('toScoreLead', { n: toScore.length, left })}</p>
      <RuledTable
        caption={t('toScore')}
        quiet
        rows={toScore}
        rowKey={({ id }) => id}
        columns={[
          { key: 'number', title: t('number'), heads: true, className: 'still', cell: (work) => t('numberOf', work) },
          { key: 'group', title: t('group'), className: 'still', cell: ({ group }) => group },
          { key: 'title', title: t('work'), cell: (work) => <Work contestId={contest.id} work={work} /> },
          { key: 'words', title: t('words'), cell: ({ words }) => words || '—' },
          { key: 'own', title: t('yours'), className: 'still', cell: ({ own, recused }) => recused ?? own?.total ?? t('unscored') }, // prettier-ignore
          {
            key: 'acts',
            title: t('acts'),
            acts: true,
            cell: (work) =>
              work.recused === null && (
                <Button
                  type="link"
                  size="small"
                  aria-label={t('scoreOf', work)}
                  onClick={() => onDo({ what: 'score', work })}
                >
                  {t('scoreIt')}
                </Button>
              ),
          },
        ]}
      />
    </section>
  )
}

function Work({ contestId, work }: { contestId: string; work: ToScore }) {
  const t = useWords(contestWords)
  const href = work.hasFile
    ? `${addressOf(entryApi.file, { params: { contestId, entryId: work.id } })}?show=1`
    : work.address
  if (!href) return work.title
  return (
    <a href={href} target="_blank" rel="noreferrer" aria-label={t('openOf', work)}>
      {work.title}
    </a>
  )
}
